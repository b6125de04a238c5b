// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/fidelity/finding_places.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

namespace fidelity {
namespace {

using fairlead::yaml::Kind;
using fairlead::yaml::Value;

/// A link's text; null for one that is written as its bytes.
std::optional<std::string> text_of(const Json& link) {
    const Json& text = link.is_array() ? link.at(1) : link;
    return text.is_string() ? std::optional(text.get<std::string>()) : std::nullopt;
}

/// What stands between two words, if a text is of that form.
std::optional<std::string> between(const std::string& text, std::string_view begin, std::string_view end) {
    if (text.size() < begin.size() + end.size() || !text.starts_with(begin) || !text.ends_with(end)) {
        return std::nullopt;
    }
    return text.substr(begin.size(), text.size() - begin.size() - end.size());
}

bool is_directive(const Value& key) { return key.is_string() && (key.string() == "_del_" || key.string() == "_set_"); }

class Walk {
public:
    explicit Walk(const Value::Entry& entry) : value_(entry.value) { stand_at(entry.key, entry.value); }

    /// False: the end of the way.
    bool follow(const std::string& text) {
        if (const auto field = between(text, "`", "` field cannot be structured.")) {
            return step(*field);
        }
        if (const auto key = between(text, "Value of the ", " key cannot be structured.")) {
            return step(*key);
        }
        if (text.starts_with("Element ") && text.find(" cannot be structured") != std::string::npos) {
            return element(std::stoul(text.substr(text.rfind("at index ") + 9)));
        }
        if (text.starts_with("One of the set elements ")) { // Python keeps no order
            for (const Value one : value_.elements()) {
                places_.insert(one.range().begin);
            }
            return false;
        }
        if (const auto key = between(text, "", " key cannot be structured.")) {
            return at_keys([](const Value&) { return true; });
        }
        if (const std::size_t at = text.find("extra key(s) "); at != std::string::npos) {
            const std::string names = ", " + text.substr(at + 13, text.size() - at - 14) + ", ";
            return at_keys([&](const Value& key) {
                return key.is_string() && names.find(", " + std::string(key.string()) + ", ") != std::string::npos;
            });
        }
        if (const auto field = between(text, "`", "` field has no default value or factory.")) {
            for (const Value deleted : value_.find("_del_").elements()) {
                if (deleted.is_string() && deleted.string() == *field) {
                    places_.insert(deleted.range().begin);
                }
            }
            return false;
        }
        return true;
    }

    /// At any directive, of a text that names one by its path.
    void stand_at_directives() {
        places_.clear();
        add_directives(value_);
    }

    [[nodiscard]] const std::set<std::size_t>& places() const noexcept { return places_; }

private:
    void stand_at(const Value& key, const Value& value) {
        places_ = {key.range().begin, value.range().begin};
        value_ = value;
    }

    bool step(const std::string& name) {
        for (const Value& mapping : {value_.find("_set_"), value_}) { // `_set_` wins
            for (const Value::Entry& entry : mapping.entries()) {
                if (entry.key.is_string() && entry.key.string() == name) {
                    stand_at(entry.key, entry.value);
                    return true;
                }
            }
        }
        return false;
    }

    bool element(std::size_t index) {
        std::size_t at = 0;
        for (const Value::Entry& pair : value_.kind() == Kind::pairs ? value_.entries() : Value().entries()) {
            if (at++ == index) {
                places_ = {pair.key.range().begin};
                return false;
            }
        }
        for (const Value one : value_.elements()) {
            if (at++ == index) {
                value_ = one;
                places_ = {one.range().begin};
                return true;
            }
        }
        return false; // a text's letters
    }

    template <typename Wanted>
    bool at_keys(const Wanted& wanted) {
        std::set<std::size_t> keys;
        for (const Value& mapping : {value_.find("_set_"), value_}) {
            for (const Value::Entry& entry : mapping.entries()) {
                if (wanted(entry.key)) {
                    keys.insert(entry.key.range().begin);
                }
            }
        }
        if (!keys.empty()) {
            places_ = std::move(keys);
        }
        return false;
    }

    void add_directives(const Value& mapping) {
        if (!seen_.insert(mapping.identity()).second) { // it may hold itself
            return;
        }
        for (const Value::Entry& entry : mapping.entries()) {
            if (is_directive(entry.key)) {
                places_.insert({entry.key.range().begin, entry.value.range().begin});
                for (const Value one : entry.value.elements()) {
                    places_.insert(one.range().begin);
                }
                for (const Value::Entry& one : entry.value.entries()) {
                    places_.insert(one.key.range().begin);
                }
            } else {
                add_directives(entry.value);
            }
        }
    }

    Value value_;
    std::set<std::size_t> places_;
    std::set<const void*> seen_;
};

} // namespace

Refusal refusal_of(const Json& expect) {
    if (!expect.contains("error")) {
        return Refusal::none;
    }
    const Json& first = expect.at("error").front();
    const std::string text = text_of(first).value_or("");
    if (text.find(" is not a valid ") != std::string::npos) {
        return Refusal::validation;
    }
    const auto has = [&](std::string_view words) { return text.find(words) != std::string::npos; };
    const bool raw = first.front() == "ValueError" ? has("`target_type`") : first.front() != "RuntimeError";
    const bool card = has(" cannot be parsed as of type ") || has(" cannot be merged with ");
    return (first.front() == "AssetCardError" ? card : raw && first.front() != "InternalError") ? Refusal::overrides
                                                                                                : Refusal::other;
}

std::set<std::size_t> places_of(const Json& expect, const Value::Entry& entry) {
    const Json& chain = expect.at("error");
    if (chain.front().front() != "AssetCardError") {
        return {}; // a raw error says nothing of the way to it
    }
    Walk walk(entry);
    if (text_of(chain.front()).value_or("").find(" cannot be merged with ") != std::string::npos) {
        walk.stand_at_directives();
        return walk.places();
    }
    for (std::size_t link = 1; link < chain.size(); ++link) {
        const auto text = text_of(chain.at(link));
        if (!text) {
            return {};
        }
        if (!walk.follow(*text)) {
            break;
        }
    }
    return walk.places();
}

} // namespace fidelity
