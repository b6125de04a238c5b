// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/session.h"

#include <span>
#include <string>

namespace fairlead {

struct TextStyle {
    bool colour = false; ///< ANSI escapes
    bool excerpt = true; ///< the line at fault with the range marked below it
    bool related = true;
    bool cure = true;           ///< the certain fix, and fairseq2's own words
    bool package_cards = false; ///< the summary counts what the registry brings as well
};

/// A finding as a paragraph for people: `asr.yaml:11:1: error: … [FS003 empty-document]`, the line, related places.
[[nodiscard]] std::string diagnostic_text(const CheckSession& session, const Diagnostic& diagnostic,
                                          const TextStyle& style);
/// `fairseq2 loads these sources.` or `fairseq2 would load nothing: AssetMetadataError: …`, with a line's end.
[[nodiscard]] std::string verdict_text(const CheckSession& session, const TextStyle& style);
/// `2 errors, 1 warning in 5 cards, 3 files.`, with a line's end.
[[nodiscard]] std::string summary_text(const CheckSession& session, const TextStyle& style);
/// The findings, the verdict and the summary: what `fairleadctl check` prints.
[[nodiscard]] std::string report_text(const CheckSession& session, std::span<const Diagnostic* const> diagnostics,
                                      const TextStyle& style);

} // namespace fairlead
