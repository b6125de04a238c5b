// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS028 legacy-field: what older versions of fairseq2 read and 0.8 does not.
#include "core/checks/document_edits.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::uint16_t rule = 28;
constexpr std::size_t max_depth = 64;

Diagnostic& add(const CheckContext& context, yaml::TextRange range, std::string message, Diagnostics& out) {
    Diagnostic& diagnostic = out.add(rule, Severity::warning, context, range, std::move(message));
    diagnostic.short_message = "old field";
    return diagnostic;
}

std::string message(Field field) {
    switch (field) {
    case Field::num_shards:
        return "num_shards: no code reads this field since fairseq2 0.5. Remove the line.";
    case Field::use_v2_tokenizer:
        return "use_v2_tokenizer: no code reads this field. Remove the line.";
    case Field::model_type:
        return "model_type: no code reads this field since fairseq2 0.4. Write model_family.";
    default:
        return fmt::format("{}: no code reads this field since fairseq2 0.5. It is a key of tokenizer_config now.",
                           name_of(field));
    }
}

void check_field(const CheckContext& context, Field field, Diagnostics& out) {
    const yaml::Value::Entry& entry = context.own.entry(field);
    Diagnostic& diagnostic = add(context, entry.key.range(), message(field), out);
    if (field == Field::num_shards || field == Field::use_v2_tokenizer) {
        if (auto edit = remove_entry(context, entry)) {
            diagnostic.fixes.push_back(
                {fmt::format("Remove {}", name_of(field)), "Remove line", true, {*std::move(edit)}});
        }
    } else if (field == Field::model_type && !context.own.has(Field::model_family)) {
        if (auto edit = replace_key(context, entry, name_of(Field::model_family))) {
            diagnostic.fixes.push_back({"Replace by model_family", "Replace", false, {*std::move(edit)}});
        }
    }
}

/// Parameters at the end of a URI, as 0.7 and older took them.
bool has_parameters(const CheckContext& context, Field field) {
    return context.own.text(field).find(';') != std::string_view::npos;
}

void check_path_parameter(const CheckContext& context, Field field, Diagnostics& out) {
    const std::string_view address = context.own.text(field);
    constexpr std::string_view parameter = ";path=";
    const std::size_t path = address.find(parameter);
    if (path == std::string_view::npos) {
        return;
    }
    const Field path_field = field == Field::checkpoint ? Field::checkpoint_path : Field::tokenizer_path;
    const std::string_view rest = address.substr(path + parameter.size());
    add(context, context.own.entry(field).value.range(),
        fmt::format(";path= is part of the address since fairseq2 0.8. Write {}: {}", name_of(path_field),
                    shown(rest.substr(0, rest.find(';')))),
        out);
}

bool is_gated_address(const CheckContext& context, Field field) {
    return context.own.text(field).find(";gated=true") != std::string_view::npos;
}

/// Told once for a card: who writes it writes it for both.
void check_gated_parameter(const CheckContext& context, Diagnostics& out) {
    const bool both = is_gated_address(context, Field::checkpoint) && is_gated_address(context, Field::tokenizer);
    const Field field = is_gated_address(context, Field::checkpoint) ? Field::checkpoint : Field::tokenizer;
    if (!is_gated_address(context, field)) {
        return;
    }
    Diagnostic& diagnostic =
        add(context, context.own.entry(field).value.range(),
            fmt::format(
                ";gated=true is part of the address since fairseq2 0.8, and is downloaded with it. A gated card has "
                "no {}, and a url that says how to get access.",
                both ? "checkpoint and no tokenizer" : name_of(field)),
            out);
    if (both) {
        diagnostic.related.push_back(
            {"and here", context.place(context.own.entry(Field::tokenizer).value.range()), {}});
    }
}

void check_directive(const CheckContext& context, const yaml::Value& value, std::size_t depth, Diagnostics& out) {
    if (!value.is_mapping() || value.is_alias() || depth > max_depth) {
        return;
    }
    for (const yaml::Value::Entry entry : value.entries()) {
        if (entry.merged) {
            continue;
        }
        if (entry.key.is_string() && entry.key.string() == "_add_") {
            add(context, entry.key.range(),
                "_add_ is a directive of fairseq2 0.3 and 0.4, and a plain key since 0.5. Write its keys without it.",
                out);
        }
        check_directive(context, entry.value, depth + 1, out);
    }
}

} // namespace

void check_legacy_field(const CheckContext& context, Diagnostics& out) {
    constexpr FieldMask of_tokenizers =
        legacy_fields & ~mask_of(Field::num_shards, Field::use_v2_tokenizer, Field::model_type);
    FieldMask old = context.own.present() & legacy_fields;
    if (old != 0 && context.chain.has(Field::dataset_family) && !context.chain.has(Field::tokenizer_family)) {
        old &= ~of_tokenizers; // a dataset's own
    }
    for (unsigned bit = 0; old != 0; ++bit, old >>= 1U) {
        if ((old & 1U) != 0) {
            check_field(context, static_cast<Field>(bit), out);
        }
    }
    if (has_parameters(context, Field::checkpoint) || has_parameters(context, Field::tokenizer)) {
        check_gated_parameter(context, out);
        check_path_parameter(context, Field::checkpoint, out);
        check_path_parameter(context, Field::tokenizer, out);
    }
    FieldMask configs = context.own.present() & trio_fields;
    for (unsigned bit = 0; configs != 0; ++bit, configs >>= 1U) {
        if ((configs & 1U) != 0) {
            check_directive(context, context.own.value(static_cast<Field>(bit)), 0, out);
        }
    }
}

} // namespace fairlead
