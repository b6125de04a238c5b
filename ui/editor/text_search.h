// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/card_editor.h"

#include <QString>

#include <optional>
#include <vector>

namespace fairlead::ui {

struct SearchFor {
    QString text;
    bool matchCase = false;
    bool wholeWords = false;
};

/// The first place in [from, to), or, if from > to, the last place before `from`.
[[nodiscard]] std::optional<ByteRange> findIn(const CardEditor& editor, const SearchFor& what, qint64 from, qint64 to);

/// All of them, but no more than `limit`.
[[nodiscard]] std::vector<ByteRange> findAllIn(const CardEditor& editor, const SearchFor& what, std::size_t limit);

} // namespace fairlead::ui
