// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/override_edit.h"

#include "core/schemas/yaml_values.h"

#include <fmt/format.h>
#include <optional>

namespace fairlead {

namespace {

using Path = std::span<const std::string>;

OverrideEdit refused(std::string why_not) { return {.changes = {}, .why_not = std::move(why_not)}; }

/// The path as the card has to have it: below a `_set_` there are no directives.
std::vector<std::string> route_of(const yaml::Document& document, Path path) {
    std::vector<std::string> route;
    yaml::Value holder = document.root();
    bool is_set = false;
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
        if (const yaml::Value set = holder.find("_set_"); depth > 0 && !is_set && set.find(path[depth])) {
            route.emplace_back("_set_");
            holder = set;
            is_set = true;
        }
        route.push_back(path[depth]);
        holder = holder.find(path[depth]);
    }
    return route;
}

/// What has to be at a path, and nothing else may be different.
class Comparison {
public:
    Comparison(Path path, const ConfigValue* wanted) : path_(path), wanted_(wanted) {}

    /// Why `after` is not `before` with the wanted value (or nothing) at the path; empty: it is.
    [[nodiscard]] std::string difference(const ConfigValue* before, const ConfigValue* after,
                                         std::size_t depth = 0) const {
        if (after == nullptr || after->kind() != ConfigValue::Kind::mapping)
            return is_chain(before, depth) && after == nullptr ? std::string() : unlike(depth);
        if (const std::string other = other_difference(before, *after, path_[depth]); !other.empty())
            return fmt::format("{} would change with it.", yaml::shown_key(other));
        const ConfigValue* below = before != nullptr ? before->find(path_[depth]) : nullptr;
        const ConfigValue* now = after->find(path_[depth]);
        if (depth + 1 < path_.size()) {
            const bool is_left = wanted_ != nullptr ? now == nullptr : now != nullptr && is_chain(below, depth + 1);
            return is_left ? unlike(depth) : difference(below, now, depth + 1);
        }
        const bool fits = wanted_ != nullptr ? now != nullptr && *now == *wanted_ : now == nullptr;
        return fits ? std::string() : unlike(depth);
    }

private:
    [[nodiscard]] std::string unlike(std::size_t depth) const {
        return fmt::format("{} would not be read as it was typed.", yaml::shown_key(path_[depth]));
    }

    /// Mappings with nothing in them but the path: what may go with its end.
    [[nodiscard]] bool is_chain(const ConfigValue* value, std::size_t depth) const {
        for (; wanted_ == nullptr && value != nullptr && depth < path_.size(); ++depth) {
            if (value->entries().size() != 1)
                return false;
            value = value->find(path_[depth]);
        }
        return wanted_ == nullptr && value != nullptr;
    }

    /// The first key whose value is another one, or that came or went, without the one of the path.
    static std::string other_difference(const ConfigValue* before, const ConfigValue& after,
                                        const std::string& without) {
        const auto next = [&](std::span<const ConfigValue::Entry> entries, std::size_t index) {
            while (index < entries.size() && entries[index].key.is_string() && entries[index].key.text() == without)
                ++index;
            return index;
        };
        const std::span<const ConfigValue::Entry> old =
            before != nullptr && before->is_mapping() ? before->entries() : std::span<const ConfigValue::Entry>();
        const std::span<const ConfigValue::Entry> now = after.entries();
        std::size_t left = next(old, 0);
        std::size_t right = next(now, 0);
        while (left < old.size() && right < now.size()) {
            if (!(old[left].key == now[right].key) || !(old[left].value == now[right].value))
                return name_of(old[left].key);
            left = next(old, left + 1);
            right = next(now, right + 1);
        }
        return left < old.size()    ? name_of(old[left].key)
               : right < now.size() ? name_of(now[right].key)
                                    : std::string();
    }

    static std::string name_of(const ConfigValue& key) {
        return key.is_string() && !key.text().empty() ? std::string(key.text()) : std::string("Another entry");
    }

    Path path_;
    const ConfigValue* wanted_; // null: there must be none
};

std::string why_refused(const yaml::Problem* problem) {
    return problem == nullptr ? "The card could not be read with it."
                              : fmt::format("The card could not be read with it. {}", problem->message);
}

/// Reads the text with the changes again.
std::string why_not(const yaml::Stream& stream, std::size_t document, const std::vector<yaml::TextChange>& changes,
                    const Comparison& comparison) {
    const yaml::Document& old = stream.documents()[document];
    const std::string text = changed_text(old.text(), changes);
    yaml::Stream edited = stream;
    const std::size_t begin = stream.begin_of(document);
    const yaml::StreamChange change = edited.replace(begin, begin + old.text().size(), text);
    const auto before = stream.documents();
    const auto after = edited.documents();
    if (before.size() != after.size() || after[document].text() != text)
        return "The file would be divided into other cards.";
    for (std::size_t other = change.first; other < change.first + change.inserted; ++other) {
        if (other != document &&
            (before[other].text() != after[other].text() || before[other].is_yaml_1_1() != after[other].is_yaml_1_1() ||
             before[other].is_document() != after[other].is_document()))
            return "Another card of the file would change.";
    }
    if (!after[document].root())
        return why_refused(after[document].problem());
    YamlValues values;
    const auto then = values.read(old.root(), {});
    const auto now = then ? values.read(after[document].root(), {}) : std::nullopt;
    return now ? comparison.difference(&*then, &*now) : "The card is too large to be compared.";
}

} // namespace

std::string changed_text(std::string_view text, std::span<const yaml::TextChange> changes) {
    std::string made;
    std::size_t at = 0;
    for (const yaml::TextChange& change : changes) {
        made += text.substr(at, change.range.begin - at);
        made += change.text;
        at = change.range.end;
    }
    return made += text.substr(at);
}

std::vector<std::string> path_of_override(const yaml::Document& document, std::span<const std::string> path) {
    std::vector<std::string> route = route_of(document, path);
    yaml::Value value = document.root();
    for (const std::string& key : route)
        value = value.find(key);
    return value ? route : std::vector<std::string>();
}

OverrideEdit write_override(const yaml::Stream& stream, std::size_t document, std::span<const std::string> path,
                            const TypedScalar& value) {
    if (!value.why_not.empty())
        return refused(value.why_not);
    const yaml::Document& text = stream.documents()[document];
    const std::vector<std::string> route = route_of(text, path);
    const Comparison comparison(route, &value.value);
    std::string why;
    for (const yaml::NewEntry place : {yaml::NewEntry::last, yaml::NewEntry::first}) {
        yaml::EntryChanges made = yaml::set_entry(text, route, value.written, place);
        if (!made.why_not.empty())
            return refused(std::move(made.why_not));
        std::string reason = why_not(stream, document, made.changes, comparison);
        if (reason.empty())
            return {.changes = std::move(made.changes), .why_not = {}};
        if (why.empty())
            why = std::move(reason);
    }
    return refused(std::move(why));
}

OverrideEdit remove_override(const yaml::Stream& stream, std::size_t document, std::span<const std::string> path) {
    const yaml::Document& text = stream.documents()[document];
    const std::vector<std::string> route = route_of(text, path);
    yaml::EntryChanges made = yaml::remove_entry(text, route);
    if (!made.why_not.empty())
        return refused(std::move(made.why_not));
    std::string why = why_not(stream, document, made.changes, Comparison(route, nullptr));
    if (!why.empty())
        return refused(std::move(why));
    return {.changes = std::move(made.changes), .why_not = {}};
}

} // namespace fairlead
