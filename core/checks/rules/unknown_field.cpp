// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS027 unknown-field: fairseq2 reads the fields that it knows and passes over all others without a word.
#include "core/checks/document_edits.h"
#include "core/checks/rules/rules.h"
#include "core/checks/suggest.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::size_t min_similar = 4; // a shorter key is like too many others
constexpr std::size_t long_key = 8;    // in which two letters may be wrong
constexpr std::size_t max_short_name = 20;

/// The field that a key was meant to be, if it looks like one that the card does not have.
std::string nearest_field(const CheckContext& context, std::string_view key, bool is_dataset) {
    if (key.size() < min_similar) {
        return {};
    }
    if (!is_dataset && key.size() < max_short_name) { // `arch`, `family`
        const Field field = field_of("model_" + std::string(key));
        if (field != Field::unknown && (legacy_fields & mask_of(field)) == 0 && !context.own.has(field)) {
            return std::string(name_of(field));
        }
    }
    NameMatcher matcher(key, key.size() < long_key ? 1 : 2);
    for (std::size_t i = 0; i < field_count - 1; ++i) {
        const auto field = static_cast<Field>(i);
        const bool is_current = (legacy_fields & mask_of(field)) == 0;
        if (is_current && !context.own.has(field) && (!is_dataset || name_of(field).starts_with("dataset_"))) {
            matcher.offer(name_of(field));
        }
    }
    return matcher.best();
}

} // namespace

void check_unknown_field(const CheckContext& context, Diagnostics& out) {
    // What a dataset card says beside its family is for the recipe that opens it.
    const bool is_dataset = context.chain.has(Field::dataset_family);
    for (const auto& [field, kind, entry] : context.own.all()) {
        if (entry.merged || field != Field::unknown) {
            continue;
        }
        const std::string_view key = entry.key.is_string() ? entry.key.string() : std::string_view();
        const std::string nearest = nearest_field(context, key, is_dataset);
        if (nearest.empty() && is_dataset) {
            continue;
        }
        const std::string name = entry.key.is_string() ? shown(key) : shown(context.document, entry.key.range());
        Diagnostic& diagnostic = out.add(
            27, nearest.empty() ? Severity::info : Severity::warning, context, entry.key.range(),
            nearest.empty() ? fmt::format("{} is no field that fairseq2 reads.", name)
                            : fmt::format("{} is no field that fairseq2 reads.{}", name, did_you_mean(nearest)));
        diagnostic.short_message = "unknown field";
        if (!nearest.empty()) {
            if (auto edit = replace_key(context, entry, nearest)) {
                diagnostic.fixes.push_back(
                    {fmt::format("Replace by {}", nearest), "Replace", false, {*std::move(edit)}});
            }
        }
    }
}

} // namespace fairlead
