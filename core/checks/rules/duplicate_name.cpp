// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS008 duplicate-name: a name may stand once, over all sources (assets/metadata_provider.py, assets/store.py). In a
// checkpoint's model.yaml the last one wins in silence. Names that are doubled because a source is nested in another or
// copied from it are FS019.
#include "core/assets/source_place.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace fairlead {

namespace {

constexpr std::size_t max_related = 100;
constexpr std::size_t max_named = 3;

/// Whether the name stands twice for a reason that FS019 does not tell.
bool is_unexplained(const CheckIndex& index, std::span<const CardRef> owners) {
    const auto source = [&](CardRef owner) { return index.catalog().file(owner.file).source; };
    std::vector<std::uint32_t> sources;
    for (const CardRef owner : owners) {
        if (std::find(sources.begin(), sources.end(), source(owner)) != sources.end()) {
            return true;
        }
        sources.push_back(source(owner));
    }
    const auto is_explained = [&](std::uint32_t one) {
        return std::any_of(sources.begin(), sources.end(),
                           [&](std::uint32_t other) { return index.is_repeat(one, other); });
    };
    return sources.size() - static_cast<std::size_t>(std::count_if(sources.begin(), sources.end(), is_explained)) > 1;
}

/// `lab_asr, wav2vec2_asr base_10h`: what tells two owners apart.
std::string description(const CheckContext& context, CardRef owner) {
    const Catalog& catalog = context.catalog();
    std::string text = card_name(catalog.card(owner));
    const yaml::Value root = catalog.document(owner).root();
    std::string_view separator = ", ";
    for (const std::string_view key : {"model_family", "model_arch", "dataset_family", "tokenizer_family"}) {
        const yaml::Value value = root.find(key);
        if (value && value.is_string()) {
            text += separator;
            text += shown(value.string());
            separator = " ";
        }
    }
    return text;
}

DocumentPlace place_of(const Catalog& catalog, CardRef owner) {
    const yaml::Value name = catalog.document(owner).root().find("name");
    return {owner.file, owner.document, name ? name.range() : yaml::TextRange{}};
}

/// Several sources may have one name: each extension gives its own.
struct NamedPlace {
    std::string name;
    std::size_t count = 0;
};

std::string message(const CheckContext& context, std::span<const CardRef> owners, CardRef seen_from) {
    std::vector<NamedPlace> named;
    for (const CardRef owner : owners.first(std::min(owners.size(), max_related))) {
        if (owner == seen_from) {
            continue;
        }
        const std::string name = place_name(context.catalog(), place_of(context.catalog(), owner));
        const auto same = std::find_if(named.begin(), named.end(), [&](const auto& one) { return one.name == name; });
        if (same != named.end()) {
            ++same->count;
        } else if (named.size() < max_named) {
            named.push_back({name, 1});
        }
    }
    const std::size_t others = owners.size() - 1;
    std::size_t told = 0;
    for (const NamedPlace& place : named) {
        told += place.count;
    }
    if (others > told && named.size() == max_named) {
        told -= named.back().count;
        named.pop_back();
    }
    std::vector<std::string> places;
    places.reserve(named.size() + 1);
    for (const NamedPlace& place : named) {
        places.push_back(place.count == 1 ? place.name
                                          : fmt::format("{} ({} sources of this name)", place.name, place.count));
    }
    if (others > told) {
        places.push_back(counted(others - told, "other place"));
    }
    return fmt::format("{} is also the name of {} in {}. fairseq2 accepts a name only once, over all sources.",
                       card_name(context.card), others == 1 ? "a card" : "cards", listed(places));
}

/// fairseq2's text: doubles within a source are found when it is loaded, those of other sources right after that.
std::string error_text(const CheckContext& context, std::span<const CardRef> owners) {
    const Catalog& catalog = context.catalog();
    const auto source_of = [&](CardRef owner) { return catalog.file(owner.file).source; };
    std::size_t second = 1;
    if (second + 1 < owners.size() && source_of(owners[1]) == source_of(owners[2])) {
        second = 2;
    }
    const std::uint32_t source = source_of(owners[second]);
    const std::string name = catalog.stored_name(owners.front());
    std::string text;
    if (source != source_of(owners[second - 1])) {
        text = fmt::format("An asset with name {} exists in both {} and {}.", name, catalog.sources()[source].name,
                           catalog.sources()[source_of(owners.front())].name);
    } else if (catalog.sources()[source].kind == SourceKind::package) {
        text = fmt::format("Two assets in the {} package have the same name {}.",
                           source_name(catalog.sources()[source]), name);
    } else if (catalog.sources()[source].kind == SourceKind::in_memory) {
        text = fmt::format("Assets in `metadata` must have unique names, but two assets have the same name {}.", name);
    } else {
        text = fmt::format("Two assets at {} have the same name {}.", source_place(catalog, source), name);
    }
    return fairseq2_says("AssetMetadataError", text);
}

} // namespace

void check_duplicate_name(const CheckContext& context, Diagnostics& out) {
    if (!context.index.is_doubled(context.ref)) {
        return;
    }
    const std::span<const CardRef> owners = context.index.owners(context.card);
    if (owners.size() < 2 || context.index.reporter(owners) != context.ref || !is_unexplained(context.index, owners)) {
        return;
    }
    Diagnostic& diagnostic =
        out.add(8, Severity::error, context, context.name_range(), message(context, owners, context.ref));
    out.tells_position();
    diagnostic.load = true;
    diagnostic.short_message = "duplicate";
    diagnostic.fairseq2_says = error_text(context, owners);
    for (const CardRef owner : owners.first(std::min(owners.size(), max_related))) {
        diagnostic.related.push_back({description(context, owner), place_of(context.catalog(), owner),
                                      owner == context.ref ? std::string() : message(context, owners, owner)});
    }
}

} // namespace fairlead
