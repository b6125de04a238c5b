// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/family_facts.h"

#include "core/families/card_contents.h"
#include "core/families/nested_causes.h"
#include "core/schemas/config_directive.h"
#include "core/schemas/config_overrides.h"
#include "core/schemas/config_tree_values.h"
#include "core/schemas/load_config.h"

#include <algorithm>
#include <fairlead/dependency_errors.h>
#include <fairlead/family_errors.h>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace families {
namespace {

/// The base config as the engine has it; false if it cannot be unstructured.
bool unstructure(const ConfigClass* config_class, const void* config, ConfigValue& unstructured) {
    if (config_class == nullptr)
        return true;
    try {
        unstructured = to_config_value(config_class->to_tree(config));
        return true;
    } catch (const ValueError&) {
        return false;
    }
}

ConfigEnvironment environment_of(DependencyResolver& resolver, const std::optional<ConfigClassSchemas>& schemas) {
    ConfigEnvironment environment;
    if (schemas) {
        environment.schemas = schemas->schemas();
        environment.validators = schemas->validators();
    }
    for (const auto& directive : resolver.collection().resolve<ConfigDirective>())
        environment.directives.push_back(directive);
    return environment;
}

} // namespace

FamilyFacts::FamilyFacts(DependencyContainer& container, std::string_view kind, std::string name, TypeId kls,
                         const ConfigClass* config_class, Here here)
    : kind_(kind), name_(std::move(name)), kls_(kls),
      config_class_(config_class), registrant_{container.owner(), here} {
    if (config_class_ != nullptr) {
        note_config_class(container, *config_class_);
        schemas_.emplace(*config_class_);
    }
}

std::string FamilyFacts::ownership() const {
    return fmt::format("The {} {} family is registered by {}.", name_, kind_, registrant_.printed());
}

std::string FamilyFacts::details_of(const Error& error) const {
    return fmt::format("{} {}{}{}", error.what(), error.details(), error.details().empty() ? "" : " ", ownership());
}

std::shared_ptr<void> FamilyFacts::made(std::shared_ptr<void> object, const char* what) const {
    if (object == nullptr)
        throw InternalError(fmt::format("The {} of the {} {} family has made no {}.", what, name_, kind_, kind_),
                            ownership());
    return object;
}

void FamilyFacts::expect_config(const ConfigRef& config) const {
    if (!is_same_class(config_class_, config.kls))
        throw TypeError(fmt::format("`config` must be of type `{}`, but is of type `{}` instead.",
                                    printed(config_class_), printed(config.kls)),
                        ownership());
}

std::shared_ptr<void> FamilyFacts::default_config() const {
    if (config_class_ == nullptr)
        return std::make_shared<NoConfig>();
    try {
        return config_class_->from_tree({ConfigTree::Mapping{}});
    } catch (const std::exception&) {
        std::throw_with_nested(
            InternalError(fmt::format("Default configuration of the {} {} family cannot be constructed.", name_, kind_),
                          ownership()));
    }
}

std::shared_ptr<void> FamilyFacts::config_of(const AssetCard& card, std::shared_ptr<void> base,
                                             DependencyResolver& resolver) const {
    const CardContents& contents = card.contents();
    for (const std::string_view suffix : {"overrides", "override", ""}) {
        const std::string key = fmt::format("{}_config{}{}", kind_, suffix.empty() ? "" : "_", suffix);
        const std::vector<ConfigOverride> overrides =
            config_overrides(contents.store->catalog(), contents.card.chain, key);
        if (overrides.empty())
            continue;
        const TypeExpression no_config{.kind = TypeKind::none, .python = printed(nullptr)};
        ConfigValue unstructured;
        const bool is_unstructured = unstructure(config_class_, base.get(), unstructured);
        const LoadedConfig loaded = load_config({.card_name = card.name(),
                                                 .key = key,
                                                 .family = name_,
                                                 .family_kind = kind_,
                                                 .type = schemas_ ? schemas_->type() : no_config,
                                                 .base = unstructured,
                                                 .base_is_unstructured = is_unstructured,
                                                 .overrides = overrides},
                                                environment_of(resolver, schemas_));
        if (loaded.error)
            throw_config_error(*loaded.error, ownership());
        return config_class_ == nullptr ? base : config_class_->from_tree(to_config_tree(loaded.config));
    }
    return base;
}

std::string printed(const ConfigClass* config_class) {
    return config_class == nullptr ? "<class 'NoneType'>" : config_class->kls.printed();
}

bool is_same_class(const ConfigClass* registered, const ConfigClass* asked) {
    if (registered == asked)
        return true;
    if (registered == nullptr || asked == nullptr || registered->kls != asked->kls)
        return false;
    // A fingerprint has of a config within no more than the name.
    const std::vector<const ConfigClass*> all = all_config_classes(*registered);
    for (const ConfigClass* one : all_config_classes(*asked)) {
        const auto same = std::ranges::find(all, one->kls, &ConfigClass::kls);
        if (same == all.end())
            throw TypeConflictError(registered->kls, asked->kls);
        if (!(*same)->kls.fits(one->kls) || fields_fingerprint(**same) != fields_fingerprint(*one))
            throw TypeConflictError((*same)->kls, one->kls);
    }
    return true;
}

} // namespace families
} // namespace abi1
} // namespace fairlead
