// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS020 unknown-family, FS021 unknown-architecture: what a card names has to be registered when it is used
// (models/hub.py, models/family.py, data/tokenizers/hub.py).
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::size_t max_listed = 8;

std::string family_message(const RegistryIndex& registry, FamilyKind kind, std::string_view name,
                           const std::string& nearest) {
    if (kind == FamilyKind::dataset && !registry.has_families(kind)) {
        return fmt::format("{} is no dataset family of this registry, which has none: the recipe that uses the card "
                           "has to bring it.",
                           shown(name));
    }
    if (!nearest.empty()) {
        return fmt::format("{} is no {} family.{}", shown(name), to_string(kind), did_you_mean(nearest));
    }
    return fmt::format("{} is no {} family of this registry. An extension that brings it has to be installed.",
                       shown(name), to_string(kind));
}

std::string family_error(FamilyKind kind, std::string_view name, const Card& card) {
    if (kind == FamilyKind::dataset) {
        return fairseq2_says("DatasetFamilyNotKnownError", fmt::format("{} is not a known dataset family.", name));
    }
    return fairseq2_says(
        "AssetCardError",
        fmt::format("family field of the {} asset card is expected to be a supported {} family, but is "
                    "{} instead.",
                    card.name, to_string(kind), name));
}

/// `causal_lm, seq2seq_lm, auto or custom`
std::string architecture_list(const RegistryIndex& registry, const RegistryIndex::Family& family) {
    std::vector<std::string> names;
    for (const ArchitectureRecord* architecture : registry.registry().architectures_of(*family.record)) {
        if (names.size() == max_listed) {
            names.emplace_back("others");
            break;
        }
        names.push_back(shown(architecture->name));
    }
    return listed(names, "or");
}

void tell_unknown_architecture(const CheckContext& context, const RegistryIndex::Family& family,
                               std::string_view architecture, const ChainLink& architecture_holder,
                               const ChainLink& family_holder, Diagnostics& out) {
    const std::string nearest = family.nearest_architecture(architecture);
    const bool is_own = architecture_holder.card == context.ref;
    const yaml::Value value = is_own ? context.own.value(Field::model_arch) : context.own.value(Field::model_family);
    std::string message =
        fmt::format("{} is no architecture of {}.{}", shown(architecture), family.record->name, did_you_mean(nearest));
    if (nearest.empty() && !family.architectures.empty()) {
        message += fmt::format(" It has {}.", architecture_list(*context.index.registry(), family));
    }
    Diagnostic& diagnostic = out.add(21, Severity::error, context, value.range(), std::move(message));
    diagnostic.short_message = "no such architecture";
    diagnostic.fairseq2_says = fairseq2_says(
        "AssetCardError", fmt::format("model_arch field of the {} asset card is expected to be a supported model "
                                      "architecture, but is {} instead.",
                                      context.card.name, architecture));
    const ChainLink& other = is_own ? family_holder : architecture_holder;
    if (other.card != context.ref) {
        const Field field = is_own ? Field::model_family : Field::model_arch;
        diagnostic.related.push_back({is_own ? fmt::format("the family {} comes from here", family.record->name)
                                             : fmt::format("the architecture {} comes from here", shown(architecture)),
                                      {other.card.file, other.card.document, context.value_on(other, field).range()},
                                      {}});
    }
    if (is_own) {
        suggest_replacement(context, diagnostic, value, nearest);
    }
}

void tell_missing_architecture(const CheckContext& context, const RegistryIndex::Family& family, Diagnostics& out) {
    std::string message =
        family.architectures.empty()
            ? fmt::format("{} has neither a default config nor an architecture: the extension that brings it has to "
                          "register one before a card can be of it.",
                          family.record->name)
            : fmt::format("{} has no default config: a card of it needs a model_arch. It may be {}.",
                          family.record->name, architecture_list(*context.index.registry(), family));
    Diagnostic& diagnostic =
        out.add(21, Severity::error, context, context.own.value(Field::model_family).range(), std::move(message));
    diagnostic.short_message = "no architecture";
    diagnostic.fairseq2_says = fairseq2_says(
        "InternalError",
        fmt::format("Default configuration of the {} model family cannot be constructed.", family.record->name));
}

/// True if it told something.
bool check_architecture(const CheckContext& context, const CardChain& chain, Diagnostics& out) {
    const ChainLink* const family_holder = chain.holder(Field::model_family);
    if (family_holder == nullptr) {
        return false;
    }
    const yaml::Value family_name = context.value_on(*family_holder, Field::model_family);
    const RegistryIndex::Family* const family =
        family_name.is_string() ? context.index.registry()->find(FamilyKind::model, family_name.string()) : nullptr;
    if (family == nullptr) {
        return false; // FS020, FS022
    }
    const ChainLink* const holder = chain.holder(Field::model_arch);
    if (holder == nullptr) {
        if (family->needs_architecture && family_holder->card == context.ref &&
            chain.end() == CardChain::End::complete) {
            tell_missing_architecture(context, *family, out);
            return true;
        }
        return false;
    }
    const auto is_overlay_of_this = [&](const ChainLink& link) {
        return link.card != context.ref && context.catalog().card(link.card).name == context.card.name &&
               context.card.environment.empty();
    };
    if ((holder->card != context.ref && family_holder->card != context.ref) || is_overlay_of_this(*holder) ||
        is_overlay_of_this(*family_holder)) {
        return false; // told at the cards that say it
    }
    const yaml::Value architecture = context.value_on(*holder, Field::model_arch);
    if (!architecture.is_string() || family->has_architecture(architecture.string())) {
        return false;
    }
    tell_unknown_architecture(context, *family, architecture.string(), *holder, *family_holder, out);
    return true;
}

} // namespace

void check_unknown_family(const CheckContext& context, Diagnostics& out) {
    const RegistryIndex* const registry = context.index.registry();
    if (registry == nullptr) {
        return;
    }
    for (const FamilyKind kind : {FamilyKind::model, FamilyKind::dataset, FamilyKind::tokenizer}) {
        const Field field = family_field(kind);
        const yaml::Value value = context.own.value(field);
        if (!value || !value.is_string() || registry->find(kind, value.string()) != nullptr) {
            continue;
        }
        const std::string nearest = registry->nearest_family(kind, value.string());
        const bool is_softened = kind == FamilyKind::dataset && !registry->has_families(kind);
        Diagnostic& diagnostic = out.add(20, is_softened ? Severity::info : Severity::error, context, value.range(),
                                         family_message(*registry, kind, value.string(), nearest));
        diagnostic.short_message = "unknown family";
        diagnostic.fairseq2_says = family_error(kind, value.string(), context.card);
        suggest_replacement(context, diagnostic, value, nearest);
    }
}

void check_unknown_architecture(const CheckContext& context, Diagnostics& out) {
    if (context.index.registry() == nullptr) {
        return;
    }
    if (!check_architecture(context, context.chain, out) && context.usual_chain != nullptr) {
        check_architecture(context, *context.usual_chain, out);
    }
}

} // namespace fairlead
