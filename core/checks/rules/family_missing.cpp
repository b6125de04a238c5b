// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS068 family-missing: what a card says to a family that neither it nor a base names. fairseq2 asks for the family
// first (models/hub.py, datasets/hub.py, data/tokenizers/hub.py) and refuses the card when it is used.
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead {

namespace {

/// The first of a card's own fields that only a family of this kind reads; `unknown` if it has none.
Field field_for(const CheckContext& context, const Trio& trio) {
    const FieldMask said = context.own.present() & ~context.own.null();
    if (trio.kind == FamilyKind::model && (said & mask_of(Field::model_arch)) != 0) {
        return Field::model_arch;
    }
    const auto* const key =
        std::find_if(trio.keys.begin(), trio.keys.end(), [&](Field field) { return (said & mask_of(field)) != 0; });
    return key == trio.keys.end() ? Field::unknown : *key;
}

/// ` llama has that architecture.`, if one family alone has it.
std::string family_of_architecture(const CheckContext& context, Field field) {
    const std::string_view architecture =
        field == Field::model_arch ? context.own.text(Field::model_arch) : std::string_view();
    if (architecture.empty() || context.index.registry() == nullptr) {
        return {};
    }
    const FamilyRecord* found = nullptr;
    for (const FamilyRecord& family : context.index.registry()->registry().families) {
        const RegistryIndex::Family* const known = context.index.registry()->find(family.kind, family.name);
        if (family.kind == FamilyKind::model && known != nullptr && known->has_architecture(architecture)) {
            if (found != nullptr) {
                return {};
            }
            found = &family;
        }
    }
    return found == nullptr ? std::string() : fmt::format(" {} has that architecture.", shown(found->name));
}

} // namespace

void check_family_missing(const CheckContext& context, Diagnostics& out) {
    if (context.chain.end() != CardChain::End::complete) {
        return; // FS010, FS011
    }
    for (const Trio& trio : trios) {
        const Field family = family_field(trio.kind);
        const Field field = field_for(context, trio);
        const auto has = [&](Field wanted) {
            return context.chain.has(wanted) || (context.usual_chain != nullptr && context.usual_chain->has(wanted));
        };
        // Of a tokenizer_ref the other card's family counts.
        if (field == Field::unknown || has(family) ||
            (trio.kind == FamilyKind::tokenizer && has(Field::tokenizer_ref)) ||
            context.index.is_base(context.card.name)) {
            continue;
        }
        Diagnostic& diagnostic = out.add(
            68, Severity::error, context, context.own.entry(field).key.range(),
            fmt::format("{} has {}, but neither it nor a base says {}: fairseq2 cannot use it as a {}.{} Add {}.",
                        card_name(context.card), name_of(field), name_of(family), to_string(trio.kind),
                        family_of_architecture(context, field), name_of(family)));
        diagnostic.short_message = "no family";
        diagnostic.fairseq2_says =
            fairseq2_says("AssetCardError", fmt::format("{} asset card does not have a field named {}.",
                                                        context.card.name, name_of(family)));
    }
}

} // namespace fairlead
