// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/diagnostic.h"

#include <QString>

#include <span>

namespace fairlead::ui {

/// How much a finding matters, as people read it; the better comes last.
enum class Weight { StopsLoad, Error, Warning, Info };

[[nodiscard]] Weight weightOf(const Diagnostic& diagnostic);
[[nodiscard]] QString wordOf(Weight weight); ///< `Stops load`
[[nodiscard]] QString iconOf(Weight weight); ///< in Theme

/// `FS003 empty-document`
[[nodiscard]] QString ruleTitle(std::uint16_t rule);
/// What the rule is about, in a paragraph.
[[nodiscard]] QString ruleExplanation(std::uint16_t rule);

/// What a finding says, as the window words it: other files are called as in the column of places, `asr.yaml:2`, unless
/// the one it is told in is called the same.
[[nodiscard]] QString messageOf(const Catalog& catalog, const Diagnostic& diagnostic);
/// The same as it reads from one of its related places.
[[nodiscard]] QString messageFrom(const Catalog& catalog, const Diagnostic& diagnostic, const RelatedPlace& related);

/// What a table's cell offers: `Remove line`, `your choice`, or nothing.
[[nodiscard]] QString fixWord(std::span<const Fix> fixes);
/// What stands behind a message in the editor: `Ctrl+. to remove line`. `keys`: those of the act that offers fixes.
[[nodiscard]] QString fixHint(std::span<const Fix> fixes, const QString& keys);
/// The first certain fix, or null.
[[nodiscard]] const Fix* certainFix(std::span<const Fix> fixes);

[[nodiscard]] inline QString toText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace fairlead::ui
