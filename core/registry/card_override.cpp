// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/card_override.h"

#include "core/assets/resolve.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace fairlead {

namespace {

/// A card's config as it is in a catalog.
struct Reading {
    ResolvedCard card;
    std::optional<CardConfig> config;
    std::vector<ConfigLeaf> leaves; // of `config`

    Reading(const OverridePlace& place, const Catalog& catalog)
        : card(resolve_card(catalog, catalog.asked_name(place.card), place.environment)) {
        if (!card.error)
            config = card_config(place.configs, catalog, card, place.kind, place.environment, place.architecture);
        if (config)
            leaves = config_leaves(place.configs.registry(), config->class_name, config->loaded.config);
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    [[nodiscard]] const ConfigLeaf* leaf(std::string_view path) const {
        const auto found = std::ranges::find(leaves, path, &ConfigLeaf::path);
        return found == leaves.end() ? nullptr : &*found;
    }
    [[nodiscard]] const ConfigIssue* issue_at(std::string_view path) const {
        const auto found = std::ranges::find(config->loaded.issues, path, &ConfigIssue::path);
        return found == config->loaded.issues.end() ? nullptr : &*found;
    }
};

const TypeExpression* type_of(const ConfigLeaf& leaf) {
    const ConfigField* field =
        leaf.schema ? leaf.schema->find_field(leaf.path.substr(leaf.path.rfind('.') + 1)) : nullptr;
    return field != nullptr ? &field->type_tree : nullptr;
}

std::vector<std::string> path_of(const Reading& now, const OverridePlace& place) {
    std::vector<std::string> path{now.config && !now.config->key.empty()
                                      ? now.config->key
                                      : fmt::format("{}_config_overrides", to_string(place.kind))};
    for (std::size_t at = 0; at <= place.field.size();) {
        const std::size_t dot = std::min(place.field.find('.', at), place.field.size());
        path.emplace_back(place.field.substr(at, dot - at));
        at = dot + 1;
    }
    return path;
}

/// Why the text of the card cannot be what is changed; empty: it can.
std::string why_no_edit(const OverridePlace& place, const Reading& now) {
    if (!place.catalog.card(place.card).is_card())
        return "This document is no card.";
    const CardFile& file = place.catalog.file(place.card.file);
    if (file.synthetic)
        return "fairseq2 makes this card; it has no text to change.";
    if (place.catalog.sources()[file.source].from_registry)
        return "This card belongs to a package. Copy it to your cards to override its config.";
    if (now.card.error)
        return now.card.error->message;
    if (!now.config)
        return "This card has no such config.";
    if (std::ranges::find(now.card.chain, place.card) == now.card.chain.end())
        return fmt::format("Another card is the one that fairseq2 finds as {}.", place.catalog.asked_name(place.card));
    if (place.kind == FamilyKind::tokenizer && now.card.field("tokenizer_ref") != nullptr)
        return "The config is that of the card that tokenizer_ref names. Write the override there.";
    return {};
}

bool has_kind(const TypeExpression& type, std::initializer_list<TypeKind> kinds) {
    return std::ranges::find(kinds, type.kind) != kinds.end() ||
           std::ranges::any_of(
               type.args, [&](const TypeExpression& arg) { return std::ranges::find(kinds, arg.kind) != kinds.end(); });
}

bool is_number(const ConfigValue& value) {
    return value.kind() == ConfigValue::Kind::boolean || value.kind() == ConfigValue::Kind::integer ||
           value.kind() == ConfigValue::Kind::real;
}

/// Whether two values are one for the config's reader: without overrides fairseq2 structures nothing, so that an int
/// stays in a field of floats, a list in one of tuples.
bool alike(const ConfigValue& left, const ConfigValue& right) {
    using Kind = ConfigValue::Kind;
    if (left == right)
        return true;
    if (is_number(left) && is_number(right))
        return python_key(left) == python_key(right);
    const auto is_row = [](const ConfigValue& value) {
        return value.kind() == Kind::list || value.kind() == Kind::tuple;
    };
    if (is_row(left) && is_row(right))
        return std::ranges::equal(left.elements(), right.elements(), alike);
    return left.is_mapping() && right.is_mapping() &&
           std::ranges::equal(left.entries(), right.entries(),
                              [](const ConfigValue::Entry& one, const ConfigValue::Entry& other) {
                                  return one.key == other.key && alike(one.value, other.value);
                              });
}

/// Whether what fairseq2 makes of a value is still that value.
bool is_kept(const ConfigLeaf& leaf, const ConfigValue& typed) {
    const ConfigValue& made = *leaf.value;
    if (alike(made, typed) || !made.variables().empty())
        return true;
    const TypeExpression* type = type_of(leaf);
    return made.is_string() && typed.is_string() && type != nullptr &&
           has_kind(*type, {TypeKind::dtype, TypeKind::device, TypeKind::path, TypeKind::enumeration});
}

bool below(std::string_view path, std::string_view top) {
    return path == top || (path.size() > top.size() && path.starts_with(top) && path[top.size()] == '.');
}

std::string value_text(const ConfigValue& value) { return scalar_text(value).value_or("other values"); }

std::string reason_of(const ConfigError& error) {
    return fmt::format("fairseq2 would refuse it: {}",
                       error.causes.empty() ? error.error.message : error.causes.back().message);
}

/// Why another config than the wanted one would come of an edit. `top`: the fields that may be others.
std::string other_change(const Reading& before, const Reading& after, std::string_view top) {
    if (!after.config || after.config->base.is_null())
        return "fairseq2 would make no config of the card any more.";
    for (const ConfigIssue& issue : after.config->loaded.issues) {
        if (below(issue.path, top) || std::ranges::any_of(before.config->loaded.issues, [&](const ConfigIssue& old) {
                return old.what == issue.what && old.path == issue.path && old.text == issue.text;
            }))
            continue;
        return issue.path.empty() ? issue.text : fmt::format("{}: {}", yaml::shown_key(issue.path), issue.text);
    }
    if (after.config->loaded.error && !before.config->loaded.error)
        return reason_of(*after.config->loaded.error);
    for (const ConfigLeaf& leaf : after.leaves) {
        const ConfigLeaf* old = before.leaf(leaf.path);
        if (!below(leaf.path, top) && (old == nullptr || !alike(*old->value, *leaf.value)))
            return fmt::format("{} would become {} with it.", yaml::shown_key(leaf.path), value_text(*leaf.value));
    }
    for (const ConfigLeaf& old : before.leaves) {
        if (!below(old.path, top) && after.leaf(old.path) == nullptr)
            return fmt::format("{} would go with it.", yaml::shown_key(old.path));
    }
    return {};
}

/// What the cards of one name hide of each other, where that is why an edit cannot be; empty: it is not.
std::string hidden(const OverridePlace& place, const Reading& now, std::string_view key) {
    const Catalog& catalog = place.catalog;
    const auto other = std::ranges::find_if(now.card.chain, [&](CardRef ref) {
        return !(ref == place.card) && catalog.card(ref).name == catalog.card(place.card).name &&
               catalog.document(ref).root().find(key);
    });
    if (other == now.card.chain.end())
        return {};
    if (!catalog.card(*other).environment.empty())
        return fmt::format("{} hides the {} of this card.", catalog.asked_name(*other), key);
    if (catalog.document(place.card).root().find(key))
        return {};
    return fmt::format("This card would then hide all of the {} of {}. Copy them into it first.", key,
                       catalog.asked_name(*other));
}

Catalog edited(const OverridePlace& place, const std::vector<yaml::TextChange>& changes) {
    Catalog catalog = place.catalog;
    const std::size_t begin = catalog.file(place.card.file).stream.begin_of(place.card.document);
    const std::string text(catalog.document(place.card).text());
    catalog.edit(place.card.file, begin, begin + text.size(), changed_text(text, changes));
    return catalog;
}

/// Why the config has not the typed value at the place, and the old ones everywhere else; empty: it has.
std::string why_not_typed(const OverridePlace& place, const Reading& before, const Reading& after, std::string_view key,
                          const ConfigValue& typed) {
    if (after.config && after.config->key != key)
        return fmt::format("fairseq2 would not look at {}.", key);
    if (std::string why = other_change(before, after, place.field); !why.empty())
        return why;
    if (const ConfigIssue* issue = after.issue_at(place.field))
        return fmt::format("fairseq2 would refuse it: {}", issue->text);
    const ConfigLeaf* made = after.leaf(place.field);
    if (made == nullptr)
        return "fairseq2 would make nothing of it.";
    if (!is_kept(*made, typed))
        return fmt::format("fairseq2 would make {} of it.", value_text(*made->value));
    const ConfigOrigin origin = made->origin();
    return origin.from == ConfigOrigin::From::card && origin.card == place.card ? std::string()
                                                                                : "Another card decides this field.";
}

OverrideEdit refused(std::string why_not) { return {.changes = {}, .why_not = std::move(why_not)}; }

} // namespace

OverrideFacts override_facts(const OverridePlace& place) {
    const Reading now(place, place.catalog);
    OverrideFacts facts;
    facts.why_no_write = why_no_edit(place, now);
    if (!now.config)
        return facts;
    facts.is_written = facts.why_no_write.empty() &&
                       !path_of_override(place.catalog.document(place.card), path_of(now, place)).empty();
    const ConfigLeaf* leaf = now.leaf(place.field);
    if (leaf != nullptr) {
        const std::optional<std::string> text = scalar_text(*leaf->value);
        facts.text = text.value_or(std::string());
        if (const TypeExpression* type = type_of(*leaf))
            facts.choices = scalar_choices(*type);
        if (facts.why_no_write.empty() && !text)
            facts.why_no_write = "Lists and mappings must be written in the text.";
    }
    if (!facts.why_no_write.empty())
        return facts;
    if (now.config->base.is_null())
        facts.why_no_write = "fairseq2 makes no config of this card. Mend that first.";
    else if (leaf == nullptr)
        facts.why_no_write = "The config has no such field.";
    return facts;
}

OverrideEdit write_override(const OverridePlace& place, std::string_view typed) {
    const Reading before(place, place.catalog);
    if (std::string why = why_no_edit(place, before); !why.empty())
        return refused(std::move(why));
    const ConfigLeaf* old = before.leaf(place.field);
    if (old == nullptr || before.config->base.is_null())
        return refused("fairseq2 makes no config of this card that has this field.");
    const yaml::Document& document = place.catalog.document(place.card);
    const TypedScalar value = typed_scalar(typed, type_of(*old), document.is_yaml_1_1());
    const std::vector<std::string> path = path_of(before, place);
    OverrideEdit edit = write_override(place.catalog.file(place.card.file).stream, place.card.document, path, value);
    if (!edit.why_not.empty())
        return edit;
    const Catalog catalog = edited(place, edit.changes);
    const Reading after(place, catalog);
    std::string why = why_not_typed(place, before, after, path.front(), value.value);
    if (why.empty())
        return edit;
    std::string reason = hidden(place, before, path.front());
    return refused(reason.empty() ? std::move(why) : std::move(reason));
}

OverrideEdit remove_override(const OverridePlace& place) {
    const Reading before(place, place.catalog);
    if (std::string why = why_no_edit(place, before); !why.empty())
        return refused(std::move(why));
    const std::vector<std::string> path = path_of(before, place);
    OverrideEdit edit = remove_override(place.catalog.file(place.card.file).stream, place.card.document, path);
    if (!edit.why_not.empty())
        return edit;
    const Catalog catalog = edited(place, edit.changes);
    // What a mapping that went held is another value as a whole.
    yaml::Value left = catalog.document(place.card).root();
    std::string top;
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
        left = left.find(path[depth]);
        if (depth > 0)
            top += (top.empty() ? "" : ".") + path[depth];
        if (!left && depth > 0)
            break;
    }
    if (std::string why = other_change(before, Reading(place, catalog), top); !why.empty())
        return refused(std::move(why));
    return edit;
}

} // namespace fairlead
