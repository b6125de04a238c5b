// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/families/card_files.h"
#include "core/families/family_facts.h"

#include <fairlead/model_family.h>
#include <fairlead/register_model_family.h>

namespace fairlead {
inline namespace abi1 {
namespace families {

/// What register_model_family() was given; shared by all families that are made of it.
struct ModelFamilyRegistration {
    FamilyFacts facts;
    ModelFamilyParts parts;
};

/// A model family of functions (fairseq2's StandardModelFamily). Borrows the resolver.
class StandardModelFamily final : public ModelFamily {
public:
    /// Throws DependencyNotFoundError if there is no AssetDownloadManager or Environment.
    StandardModelFamily(std::shared_ptr<const ModelFamilyRegistration> registration, DependencyResolver& resolver);

    [[nodiscard]] std::set<std::string> get_archs() const override;
    [[nodiscard]] std::shared_ptr<void> maybe_get_arch_config(const std::string& arch) const override;
    [[nodiscard]] std::shared_ptr<void> get_model_config(const AssetCard& card) const override;

    [[nodiscard]] std::shared_ptr<void> create_new_model(const ConfigRef& config, bool meta) const override;
    [[nodiscard]] std::shared_ptr<void> load_model(const AssetCard& card,
                                                   const std::optional<ConfigRef>& config) const override;
    [[nodiscard]] std::shared_ptr<void> load_custom_model(const std::filesystem::path& path, const ConfigRef& config,
                                                          std::optional<bool> restrict) const override;
    [[nodiscard]] StateDict iter_checkpoint(const std::filesystem::path& path, const ConfigRef& config,
                                            std::optional<bool> restrict) const override;

    [[nodiscard]] ShardSpecs get_shard_specs(const ConfigRef& config) const override;
    void compile(const TypedObject& model) const override;
    [[nodiscard]] TypedObject apply_fsdp(const TypedObject& model, const std::string& granularity,
                                         const FsdpWrapper& wrapper) const override;
    [[nodiscard]] TypedObject apply_layerwise_ac(const TypedObject& model, int every_nth_layer) const override;

    [[nodiscard]] const std::string& name() const noexcept override { return facts().name(); }
    [[nodiscard]] TypeId kls() const override { return facts().kls(); }
    [[nodiscard]] const ConfigClass* config_class() const noexcept override { return facts().config_class(); }

    [[nodiscard]] bool supports_meta() const noexcept override { return parts().supports_meta; }
    [[nodiscard]] bool supports_model_parallelism() const noexcept override {
        return static_cast<bool>(parts().shard_specs);
    }
    [[nodiscard]] bool supports_compilation() const noexcept override { return static_cast<bool>(parts().compiler); }
    [[nodiscard]] bool supports_fsdp() const noexcept override { return static_cast<bool>(parts().fsdp_applier); }
    [[nodiscard]] bool supports_layerwise_ac() const noexcept override {
        return static_cast<bool>(parts().layerwise_ac_applier);
    }

private:
    [[nodiscard]] const FamilyFacts& facts() const noexcept { return registration_->facts; }
    [[nodiscard]] const ModelFamilyParts& parts() const noexcept { return registration_->parts; }
    [[nodiscard]] std::shared_ptr<void> make_model(const void* config) const;
    [[nodiscard]] StateDict read_checkpoint(const std::filesystem::path& path, const void* config) const;
    [[nodiscard]] std::shared_ptr<void> load(const std::filesystem::path& path, const void* config) const;
    void expect_model(const TypedObject& model) const;
    /// Throws NotSupportedError if there is no `hook`: the family "does not support …".
    template <class Hook>
    void expect_hook(const Hook& hook, const char* what) const;

    std::shared_ptr<const ModelFamilyRegistration> registration_;
    DependencyResolver& resolver_;
    std::shared_ptr<AssetDownloadManager> downloads_;
    std::shared_ptr<Environment> environment_;
};

} // namespace families
} // namespace abi1
} // namespace fairlead
