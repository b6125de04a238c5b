// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/check_context.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead {

yaml::TextRange CheckContext::name_range() const noexcept {
    if (own.has(Field::name)) {
        return own.entry(Field::name).value.range();
    }
    return own.root() ? yaml::TextRange{own.root().range().begin, own.root().range().begin} : yaml::TextRange{};
}

Diagnostic& Diagnostics::add(std::uint16_t rule, Severity severity, const CheckContext& context, yaml::TextRange range,
                             std::string message) {
    Diagnostic& diagnostic = next(rule, severity, range);
    diagnostic.rule = rule;
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    diagnostic.place = context.place(range);
    if (!context.card.name.empty()) {
        diagnostic.card = context.ref;
    }
    return diagnostic;
}

Diagnostic& Diagnostics::add(std::uint16_t rule, Severity severity, std::uint32_t source, std::string path,
                             std::string message) {
    Diagnostic& diagnostic = items_.emplace_back();
    diagnostic.rule = rule;
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    diagnostic.path = std::move(path);
    diagnostic.source = source;
    return diagnostic;
}

Diagnostic& Diagnostics::next(std::uint16_t rule, Severity severity, yaml::TextRange range) {
    auto kind = std::find_if(kinds_.begin(), kinds_.end(),
                             [&](const Kind& one) { return one.rule == rule && one.severity == severity; });
    if (kind == kinds_.end()) {
        kind = kinds_.insert(kind, Kind{.rule = rule, .severity = severity});
    }
    if (kind->kept < max_of_a_kind) {
        ++kind->kept;
        return items_.emplace_back();
    }
    if (kind->left_out++ == 0) {
        kind->first_left_out = range;
    }
    left_out_ = {};
    return left_out_;
}

void Diagnostics::tell_left_out(const CheckContext& context) {
    for (const Kind& kind : kinds_) {
        if (kind.left_out == 0) {
            continue;
        }
        Diagnostic& diagnostic = items_.emplace_back();
        diagnostic.rule = kind.rule;
        diagnostic.severity = kind.severity;
        diagnostic.message = fmt::format("And {} more like this in this card, which {} not listed.", kind.left_out,
                                         kind.left_out == 1 ? "is" : "are");
        diagnostic.short_message = fmt::format("and {} more", kind.left_out);
        diagnostic.place = context.place(kind.first_left_out);
        if (!context.card.name.empty()) {
            diagnostic.card = context.ref;
        }
    }
}

void Diagnostics::clear() noexcept {
    items_.clear();
    kinds_.clear();
    tells_position_ = false;
    asks_for_names_ = false;
}

} // namespace fairlead
