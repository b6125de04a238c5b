// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"
#include "ui/editor/card_editor.h"
#include "ui/navigation/location.h"

#include <optional>

namespace fairlead::ui {

/// A word of a card that names something that is elsewhere.
struct GoTo {
    ByteRange word; ///< in the file
    Location target;
};

/// What the value at a byte of a file leads to: the card of `base` and `tokenizer_ref`, the family, the architecture,
/// from `name` the plain card below an overlay or the other owner of the name. None: nothing is there, or nothing of
/// that name is known.
[[nodiscard]] std::optional<GoTo> goToAt(const CheckSession& session, quint32 file, qint64 offset);

} // namespace fairlead::ui
