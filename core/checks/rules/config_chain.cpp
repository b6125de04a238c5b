// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS069 config-chain: overrides of several cards that are right each for itself, but make no config together
// (models/family.py: get_model_config merges them, the base's first). AssetCardError when the card is used.
#include "core/checks/config_findings.h"
#include "core/checks/config_places.h"
#include "core/checks/own_limit.h"
#include "core/checks/plain_overrides.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

namespace fairlead {

namespace {

constexpr std::uint16_t rule = 69;
constexpr std::size_t most_named = 3; // cards, in a message

using Links = std::span<const ChainLink>;

/// What cards of a chain ask a family for together.
struct Asked {
    FamilyKind kind = FamilyKind::model;
    const RegistryIndex::Family* family = nullptr;
    std::optional<std::string_view> architecture{};
    Field key = Field::unknown; ///< of the trio, the one that counts
    std::vector<ConfigOverride> overrides{};
};

FieldMask not_null(const ChainLink& link) noexcept { return link.present & ~link.null; }

/// The value of the first card that has the field.
yaml::Value value_of(const CheckContext& context, Links links, Field field) {
    const auto holder =
        std::ranges::find_if(links, [&](const auto& link) { return (link.present & mask_of(field)) != 0; });
    return holder == links.end() ? yaml::Value() : context.value_on(*holder, field);
}

/// None where fairseq2 does not come as far as to the overrides, or there are none. `stands_in`: for cards that are
/// only bases, any architecture where there is none: its fields are the same.
std::optional<Asked> asked_by(const CheckContext& context, Links links, const Trio& trio, bool stands_in) {
    const auto has = [&](Field key) {
        return std::ranges::any_of(links, [&](const auto& link) { return (not_null(link) & mask_of(key)) != 0; });
    };
    const auto* const key = std::ranges::find_if(trio.keys, has);
    const yaml::Value name = value_of(context, links, family_field(trio.kind));
    if (key == trio.keys.end() || !name || !name.is_string()) {
        return std::nullopt;
    }
    Asked asked{.kind = trio.kind, .family = context.index.registry()->find(trio.kind, name.string()), .key = *key};
    if (asked.family == nullptr) {
        return std::nullopt;
    }
    if (trio.kind == FamilyKind::model) {
        const yaml::Value architecture = value_of(context, links, Field::model_arch);
        if (architecture && architecture.is_string() && asked.family->has_architecture(architecture.string())) {
            asked.architecture = architecture.string();
        } else if (architecture || asked.family->needs_architecture) {
            if (!stands_in) {
                return std::nullopt; // FS021, FS022
            }
            if (!asked.family->architectures.empty()) {
                asked.architecture = asked.family->architectures.front();
            }
        }
    }
    for (const ChainLink& link : links) {
        if ((not_null(link) & mask_of(*key)) != 0) {
            asked.overrides.push_back({.card_name = std::string(context.catalog().card(link.card).name),
                                       .card = link.card,
                                       .value = context.value_on(link, *key)});
        }
    }
    return asked;
}

CardConfig config_of(const CheckContext& context, const Asked& asked) {
    return context.index.registry()->configs().ask({.kind = asked.kind,
                                                    .card_name = context.card.name,
                                                    .family = asked.family->record->name,
                                                    .architecture = asked.architecture,
                                                    .key = name_of(asked.key),
                                                    .overrides = asked.overrides});
}

bool is_plain(const CheckContext& context, const Asked& asked) {
    const RegistryIndex& registry = *context.index.registry();
    const FamilyRecord& family = *asked.family->record;
    return std::ranges::all_of(asked.overrides,
                               [&](const ConfigOverride& one) {
                                   return fits_plainly(registry.registry(), family.config_class.value_or(""),
                                                       one.value);
                               }) &&
           registry.configs().reads_back(asked.kind, family.name, asked.architecture);
}

/// Whether the card's own overrides are told to be wrong, each at its place.
bool is_own_fault(const CheckContext& context, FamilyKind kind) {
    return std::ranges::any_of(find_config_issues(context), [&](const ConfigFinding& finding) {
        return finding.kind == kind && std::ranges::any_of(finding.issues, [](const ConfigIssue& issue) {
                   return issue.what != ConfigIssue::What::unknown_delete;
               });
    });
}

/// In our words where they say it shorter; else the innermost reason that fairseq2 has.
std::string reason_of(const LoadedConfig& loaded) {
    const ConfigIssue issue = loaded.issues.empty() ? ConfigIssue() : loaded.issues.front();
    if (!issue.class_name.empty() && issue.what == ConfigIssue::What::unknown_key) {
        return fmt::format("{} has no field {}.", short_class(issue.class_name), shown(issue.path));
    }
    if (!issue.class_name.empty() && issue.what == ConfigIssue::What::missing) {
        return fmt::format("a value for {} is missing, and {} has no default.", shown(issue.path),
                           short_class(issue.class_name));
    }
    const ConfigError& error = *loaded.error;
    return error.causes.empty() ? error.error.message : error.causes.back().message;
}

std::span<const ConfigOverride> named(const std::vector<ConfigOverride>& cards) noexcept {
    return std::span(cards).first(std::min(most_named, cards.size()));
}

std::string names_of(const CheckContext& context, const std::vector<ConfigOverride>& cards) {
    std::vector<std::string> names;
    for (const ConfigOverride& one : named(cards)) {
        names.push_back(shown(card_name(context.catalog().card(one.card))));
    }
    if (cards.size() > most_named) {
        names.push_back(counted(cards.size() - most_named, "other"));
    }
    return listed(names);
}

/// What of the card's own is at odds with the others: its overrides, if it is one of them that does not fit, or else
/// what it wants them for.
Field field_to_blame(const CheckContext& context, const Asked& asked, bool is_own_value) {
    const auto has = [&](Field field) { return (context.own.present() & mask_of(field)) != 0; };
    const Field family = family_field(asked.kind);
    const Field wanted = has(family) ? family : Field::model_arch;
    return has(wanted) && !(is_own_value && has(asked.key)) ? wanted : asked.key;
}

/// Of overrides that are the card's own: an overlay of a base asks for another config.
std::string of_another_family(const CheckContext& context, Links links, const Asked& asked, const std::string& reason) {
    const auto overlay = std::ranges::find_if(
        links, [&](const auto& link) { return !context.catalog().card(link.card).environment.empty(); });
    const Card& card = context.catalog().card(overlay->card);
    return fmt::format("{} does not fit the config that {} asks for: {} Write {}@{} with what fits there.",
                       name_of(asked.key), shown(card_name(card)), reason, shown(context.card.name),
                       shown(card.environment));
}

void tell(const CheckContext& context, Links links, const Asked& asked, const CardConfig& config,
          const std::string& when, Diagnostics& out) {
    const std::vector<ConfigIssue>& issues = config.loaded.issues;
    const bool is_own_value = !issues.empty() && is_in_card(context, issues.front());
    const Field field = field_to_blame(context, asked, is_own_value);
    const ConfigValue* const value = !is_own_value                  ? nullptr
                                     : issues.front().key.is_null() ? &issues.front().value
                                                                    : &issues.front().key;
    const yaml::TextRange range = value ? value->origin().range : context.own.entry(field).key.range();
    std::vector<ConfigOverride> others;
    std::ranges::copy_if(asked.overrides, std::back_inserter(others),
                         [&](const ConfigOverride& one) { return one.card != context.ref; });
    const std::string reason = reason_of(config.loaded);
    std::string message;
    if (others.empty()) {
        message = of_another_family(context, links, asked, reason);
    } else if (field == asked.key) {
        message = fmt::format("{} {} of {} this makes no config: {} Mend one of them.", when.empty() ? "Over" : "over",
                              name_of(asked.key), names_of(context, others), reason);
    } else {
        message =
            fmt::format("{} of {} does not fit the config that {} asks for here: {} Mend it there, or take it away "
                        "here with _del_.",
                        name_of(asked.key), names_of(context, others), name_of(field), reason);
    }
    Diagnostic& diagnostic = out.add(rule, Severity::error, context, range, when + message);
    diagnostic.short_message = "no config together";
    diagnostic.fairseq2_says = said_of_config(config);
    for (const ConfigOverride& one : named(others)) {
        const auto entry = context.catalog().document(one.card).root().find_entry(name_of(asked.key));
        diagnostic.related.push_back(
            {"this is overridden with it", {one.card.file, one.card.document, entry->key.range()}, {}});
    }
}

/// Whether the cards below this one make no config either.
bool fails_without(const CheckContext& context, Links links, const Trio& trio) {
    std::vector<ChainLink> below(links.begin() + 1, links.end());
    if (context.catalog().card(below.front().card).name == context.card.name) {
        const CardFacts& plain = context.index.facts(below.front().card); // what the overlay hides, too
        below.front().present = plain.present;
        below.front().null = plain.null;
    }
    const auto asked = asked_by(context, below, trio, true);
    return asked && config_of(context, *asked).loaded.error;
}

/// `when`: what a message begins with.
bool check_trio(const CheckContext& context, const CardChain& chain, const Trio& trio, const std::string& when,
                Diagnostics& out) {
    const Links links = chain.links();
    // What an overlay brings to a card is told at the overlay.
    if (links.size() < 2 || links.front().card != context.ref || chain.end() != CardChain::End::complete ||
        !context.index.work().may_follow()) {
        return false;
    }
    const auto asked = asked_by(context, links, trio, false);
    const FieldMask brings = !asked ? 0
                                    : mask_of(asked->key, family_field(trio.kind)) |
                                          (trio.kind == FamilyKind::model ? mask_of(Field::model_arch) : 0);
    if ((context.own.present() & brings) == 0 || // told at the card that brings something
        (!chain.uses_overlays() && // find_config_issues looks at what the card says itself, without overlays
         std::ranges::all_of(asked->overrides, [&](const auto& one) { return one.card == context.ref; }))) {
        return false;
    }
    context.index.work().add_links(asked->overrides.size());
    if (is_plain(context, *asked)) {
        return false;
    }
    const CardConfig config = config_of(context, *asked);
    const LoadedConfig& loaded = config.loaded;
    if (!loaded.error || !loaded.not_known.empty() || is_own_limit(loaded.error->error) ||
        is_own_fault(context, trio.kind)) {
        return false;
    }
    if (fails_without(context, links, trio)) {
        return false; // told there
    }
    tell(context, links, *asked, config, when, out);
    return true;
}

/// In environments that are to be asked for: one at whose overlays the card below them fails.
void check_environments(const CheckContext& context, const Trio& trio, Diagnostics& out) {
    if (!context.card.environment.empty() || context.chain.links().size() < 2 ||
        (context.own.present() & (trio.mask() | mask_of(family_field(trio.kind), Field::model_arch))) == 0) {
        return;
    }
    for (const auto& [environment, cards] : context.index.environments()) {
        if (context.index.is_usual(environment)) {
            continue;
        }
        if (!context.index.work().may_follow()) {
            return;
        }
        const std::string_view asked_for[] = {environment};
        CardChain chain;
        chain.follow(context.index, context.ref, asked_for);
        context.index.work().add_links(chain.links().size());
        if (chain.uses_overlays() && check_trio(context, chain, trio, "With @" + shown(environment) + ", ", out)) {
            return;
        }
    }
}

} // namespace

void check_config_chain(const CheckContext& context, Diagnostics& out) {
    if (context.index.registry() == nullptr) {
        return;
    }
    for (const Trio& trio : trios) {
        const bool told = check_trio(context, context.chain, trio, {}, out) ||
                          (context.usual_chain != nullptr && check_trio(context, *context.usual_chain, trio, {}, out));
        if (!told) {
            check_environments(context, trio, out);
        }
    }
}

} // namespace fairlead
