// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/fidelity/store_answer.h"

#include "core/assets/resolve.h"
#include "core/yaml/stream.h"
#include "tests/fidelity/typed_value.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace fidelity {
namespace {

using fairlead::yaml::Kind;

Kind kind_of(const std::string& python_type) {
    if (python_type == "str") {
        return Kind::string;
    }
    if (python_type == "bool") {
        return Kind::boolean;
    }
    return python_type == "int" ? Kind::integer : Kind::real;
}

bool is_raw(const std::string& type) { return !type.starts_with("Asset") && type != "OperationalError"; }

Json error(const std::string& type, const std::string& text) {
    // What nothing in fairseq2 wraps counts by its class.
    return is_raw(type) ? Json{{"type", type}} : Json{{"type", type}, {"text", typed_text(text)}};
}

/// A text of the core's answer with the case's folder taken out.
Json plain(const std::string& text, const SourceTree& tree) { return typed_text(tree.without_root(text)); }

Json fields_answer(const fairlead::AssetStore& store, const fairlead::ResolvedCard& card, const SourceTree& tree) {
    Json fields = Json::array();
    for (const fairlead::ResolvedField& field : card.fields) {
        Json value = typed(field.value);
        if (value.is_string()) {
            value = tree.without_root(value.get<std::string>());
        }
        fields.push_back(Json::array({typed(field.key), value, typed_text(store.catalog().stored_name(field.card))}));
    }
    std::sort(fields.begin(), fields.end());
    return fields;
}

Json uris_answer(const fairlead::ResolvedCard& card, const Json& asked, const SourceTree& tree) {
    Json uris = Json::object();
    static const Json usual = Json::array({"checkpoint", "tokenizer"});
    for (const Json& field : asked.contains("uris") ? asked.at("uris") : usual) {
        const auto name = field.get<std::string>();
        if (card.field(name)) {
            const fairlead::UriResult uri = as_uri(card, name);
            uris[name] =
                uri.error ? Json{{"error", error_answer(*uri.error, tree)}} : Json{{"value", plain(uri.value, tree)}};
        }
    }
    return uris;
}

Json types_answer(const fairlead::ResolvedCard& card, const Json& asked, const SourceTree& tree) {
    Json types = Json::array();
    for (const Json& pair : member(asked, "as")) {
        const auto name = pair.at(0).get<std::string>();
        if (card.field(name)) {
            const auto wrong = type_error(card, name, kind_of(pair.at(1).get<std::string>()));
            types.push_back(wrong ? error_answer(*wrong, tree) : Json());
        } else {
            types.push_back("absent");
        }
    }
    return types;
}

} // namespace

Json error_answer(const fairlead::AssetError& raised, const SourceTree& tree) {
    Json answer = error(raised.type, tree.without_root(raised.message));
    if (!raised.cause.empty() && raised.message.ends_with("cannot be loaded as YAML.")) {
        answer["cause"] = typed_text(raised.cause);
    }
    return answer;
}

Json recorded_error(const Json& recorded) {
    if (recorded.is_null()) {
        return recorded;
    }
    const auto name = recorded.at("class").get<std::string>();
    const Json& text = member(recorded, "text");
    const auto type = name.substr(name.rfind('.') + 1);
    Json answer = is_raw(type) ? Json{{"type", type}} : Json{{"type", type}, {"text", text}};
    if (recorded.contains("cause") && recorded.at("cause").contains("raw")) {
        answer["cause"] = recorded.at("cause").at("problem");
    }
    return answer;
}

Json names_answer(const fairlead::AssetStore& store) {
    auto names = store.asset_names();
    std::ranges::sort(names);
    Json answer = Json::array();
    for (const std::string& name : names) {
        answer.push_back(typed_text(name));
    }
    return answer;
}

Json card_answer(const fairlead::AssetStore& store, const std::string& name, const Json& asked,
                 const SourceTree& tree) {
    fairlead::ResolvedCard card;
    try {
        card = store.retrieve_card(name);
    } catch (const fairlead::FairseqError& raised) {
        return {{"error", error_answer(raised.error(), tree)}};
    }
    Json chain = Json::array();
    for (const fairlead::CardRef link : card.chain) {
        chain.push_back(typed_text(store.catalog().stored_name(link)));
    }
    return {{"environments", card.environments},
            {"chain", chain},
            {"fields", fields_answer(store, card, tree)},
            {"base_path", card.base_path.empty() ? Json() : plain(card.base_path, tree)},
            {"uris", uris_answer(card, asked, tree)},
            {"as", types_answer(card, asked, tree)}};
}

Json recorded_card(const Json& answer) {
    if (answer.contains("error")) {
        return {{"error", recorded_error(answer.at("error"))}};
    }
    Json card = comparable(answer);
    std::sort(card["fields"].begin(), card["fields"].end());
    Json uris = Json::object();
    for (const auto& [field, uri] : member(card, "uris").items()) {
        uris[field] = uri.contains("error") ? Json{{"error", recorded_error(uri.at("error"))}} : uri;
    }
    card["uris"] = uris;
    Json types = Json::array();
    for (const Json& wrong : member(card, "as")) {
        const bool absent =
            !wrong.is_null() && wrong.at("text").get<std::string>().find("does not have a field") != std::string::npos;
        types.push_back(absent ? Json("absent") : recorded_error(wrong));
    }
    card["as"] = types;
    return card;
}

Json find_answer(const fairlead::AssetStore& store, const Json& asked, const SourceTree& tree) {
    const fairlead::yaml::Stream value(asked.at("value").get<std::string>());
    try {
        auto names = store.find_cards(asked.at("field").get<std::string>(), value.documents().front().root());
        std::ranges::sort(names);
        return names;
    } catch (const fairlead::FairseqError& raised) {
        return error_answer(raised.error(), tree);
    }
}

bool matches(const Json& recorded, const Json& got) {
    if (recorded.is_string() && got.is_string()) {
        const auto& pattern = recorded.get_ref<const std::string&>();
        const auto& text = got.get_ref<const std::string&>();
        const auto star = pattern.find("of the * asset cannot be copied.");
        if (star == std::string::npos) {
            return pattern == text;
        }
        const std::string head = pattern.substr(0, star + 7);
        const std::string tail = pattern.substr(star + 8);
        return text.size() > head.size() + tail.size() && text.starts_with(head) && text.ends_with(tail);
    }
    if (recorded.type() != got.type() || recorded.size() != got.size()) {
        return false;
    }
    if (recorded.is_object()) {
        return std::ranges::all_of(recorded.items(), [&](const auto& item) {
            return got.contains(item.key()) && matches(item.value(), got.at(item.key()));
        });
    }
    if (recorded.is_array()) {
        return std::ranges::equal(recorded, got, matches);
    }
    return recorded == got;
}

} // namespace fidelity
