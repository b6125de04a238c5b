// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/check_context.h"

namespace fairlead {

yaml::TextRange CheckContext::name_range() const noexcept {
    if (own.has(Field::name)) {
        return own.entry(Field::name).value.range();
    }
    return own.root() ? yaml::TextRange{own.root().range().begin, own.root().range().begin} : yaml::TextRange{};
}

Diagnostic& Diagnostics::add(std::uint16_t rule, Severity severity, const CheckContext& context, yaml::TextRange range,
                             std::string message) {
    Diagnostic& diagnostic = items_.emplace_back();
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

void Diagnostics::clear() noexcept {
    items_.clear();
    tells_position_ = false;
    asks_for_names_ = false;
}

} // namespace fairlead
