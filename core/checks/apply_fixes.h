// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/session.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fairlead {

/// A file with its text after fixes.
struct FixedFile {
    std::uint32_t file = 0;
    std::string before;
    std::string after;
};

/// A fix that was applied, with its place at that moment.
struct AppliedFix {
    std::uint16_t rule = 0;
    std::string title;
    std::string message; ///< of the finding
    FilePlace place;
};

struct AppliedFixes {
    std::vector<FixedFile> files; ///< those whose text changed, in order of the catalog
    std::vector<AppliedFix> applied;
    bool finished = true; ///< false: certain fixes are left after `max_fix_rounds`
};

/// Fixes show new findings, which have fixes; no text we know of needs more than a few rounds.
inline constexpr int max_fix_rounds = 100;

/// Applies the certain fixes of a session's own findings to its texts, over and over until none is left. Of two whose
/// edits overlap the later one waits for the next round. Nothing is written to disk: the session then holds the new
/// texts, and says what is left. Files that cannot be written, cards that fairseq2 makes and in-memory entries stay as
/// they are.
[[nodiscard]] AppliedFixes apply_certain_fixes(CheckSession& session);

} // namespace fairlead
