// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/card_config.h"
#include "core/registry/config_json.h"
#include "core/schemas/structure_config.h"

#include <algorithm>
#include <fmt/format.h>

namespace fairlead {

namespace {

ConfigError plain_error(std::string type, std::string message) {
    return {.error = {.type = std::move(type), .message = std::move(message)}, .causes = {}};
}

/// JSON has its own words for these floats, which only the field's type tells from texts.
bool has_special_floats(std::string_view json) {
    return json.find("\".nan\"") != std::string_view::npos || json.find(".inf\"") != std::string_view::npos;
}

TypeExpression config_type(const std::optional<std::string>& class_name) {
    if (!class_name) {
        return {.kind = TypeKind::none, .python = "<class 'NoneType'>"};
    }
    return {.kind = TypeKind::dataclass, .python = fmt::format("<class '{}'>", *class_name), .class_name = *class_name};
}

} // namespace

CardConfigs::CardConfigs(std::shared_ptr<const RegistrySnapshot> registry, VariableLookup variable)
    : registry_(std::move(registry)) {
    environment_.schemas = [schemas = registry_->schemas](std::string_view name) { return schemas.find(name); };
    environment_.torch = registry_->torch;
    environment_.directives.push_back(replace_env_directive(std::move(variable)));
}

std::shared_ptr<CardConfigs::Base> CardConfigs::base_of(const FamilyRecord& family,
                                                        const ArchitectureRecord* architecture,
                                                        const TypeExpression& type) const {
    const std::lock_guard lock(mutex_);
    auto& known = bases_[{&family, architecture}];
    if (known) {
        return known;
    }
    const auto base = std::make_shared<Base>();
    known = base;
    const RawJson& config = architecture != nullptr ? architecture->config : family.default_config;
    const auto& error = architecture != nullptr ? architecture->config_error : family.default_error;
    if (type.kind == TypeKind::none) {
        return known;
    }
    if (error && error->type != "StructureError") {
        if (architecture == nullptr && error->type == "TypeError") {
            base->error =
                plain_error("InternalError", fmt::format("Default configuration of the {} {} family cannot be "
                                                         "constructed.",
                                                         family.name, to_string(family.kind)));
            base->error->causes = {{.type = error->type, .message = error->message}};
        } else {
            base->error = plain_error(error->type, error->message);
        }
        return known;
    }
    const auto schema = environment_.schemas(type.class_name);
    base->is_unstructured = !error && (!schema || schema->dataclass);
    base->is_known = bool(config);
    if (config) {
        const ConfigOrigin origin{.from = architecture != nullptr ? ConfigOrigin::From::architecture
                                                                  : ConfigOrigin::From::class_default};
        base->config = has_special_floats(config.text) ? config_value(config.text, type, origin, environment_.schemas)
                                                       : config_value(config.text, TypeExpression{}, origin);
    }
    return known;
}

bool CardConfigs::reads_back(FamilyKind kind, std::string_view family_name,
                             std::optional<std::string_view> architecture_name) const {
    const FamilyRecord* const family = registry_->find_family(kind, family_name);
    if (family == nullptr || family->error) {
        return false;
    }
    const ArchitectureRecord* const architecture =
        architecture_name ? registry_->find_architecture(*family, *architecture_name) : nullptr;
    const TypeExpression type = config_type(family->config_class);
    const auto base = base_of(*family, architecture, type);
    const auto known = [&] {
        const std::lock_guard lock(mutex_);
        return base->is_read_back;
    };
    if (const auto before = known()) {
        return *before;
    }
    bool reads = base->is_unstructured && !base->error && base->is_known;
    if (reads) {
        const StructureContext context{.schemas = environment_.schemas, .torch = environment_.torch};
        reads = !structure_config(base->config, type, context).error;
    }
    const std::lock_guard lock(mutex_);
    base->is_read_back = reads;
    return reads;
}

CardConfig CardConfigs::ask(const CardConfigQuestion& question) const {
    CardConfig answer{.kind = question.kind, .family = std::string(question.family)};
    const auto refuse = [&](ConfigError error) -> CardConfig& {
        answer.loaded.error = std::move(error);
        return answer;
    };
    const FamilyRecord* family = registry_->find_family(question.kind, question.family);
    if (family == nullptr) {
        return refuse(plain_error("AssetCardError",
                                  fmt::format("family field of the {} asset card is expected to be a supported {} "
                                              "family, but is {} instead.",
                                              question.asked_name.empty() ? question.card_name : question.asked_name,
                                              to_string(question.kind), question.family)));
    }
    if (family->error) {
        return refuse(plain_error(family->error->type, family->error->message));
    }
    const TypeExpression type = config_type(family->config_class);
    answer.class_name = type.class_name;
    const ArchitectureRecord* architecture = nullptr;
    if (question.architecture) {
        architecture = registry_->find_architecture(*family, *question.architecture);
        if (architecture == nullptr) {
            return refuse(plain_error("AssetCardError",
                                      fmt::format("model_arch field of the {} asset card is expected to be a supported "
                                                  "model architecture, but is {} instead.",
                                                  question.card_name, *question.architecture)));
        }
        answer.architecture = architecture->name;
    }
    const auto base = base_of(*family, architecture, type);
    if (base->error) {
        return refuse(*base->error);
    }
    answer.base = base->config;
    if (!question.overrides.empty()) {
        answer.key = question.key;
    }
    const std::string card_name(question.card_name);
    answer.loaded = load_config({.card_name = card_name,
                                 .key = question.key,
                                 .family = family->name,
                                 .family_kind = to_string(question.kind),
                                 .type = type,
                                 .base = base->config,
                                 .base_is_unstructured = base->is_unstructured,
                                 .overrides = question.overrides},
                                environment_);
    if (!base->is_known) {
        answer.loaded.not_known.push_back("The config that is overridden is not in the registry.");
    }
    return answer;
}

} // namespace fairlead
