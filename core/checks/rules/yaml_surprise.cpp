// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS043 yaml-surprise: plain scalars that people, or other readers of YAML, take for something else than ruamel does.
#include "core/checks/document_edits.h"
#include "core/checks/plain_scalar.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::size_t max_depth = 512;

void check_scalar(const CheckContext& context, const yaml::Value& value, yaml::Kind kind, Diagnostics& out) {
    if (kind == yaml::Kind::null || kind == yaml::Kind::boolean || value.style() != yaml::Style::plain ||
        value.range().size() > max_surprise_size) {
        return;
    }
    const std::string_view written = context.text(value.range());
    const PlainSurprise surprise = plain_surprise(written, kind);
    if (surprise == PlainSurprise::none || value.has_tag()) {
        return;
    }
    Diagnostic& diagnostic =
        out.add(43, Severity::warning, context, value.range(), surprise_message(surprise, written, value));
    diagnostic.short_message = "read otherwise";
    if (auto edit = quote_scalar(context, value)) {
        std::string title = fmt::format("Put it in quotes: {}", shown(edit->text));
        diagnostic.fixes.push_back({std::move(title), "Quote", false, {*std::move(edit)}});
    }
    if (const std::string other = surprise_replacement(surprise, written, value); !other.empty()) {
        diagnostic.fixes.push_back(
            {fmt::format("Write {}", other), "Replace", false, {{context.place(value.range()), other}}});
    }
}

void check_value(const CheckContext& context, const yaml::Value& value, yaml::Kind kind, std::size_t depth,
                 Diagnostics& out) {
    if (value.is_alias() || depth > max_depth) {
        return; // told at the anchor
    }
    switch (kind) {
    case yaml::Kind::mapping:
    case yaml::Kind::omap:
    case yaml::Kind::pairs:
        for (const yaml::Value::Entry entry : value.entries()) {
            if (!entry.merged) {
                check_value(context, entry.value, entry.value.kind(), depth + 1, out);
            }
        }
        break;
    case yaml::Kind::list:
    case yaml::Kind::tuple:
    case yaml::Kind::set:
        for (const yaml::Value element : value.elements()) {
            check_value(context, element, element.kind(), depth + 1, out);
        }
        break;
    default:
        check_scalar(context, value, kind, out);
    }
}

/// Where another rule says what is wrong with the value already.
bool is_told(const CheckContext& context, Field field) {
    constexpr FieldMask typed = text_fields | mask_of(Field::name, Field::base, Field::restrict_);
    return (context.own.mistyped() & typed & mask_of(field)) != 0;
}

} // namespace

void check_yaml_surprise(const CheckContext& context, Diagnostics& out) {
    if (context.document.is_yaml_1_1()) {
        return; // FS016
    }
    for (const auto& [field, kind, entry] : context.own.all()) {
        if (!entry.merged && !is_told(context, field)) {
            check_value(context, entry.value, kind, 0, out);
        }
    }
}

} // namespace fairlead
