// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/merge_config.h"

#include "core/schemas/config_dictionary.h"
#include "core/schemas/python_print.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>
#include <utility>

namespace fairlead {
namespace {

using Entry = ConfigValue::Entry;

class Merger {
public:
    explicit Merger(MergeNotes& notes) : notes_(notes) {}

    ConfigValue merge(const ConfigValue& target, const ConfigValue& source) {
        const Entry* del = find_entry(source, "_del_");
        const Entry* set = find_entry(source, "_set_");
        ConfigDictionary output = del ? without_deleted(target, *del) : ConfigDictionary(all_entries(target));
        for (const Entry& entry : source.entries()) {
            if (&entry == del || &entry == set)
                continue;
            if (!entry.value.is_mapping()) {
                output.set(entry.key, entry.value);
                continue;
            }
            const ConfigValue* below = output.find(entry.key);
            const ConfigValue target_below = below && below->is_mapping() ? *below : ConfigValue::mapping({});
            path_.push_back(entry.key);
            ConfigValue merged = merge(target_below, entry.value);
            path_.pop_back();
            output.set(entry.key, std::move(merged));
        }
        if (set)
            replace(output, *set);
        return ConfigValue::mapping(std::move(output.entries())).with_origin(source.origin());
    }

private:
    static const Entry* find_entry(const ConfigValue& mapping, std::string_view key) {
        for (const Entry& entry : mapping.entries())
            if (entry.key.is_string() && entry.key.text() == key)
                return &entry;
        return nullptr;
    }

    static std::vector<Entry> all_entries(const ConfigValue& target) {
        return {target.entries().begin(), target.entries().end()};
    }

    ConfigDictionary without_deleted(const ConfigValue& target, const Entry& del) {
        std::unordered_set<std::string_view> names;
        std::unordered_set<std::string_view> present;
        for (const Entry& entry : target.entries())
            if (entry.key.is_string())
                present.insert(entry.key.text());
        if (del.value.kind() == ConfigValue::Kind::list) {
            const auto elements = del.value.elements();
            for (std::size_t index = 0; index < elements.size(); ++index) {
                const ConfigValue& name = elements[index];
                if (!name.is_string())
                    note_error(
                        del, name,
                        fmt::format("Each element under {{}} at `overrides` must be of type `<class 'str'>`, but "
                                    "the element at index {} is of type `{}` instead.",
                                    index, python::type_text(name)));
                else if (names.insert(name.text()).second && !present.contains(name.text()))
                    note(ConfigIssue::What::unknown_delete, del, name, {});
            }
        } else if (!del.value.is_null()) {
            note_error(del, del.value,
                       fmt::format("{{}} at `overrides` must be of type `<class 'list'>`, but is of type `{}` instead.",
                                   python::type_text(del.value)));
        }
        std::vector<Entry> kept;
        for (const Entry& entry : target.entries())
            if (!entry.key.is_string() || !names.contains(entry.key.text()))
                kept.push_back(entry);
        return ConfigDictionary(std::move(kept));
    }

    void replace(ConfigDictionary& output, const Entry& set) {
        if (set.value.is_mapping()) {
            const auto entries = set.value.entries();
            for (std::size_t index = 0; index < entries.size(); ++index) {
                const Entry& entry = entries[index];
                if (entry.key.is_string())
                    output.set(entry.key, entry.value);
                else
                    note_error(
                        set, entry.key,
                        fmt::format("Each key under {{}} at `overrides` must be of type `<class 'str'>`, but the "
                                    "key at index {} is of type `{}` instead.",
                                    index, python::type_text(entry.key)));
            }
        } else if (!set.value.is_null()) {
            note_error(set, set.value,
                       fmt::format("{{}} at `overrides` must be of type `<class 'collections.abc.Mapping'>`, but is of "
                                   "type `{}` instead.",
                                   python::type_text(set.value)));
        }
    }

    void note(ConfigIssue::What what, const Entry& directive, const ConfigValue& at, std::string text) {
        std::string path;
        for (const ConfigValue& key : path_)
            path += std::string(key.is_string() ? key.text() : std::string_view("?")) + ".";
        constexpr std::size_t max_issues = 200; // nobody reads more
        if (notes_.issues.size() >= max_issues)
            return;
        notes_.issues.push_back({.what = what,
                                 .path = path + std::string(directive.key.text()),
                                 .class_name = {},
                                 .type = {},
                                 .text = std::move(text),
                                 .key = directive.key,
                                 .value = at});
    }

    /// `{}` in the text stands for the path; Python cannot join one with a key that is no text.
    void note_error(const Entry& directive, const ConfigValue& at, const std::string& text) {
        std::string path;
        std::string told;
        for (std::size_t index = 0; index < path_.size() && told.empty(); ++index) {
            if (path_[index].is_string())
                path += std::string(path_[index].text()) + ".";
            else
                told =
                    fmt::format("sequence item {}: expected str instance, {} found", index, short_name(path_[index]));
        }
        if (told.empty()) {
            const std::size_t place = text.find("{}");
            told = text.substr(0, place) + path + std::string(directive.key.text()) + text.substr(place + 2);
        }
        if (!notes_.error)
            notes_.error = told;
        note(ConfigIssue::What::directive, directive, at, std::move(told));
    }

    static std::string_view short_name(const ConfigValue& value) {
        return python::type_name(value); // keys are scalars or tuples, whose names have no other form
    }

    MergeNotes& notes_;
    std::vector<ConfigValue> path_;
};

} // namespace

ConfigValue merge_config(const ConfigValue& config, const ConfigValue& overrides, MergeNotes& notes) {
    if (!overrides.is_mapping())
        return overrides;
    return Merger(notes).merge(config.is_mapping() ? config : ConfigValue::mapping({}), overrides);
}

} // namespace fairlead
