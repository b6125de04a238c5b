// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS005 name-missing, FS006 name-invalid, FS007 base-invalid: how fairseq2 reads the two names of a card
// (assets/metadata_provider.py: canonicalize_asset_name, sanitize_base_asset_name).
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

Diagnostic& add(std::uint16_t rule, yaml::TextRange range, std::string message, const CheckContext& context,
                Diagnostics& out) {
    Diagnostic& diagnostic = out.add(rule, Severity::error, context, range, std::move(message));
    out.tells_position();
    diagnostic.load = true;
    diagnostic.fairseq2_says = said_of_document(context);
    return diagnostic;
}

void offer_quotes(const CheckContext& context, const yaml::Value& value, bool certain, Diagnostic& diagnostic) {
    if (auto edit = quote_scalar(context, value)) {
        std::string title = fmt::format("Put it in quotes: {}", shown(edit->text));
        diagnostic.fixes.push_back({std::move(title), "Quote", certain, {*std::move(edit)}});
    }
}

void offer_name(const CheckContext& context, Diagnostic& diagnostic) {
    const yaml::Value& root = context.own.root();
    if (root.style() != yaml::Style::block) {
        return;
    }
    const std::string_view text = context.document.text();
    const std::uint32_t begin = root.range().begin;
    const std::string_view indentation = text.substr(line_begin(text, begin), begin - line_begin(text, begin));
    if (indentation.find_first_not_of(' ') != std::string_view::npos) {
        return;
    }
    diagnostic.fixes.push_back(
        {"Begin with a name: name:",
         "Add a name",
         false,
         {{context.place({begin, begin}), fmt::format("name: {}{}", line_break(text), indentation)}}});
}

/// A name that is a number or a date: what stands there was meant as it is written, unless a card has that name.
bool is_certain(const CheckContext& context, const yaml::Value& name) {
    switch (name.kind()) {
    case yaml::Kind::integer:
    case yaml::Kind::real:
    case yaml::Kind::date:
    case yaml::Kind::datetime:
        return !context.index.find(context.text(name.range()), {});
    default:
        return false;
    }
}

} // namespace

void check_name_missing(const CheckContext& context, Diagnostics& out) {
    constexpr std::uint16_t rule = 5;
    if (context.card.state != CardState::name_missing && context.card.state != CardState::name_type) {
        return;
    }
    const yaml::Value name = context.own.value(Field::name);
    if (!name) {
        const std::uint32_t begin = context.own.root().range().begin;
        const std::uint32_t end = line_end(context.document.text(), begin);
        Diagnostic& diagnostic = add(rule, {begin, end}, "This card has no name. Begin it with name:.", context, out);
        diagnostic.short_message = "no name";
        offer_name(context, diagnostic);
        return;
    }
    const bool is_nothing = name.is_null() || (name.is_string() && name.string().empty());
    if (is_nothing) {
        const yaml::TextRange range =
            name.range().size() > 0 ? name.range() : context.own.entry(Field::name).key.range();
        add(rule, range, "The name is empty. Give the card one.", context, out).short_message = "no name";
        return;
    }
    const bool is_scalar = name.style() == yaml::Style::plain && !name.is_alias();
    Diagnostic& diagnostic = add(rule, name.range(),
                                 is_scalar ? fmt::format("{} is read as {}, and a name must be text. Put it in quotes.",
                                                         shown(context.document, name.range()), kind_in_words(name))
                                           : fmt::format("The name is {}, and must be text.", kind_in_words(name)),
                                 context, out);
    diagnostic.short_message = "name no text";
    out.asks_for_names();
    offer_quotes(context, name, is_certain(context, name), diagnostic);
}

void check_name_invalid(const CheckContext& context, Diagnostics& out) {
    if (context.card.state != CardState::name_invalid) {
        return;
    }
    const std::string_view name = context.own.text(Field::name);
    const std::size_t at = name.find('@');
    std::string message;
    if (at == std::string_view::npos) {
        message = "The name is blank. Give the card one.";
    } else if (name.find('@', at + 1) != std::string_view::npos) {
        message = fmt::format("{} holds more than one @. A name is NAME or NAME@ENVIRONMENT.", shown(name));
    } else {
        message = fmt::format("{} has nothing before its @. Write the name of the card that it is laid over there.",
                              shown(name));
    }
    add(6, context.name_range(), std::move(message), context, out).short_message = "bad name";
}

void check_base_invalid(const CheckContext& context, Diagnostics& out) {
    if (context.card.state != CardState::base_type && context.card.state != CardState::base_invalid) {
        return;
    }
    const yaml::Value::Entry& entry = context.own.entry(Field::base);
    const yaml::TextRange range = entry.value.range().size() > 0 ? entry.value.range() : entry.key.range();
    if (context.card.state == CardState::base_type) {
        Diagnostic& diagnostic =
            add(7, range,
                fmt::format("A base must be the name of a card, but is {} here.{}", kind_in_words(entry.value),
                            entry.value.style() == yaml::Style::plain ? " Put it in quotes." : ""),
                context, out);
        diagnostic.short_message = "bad base";
        offer_quotes(context, entry.value, false, diagnostic);
        return;
    }
    const std::string_view base = context.own.text(Field::base);
    const std::size_t at = base.find('@');
    Diagnostic& diagnostic =
        add(7, range,
            at == std::string_view::npos
                ? "The base is blank. Name a card, or remove the line."
                : fmt::format("{} holds an @. A base is named without environment: the one that is asked for counts.",
                              shown(base)),
            context, out);
    diagnostic.short_message = "bad base";
    if (at == std::string_view::npos) {
        if (auto edit = remove_entry(context, entry)) {
            diagnostic.fixes.push_back({"Remove this line", "Remove line", false, {*std::move(edit)}});
        }
    } else if (at > 0) {
        suggest_replacement(context, diagnostic, entry.value, std::string(base.substr(0, at)));
    }
}

} // namespace fairlead
