// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_context.h"

#include <span>

namespace fairlead {

// A rule is a function and a row. To add one: a source in `rules/`, its declaration in `rules/rules.h`, a row in
// card_rules.cpp or sources_rules.cpp.

/// What a rule of cards looks at.
enum class RuleScope : std::uint8_t {
    document, ///< every document, readable or not
    mapping,  ///< documents that are mappings, named or not
    card,     ///< cards that can be stored
};

/// Looks at one document after another.
struct CardRule {
    RuleInfo info;
    RuleScope scope = RuleScope::document;
    FieldMask wants = 0; ///< asked only of cards that have one of these fields themselves; 0: of all
    void (*check)(const CheckContext&, Diagnostics&) = nullptr;
};

/// Looks at the sources and the extensions as a whole.
struct SourcesRule {
    RuleInfo info;
    void (*check)(const SourcesContext&, Diagnostics&) = nullptr;
};

/// By number.
[[nodiscard]] std::span<const CardRule> card_rules() noexcept;
[[nodiscard]] std::span<const SourcesRule> sources_rules() noexcept;

} // namespace fairlead
