// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_context.h"

namespace fairlead {

/// Asks the rules about one document after another, with room that it keeps: a clean card costs no allocation.
class DocumentChecker {
public:
    /// `index` is borrowed for as long as the checker lives.
    explicit DocumentChecker(const CheckIndex& index) : index_(index) {}

    /// The findings of a document; good until the next call.
    Diagnostics& check(CardRef ref);

private:
    const CheckIndex& index_;
    OwnFields own_;
    CardChain chain_;
    CardChain usual_chain_;
    Diagnostics found_;
};

/// The findings about sources as a whole, by source, path and rule.
[[nodiscard]] std::vector<Diagnostic> sorted_source_findings(const CheckIndex& index,
                                                             std::span<const std::string> directory_warnings);

} // namespace fairlead
