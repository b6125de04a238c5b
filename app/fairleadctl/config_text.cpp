// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/config_text.h"

#include "app/fairleadctl/card_text.h"
#include "core/files/printable_text.h"
#include "core/registry/config_json.h"
#include "core/registry/json_tree.h"

#include <algorithm>
#include <array>

namespace fairlead::ctl {
namespace {

void write_origins(JsonWriter& json, const Catalog& catalog, const std::vector<ConfigLeaf>& leaves) {
    json.key("origins");
    json.open_object();
    for (const ConfigLeaf& leaf : leaves) {
        const ConfigOrigin origin = leaf.origin();
        if (origin.from != ConfigOrigin::From::card)
            continue;
        json.key(leaf.path);
        json.open_object();
        json.member("card", catalog.stored_name(origin.card));
        write_spot(json, spot_of(catalog, origin.card, origin.range));
        if (!leaf.value->variables().empty())
            json.member("variables", leaf.value->variables());
        json.close();
    }
    json.close();
}

std::string value_text(const ConfigValue& value) {
    constexpr std::size_t longest = 120;
    JsonWriter json;
    write_config(json, value);
    std::string text = printable_text(one_line(json_tree(std::move(json).take())));
    return columns(text) > longest ? text.substr(0, longest) + "…" : text;
}

std::string short_class(const std::string& name) { return name.substr(name.rfind('.') + 1); }

std::string counted_values(std::size_t number) {
    return number == 1 ? std::string("1 value") : std::to_string(number) + " values";
}

std::string error_text(const Output& output, const ConfigError& error) {
    std::string text = "    " + inked(output, Ink::error, "error: ") +
                       printable_text(error.error.type + ": " + error.error.message) + "\n";
    for (const AssetError& cause : error.causes)
        text +=
            "      " + inked(output, Ink::dim, printable_text("because " + cause.type + ": " + cause.message)) + "\n";
    return text;
}

} // namespace

std::vector<CardConfig> configs_of(const CardConfigs& configs, const Catalog& catalog, const ResolvedCard& card,
                                   std::string_view environment) {
    std::vector<CardConfig> answers;
    for (const FamilyKind kind : {FamilyKind::model, FamilyKind::dataset, FamilyKind::tokenizer})
        if (auto answer = card_config(configs, catalog, card, kind, environment))
            answers.push_back(std::move(*answer));
    return answers;
}

void write_configs(JsonWriter& json, const CardConfigs& configs, const Catalog& catalog,
                   const std::vector<CardConfig>& answers) {
    json.key("config");
    json.open_object();
    for (const CardConfig& answer : answers) {
        json.key(to_string(answer.kind));
        json.open_object();
        if (answer.loaded.error) {
            write_error(json, answer.loaded.error->error);
        } else {
            json.key("class");
            if (answer.class_name.empty())
                json.null();
            else
                json.string(answer.class_name);
            json.key("value");
            write_config(json, answer.loaded.config);
            write_origins(json, catalog, config_leaves(configs.registry(), answer.class_name, answer.loaded.config));
            if (!answer.loaded.not_known.empty()) {
                json.key("not_known");
                json.open_array();
                for (const std::string& reason : answer.loaded.not_known)
                    json.string(reason);
                json.close();
            }
        }
        json.close();
    }
    json.close();
}

std::string configs_text(const Output& output, const CardConfigs& configs, const Catalog& catalog,
                         const std::vector<CardConfig>& answers) {
    std::string text;
    for (const CardConfig& answer : answers) {
        const std::vector<ConfigLeaf> leaves =
            config_leaves(configs.registry(), answer.class_name, answer.loaded.config);
        std::vector<const ConfigLeaf*> own;
        std::size_t width = 0;
        for (const ConfigLeaf& leaf : leaves) {
            if (!answer.loaded.error && leaf.origin().from == ConfigOrigin::From::card) {
                own.push_back(&leaf);
                width = std::max(width, columns(leaf.path));
            }
        }
        const std::string base = answer.architecture.empty() ? "the class's default" : answer.architecture;
        text += "  " + std::string(to_string(answer.kind)) + " config";
        if (answer.loaded.error)
            text += "\n" + error_text(output, *answer.loaded.error);
        else if (answer.class_name.empty())
            text += "  none\n";
        else
            text += "  " + printable_text(short_class(answer.class_name) + " of " + base) +
                    (own.empty() ? "" : ", with " + counted_values(own.size()) + " of " + answer.key) + "\n";
        for (const ConfigLeaf* leaf : own) {
            const ConfigOrigin origin = leaf->origin();
            std::string from = spot_text(spot_of(catalog, origin.card, origin.range)) + "  " +
                               printable_text(catalog.stored_name(origin.card));
            if (!leaf->value->variables().empty())
                from += "  $" + printable_text(leaf->value->variables());
            text += "    " + padded(printable_text(leaf->path), width) + "  " + value_text(*leaf->value) + "  " +
                    inked(output, Ink::dim, from) + "\n";
        }
        for (const std::string& reason : answer.loaded.not_known)
            text += "    " + inked(output, Ink::warning, "not known: ") + printable_text(reason) + "\n";
    }
    return text;
}

} // namespace fairlead::ctl
