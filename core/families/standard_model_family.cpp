// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/standard_model_family.h"

#include "core/families/nested_causes.h"
#include "core/files/read.h"

#include <fairlead/dependency_errors.h>
#include <fairlead/not_supported_error.h>
#include <fmt/format.h>
#include <system_error>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace families {

namespace fs = std::filesystem;

StandardModelFamily::StandardModelFamily(std::shared_ptr<const ModelFamilyRegistration> registration,
                                         DependencyResolver& resolver)
    : registration_(std::move(registration)), resolver_(resolver), downloads_(resolver.resolve<AssetDownloadManager>()),
      environment_(resolver.resolve<Environment>()) {}

std::set<std::string> StandardModelFamily::get_archs() const {
    std::set<std::string> archs;
    for (const Key& key : resolver_.keys_of(facts().config_class()->kls))
        if (key)
            archs.insert(*key);
    return archs;
}

std::shared_ptr<void> StandardModelFamily::maybe_get_arch_config(const std::string& arch) const {
    return resolver_.maybe_resolve_object(facts().config_class()->kls, arch);
}

std::shared_ptr<void> StandardModelFamily::get_model_config(const AssetCard& card) const {
    std::shared_ptr<void> base;
    if (const auto field = card.maybe_get_field("model_arch")) {
        const std::string arch = field->as_string();
        base = maybe_get_arch_config(arch);
        if (base == nullptr)
            throw AssetCardError(card.name(),
                                 fmt::format("model_arch field of the {} asset card is expected to be a supported "
                                             "model architecture, but is {} instead.",
                                             card.name(), arch),
                                 facts().ownership());
    } else {
        base = facts().default_config();
    }
    return facts().config_of(card, std::move(base), resolver_);
}

std::shared_ptr<void> StandardModelFamily::create_new_model(const ConfigRef& config, bool meta) const {
    facts().expect_config(config);
    if (meta && !parts().supports_meta)
        throw NotSupportedError(fmt::format("{} model family does not support meta device initialization.", name()),
                                facts().ownership());
    return make_model(config.object);
}

std::shared_ptr<void> StandardModelFamily::load_model(const AssetCard& card,
                                                      const std::optional<ConfigRef>& config) const {
    std::shared_ptr<void> own;
    if (config)
        facts().expect_config(*config);
    else
        own = get_model_config(card);
    const FetchedFile file = fetch_file(card, CardFile::checkpoint, *downloads_, *environment_);
    if (const auto restrict = card.maybe_get_field("restrict"))
        (void)restrict->as_boolean(); // safetensors files hold nothing but tensors
    try {
        return load(file.path, config ? config->object : own.get());
    } catch (const CorruptModelCheckpointError& error) {
        std::throw_with_nested(erroneous_file(card, CardFile::checkpoint, file, facts().details_of(error)));
    } catch (const std::system_error& error) {
        if (file.is_local && is_not_found(error))
            throw missing_file(card, CardFile::checkpoint, file);
        raise_operational_system_error(error);
    }
}

std::shared_ptr<void> StandardModelFamily::load_custom_model(const fs::path& path, const ConfigRef& config,
                                                             std::optional<bool>) const {
    facts().expect_config(config);
    return load(path, config.object);
}

StateDict StandardModelFamily::iter_checkpoint(const fs::path& path, const ConfigRef& config,
                                               std::optional<bool>) const {
    facts().expect_config(config);
    return read_checkpoint(path, config.object);
}

std::shared_ptr<void> StandardModelFamily::make_model(const void* config) const {
    return facts().made(parts().factory ? parts().factory(config) : parts().advanced_factory(resolver_, config),
                        "factory");
}

StateDict StandardModelFamily::read_checkpoint(const fs::path& path, const void* config) const {
    StateDict state_dict = StateDict::load(expanded_path(path, *environment_));
    return parts().state_dict_converter ? parts().state_dict_converter(std::move(state_dict), config)
                                        : std::move(state_dict);
}

std::shared_ptr<void> StandardModelFamily::load(const fs::path& path, const void* config) const {
    if (!path_exists(expanded_path(path, *environment_)))
        throw fs::filesystem_error("the checkpoint cannot be read", path,
                                   std::make_error_code(std::errc::no_such_file_or_directory));
    std::shared_ptr<void> model = make_model(config);
    const StateDict state_dict = read_checkpoint(path, config);
    try {
        parts().load_state_dict(model.get(), state_dict);
    } catch (const ModelCheckpointMismatchError& error) {
        std::throw_with_nested(CorruptModelCheckpointError(
            path, fmt::format("Checkpoint at {} is not compatible with the {} model.", printable_path(path), name()),
            error.what()));
    }
    return model;
}

ShardSpecs StandardModelFamily::get_shard_specs(const ConfigRef& config) const {
    expect_hook(parts().shard_specs, "model parallelism");
    facts().expect_config(config);
    return parts().shard_specs(config.object);
}

void StandardModelFamily::compile(const TypedObject& model) const {
    expect_hook(parts().compiler, "torch.compile()");
    expect_model(model);
    parts().compiler(model.get().get());
}

TypedObject StandardModelFamily::apply_fsdp(const TypedObject& model, const std::string& granularity,
                                            const FsdpWrapper& wrapper) const {
    expect_hook(parts().fsdp_applier, "FSDP");
    expect_model(model);
    return {kls(), facts().made(parts().fsdp_applier(model.get(), granularity, wrapper), "fsdp_applier")};
}

TypedObject StandardModelFamily::apply_layerwise_ac(const TypedObject& model, int every_nth_layer) const {
    expect_hook(parts().layerwise_ac_applier, "layerwise activation checkpointing");
    expect_model(model);
    return {kls(), facts().made(parts().layerwise_ac_applier(model.get(), every_nth_layer), "layerwise_ac_applier")};
}

void StandardModelFamily::expect_model(const TypedObject& model) const {
    if (model.kls() != kls())
        throw TypeError(fmt::format("`model` must be of type `{}`, but is of type `{}` instead.", kls().printed(),
                                    model.kls().printed()),
                        facts().ownership());
    if (!model.kls().fits(kls()))
        throw TypeConflictError(kls(), model.kls());
}

template <class Hook>
void StandardModelFamily::expect_hook(const Hook& hook, const char* what) const {
    if (!hook)
        throw NotSupportedError(fmt::format("{} model family does not support {}.", name(), what), facts().ownership());
}

} // namespace families
} // namespace abi1
} // namespace fairlead
