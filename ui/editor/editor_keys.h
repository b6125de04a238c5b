// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace fairlead::ui {

class CardEditor;

/// Binds the keys for moving and deleting. Everything that is also in a menu (undo, copy, find, …) is an action of the
/// page instead.
void bindKeys(CardEditor& editor);

/// What Enter puts into the text at an offset: the line's end of its neighbours, its indentation, two blanks more after
/// a key without a value or a block scalar's mark.
[[nodiscard]] QByteArray newLineAt(const CardEditor& editor, qint64 offset);

} // namespace fairlead::ui
