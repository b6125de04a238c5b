// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/extensions_state.h"

#include <QString>

#include <optional>
#include <span>

// What the window says of extensions.

namespace fairlead::ui {

/// `Registered`, `Failed half-way`, `Exited (3)`, `Crashed (SIGSEGV)`.
[[nodiscard]] QString stateText(const ExtensionReport& extension);
/// The state's icon, by its name in the theme; each state has a shape of its own.
[[nodiscard]] const char* stateIcon(const ExtensionReport& extension);

/// `lab_models 0.3.1`; of a manifest that names none its file's name.
[[nodiscard]] QString packageText(const ExtensionReport& extension);
/// `12 ms`, `1.3 s`; of one that did not come back `> 30 s`; `–` if there is none.
[[nodiscard]] QString importTime(const ExtensionReport& extension);
[[nodiscard]] QString callTime(const ExtensionReport& extension);
/// `1 family, 4 archs`; of one that failed `1 family, 2 archs stay`; `nothing`; `not known` of
/// one that went with its process before that was told.
[[nodiscard]] QString registeredText(const ExtensionReport& extension);
/// What fairseq2 does at this one in a few words: `goes on`, `stops: ExtensionError`.
[[nodiscard]] QString fairseq2Text(const ExtensionReport& extension, bool traced);

/// Two sentences on the environment as rich text, the first one bold: whether fairseq2 starts, and where it stops.
[[nodiscard]] QString courseText(std::span<const ExtensionReport> extensions, const Fairseq2Courses& courses);
/// The state's icon of the environment as a whole.
[[nodiscard]] QString courseIcon(std::span<const ExtensionReport> extensions, const Fairseq2Courses& courses);

/// `8 entry points, 1 registered, 7 failed · 4 runs`; empty if there are none.
[[nodiscard]] QString countsText(const ExtensionsState& state);

/// What stands in place of the trace of an extension that has none.
[[nodiscard]] QString noTraceText(const ExtensionReport& extension);

/// `my_extension/setup.cpp:12`: the last two parts of a path, with the line if it is known.
[[nodiscard]] QString shortPlace(const std::string& file, int line);

} // namespace fairlead::ui
