// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_context.h"

#include <span>

namespace fairlead {

/// What a rule looks at.
enum class RuleScope : std::uint8_t {
    document, ///< every document, readable or not
    mapping,  ///< documents that are mappings, named or not
    card,     ///< cards that can be stored
    sources,  ///< the sources as a whole
};

/// A rule is a function and a row. To add one: a source in `rules/`, its declaration in `rules/rules.h`, a row here.
struct Rule {
    RuleInfo info;
    RuleScope scope = RuleScope::document;
    FieldMask wants = 0; ///< asked only of cards that have one of these fields themselves; 0: of all
    void (*check)(const CheckContext&, Diagnostics&) = nullptr;
    void (*check_sources)(const SourcesContext&, Diagnostics&) = nullptr;
};

/// By number.
[[nodiscard]] std::span<const Rule> rules() noexcept;

} // namespace fairlead
