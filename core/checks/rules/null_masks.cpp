// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS029 null-masks: null is a value like others, which hides that of a base or a plain card; a config key is looked for
// further down (assets/card.py: AssetConfigLoader), and a base of null is none (assets/store.py).
#include "core/checks/document_edits.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace fairlead {

namespace {

constexpr FieldMask others = legacy_fields | mask_of(Field::unknown);

void tell(const CheckContext& context, const yaml::Value::Entry& entry, Severity severity, std::string message,
          Diagnostics& out) {
    const yaml::TextRange key = entry.key.range();
    const yaml::TextRange value = entry.value.range();
    Diagnostic& diagnostic =
        out.add(29, severity, context, {key.begin, std::max(key.end, value.end)}, std::move(message));
    diagnostic.short_message = "null";
    if (auto edit = remove_entry(context, entry)) {
        diagnostic.fixes.push_back({"Remove this line", "Remove line", false, {*std::move(edit)}});
    }
}

/// The plain card that an overlay lies over; null if this is no overlay.
const CardFacts* plain_below(const CheckContext& context) {
    if (context.card.environment.empty()) {
        return nullptr;
    }
    const auto plain = context.index.find(context.card.name, {});
    return plain ? &context.index.facts(*plain) : nullptr;
}

void check_base(const CheckContext& context, Diagnostics& out) {
    const CardFacts* const plain = plain_below(context);
    if (plain != nullptr && plain->base != 0) {
        tell(context, context.own.entry(Field::base), Severity::warning,
             fmt::format(
                 "base: null cuts the chain: in the environment {} this card inherits nothing. Remove the line to "
                 "keep the base.",
                 shown(context.card.environment)),
             out);
    }
}

void check_config(const CheckContext& context, Field field, Diagnostics& out) {
    const CardFacts* const plain = plain_below(context);
    const bool hides = plain != nullptr && (plain->present & ~plain->null & mask_of(field)) != 0;
    tell(context, context.own.entry(field), Severity::info,
         hides ? fmt::format("{}: null hides that of {}, but not those of its bases.", name_of(field),
                             shown(context.card.name))
               : fmt::format("{}: null has no effect: the overrides of a base still apply.", name_of(field)),
         out);
}

/// Fields that fairseq2 itself does not ask for: recipes and extensions do.
void check_others(const CheckContext& context, Diagnostics& out) {
    std::unordered_map<std::string_view, yaml::Value::Entry> hiding; // a card may have any number of them
    for (const auto& [field, kind, entry] : context.own.all()) {
        if (!entry.merged && kind == yaml::Kind::null && entry.key.is_string() && (mask_of(field) & others) != 0) {
            hiding.emplace(entry.key.string(), entry);
        }
    }
    for (const ChainLink& link : context.chain.links()) {
        if (link.card == context.ref || (context.index.facts(link.card).present & others) == 0) {
            continue;
        }
        for (const yaml::Value::Entry below : context.catalog().document(link.card).root().entries()) {
            const auto found = below.key.is_string() ? hiding.find(below.key.string()) : hiding.end();
            if (found == hiding.end()) {
                continue;
            }
            if (!below.value.is_null()) {
                tell(context, found->second, Severity::info,
                     fmt::format("{}: null hides the value of {}.", shown(found->first),
                                 card_name(context.catalog().card(link.card))),
                     out);
            }
            hiding.erase(found); // what lies further down is hidden by this one
        }
    }
}

} // namespace

void check_null_masks(const CheckContext& context, Diagnostics& out) {
    const FieldMask null = context.own.null();
    if (null == 0) {
        return;
    }
    if ((null & mask_of(Field::base)) != 0) {
        check_base(context, out);
    }
    for (const Trio& trio : trios) {
        for (const Field field : trio.keys) {
            if ((null & mask_of(field)) != 0) {
                check_config(context, field, out);
            }
        }
    }
    if ((null & others) != 0) {
        check_others(context, out);
    }
}

} // namespace fairlead
