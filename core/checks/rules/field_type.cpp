// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS022 field-type: a field is asked for as text or as true or false, and null is neither (assets/card.py: as_).
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

std::string message(Field field, const yaml::Value& value, const CheckContext& context) {
    const std::string_view name = name_of(field);
    const bool is_plain = value.style() == yaml::Style::plain && value.range().size() > 0;
    if (field == Field::restrict_) {
        if (value.is_null()) {
            return "restrict must be true or false; null is not the same as leaving it out.";
        }
        return is_plain ? fmt::format("restrict must be true or false, but {} is {} here.",
                                      shown(context.document, value.range()), kind_in_words(value))
                        : fmt::format("restrict must be true or false, but is {} here.", kind_in_words(value));
    }
    if (value.is_null()) {
        return fmt::format("{} is null, which is not the same as leaving it out: fairseq2 asks for text. Remove the "
                           "line, or give it a value.",
                           name);
    }
    if (is_plain) {
        return fmt::format("{} must be text, but {} is read as {}. Put it in quotes.", name,
                           shown(context.document, value.range()), kind_in_words(value));
    }
    return fmt::format("{} must be text, but is {} here.", name, kind_in_words(value));
}

void offer_fixes(Field field, const yaml::Value::Entry& entry, const CheckContext& context, Diagnostic& diagnostic) {
    if (entry.value.is_null()) {
        if (auto edit = remove_entry(context, entry)) {
            diagnostic.fixes.push_back({"Remove this line", "Remove line", false, {*std::move(edit)}});
        }
    } else if (field == Field::restrict_) {
        const std::string_view text = entry.value.is_string() ? entry.value.string() : std::string_view();
        const bool is_false = text == "no" || text == "off" || text == "No" || text == "Off" || text == "false";
        if (auto edit = replace_scalar(context, entry.value, is_false ? "false" : "true")) {
            edit->text = is_false ? "false" : "true";
            diagnostic.fixes.push_back({fmt::format("Write {}", edit->text), "Replace", false, {*std::move(edit)}});
        }
    } else if (auto edit = quote_scalar(context, entry.value)) {
        std::string title = fmt::format("Put it in quotes: {}", shown(edit->text));
        diagnostic.fixes.push_back({std::move(title), "Quote", false, {*std::move(edit)}});
    }
}

} // namespace

void check_field_type(const CheckContext& context, Diagnostics& out) {
    constexpr FieldMask checked = text_fields | mask_of(Field::restrict_);
    FieldMask wrong = context.own.mistyped() & checked;
    for (unsigned bit = 0; wrong != 0; ++bit, wrong >>= 1U) {
        if ((wrong & 1U) == 0) {
            continue;
        }
        const auto field = static_cast<Field>(bit);
        const yaml::Value::Entry& entry = context.own.entry(field);
        const yaml::TextRange range = entry.value.range().size() > 0 ? entry.value.range() : entry.key.range();
        Diagnostic& diagnostic = out.add(22, Severity::error, context, range, message(field, entry.value, context));
        diagnostic.short_message = "wrong type";
        diagnostic.fairseq2_says = fairseq2_says(
            "AssetCardError",
            fmt::format(
                "{} field of the {} asset card is expected to be of type `<class '{}'>`, but is of type `<class "
                "'{}'>` instead.",
                name_of(field), context.card.name, field == Field::restrict_ ? "bool" : "str",
                yaml::python_type_name(entry.value)));
        offer_fixes(field, entry, context, diagnostic);
    }
}

} // namespace fairlead
