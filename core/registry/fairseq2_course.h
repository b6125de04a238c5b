// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/extension_report.h"

#include <optional>
#include <span>
#include <string>

namespace fairlead {

/// What becomes of fairseq2 itself where these extensions are installed. It ends no extension that hangs or floods, and
/// starts nothing again.
struct Fairseq2Course {
    bool starts = true;
    std::optional<std::string> stops_at{}; ///< the extension at which it stops; none: it starts
    std::string error{};                   ///< what it raises there, or how it ends; empty: it starts
};

struct Fairseq2Courses {
    Fairseq2Course untraced{};
    Fairseq2Course traced{};
};

/// Says what fairseq2 does with extensions (composition/extensions.py), in their order: its course as a whole, and of
/// each one `ExtensionReport::fairseq2`. A host records each extension apart from the others; fairseq2 stops at some,
/// so that it never comes to the later ones, and one that freezes the container makes them fail.
Fairseq2Courses foretell_fairseq2(std::span<ExtensionReport> extensions);

} // namespace fairlead
