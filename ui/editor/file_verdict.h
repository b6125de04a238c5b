// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"

#include <QString>

#include <optional>

namespace fairlead::ui {

/// What becomes of a file, with an icon of the theme and in words.
struct FileVerdict {
    QString icon;
    QString text;
    QString explanation; ///< for a tool tip; may be empty
    friend bool operator==(const FileVerdict&, const FileVerdict&) = default;
};

/// `fairseq2 loads these sources`, `Loads; my_llama fails when used`, `fairseq2 would not load this file`.
/// No session: nothing is loaded yet. No file: it is not among the open sources. `unsaved`: fairseq2 reads another text
/// until what is open is saved.
[[nodiscard]] FileVerdict fileVerdict(const CheckSession* session, std::optional<quint32> file, bool unsaved);

} // namespace fairlead::ui
