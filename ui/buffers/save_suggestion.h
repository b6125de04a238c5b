// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::ui {

class Buffer;
class Workspace;

/// Where a text may be saved: its own file, or, if it has none, the first folder that is open and a name after its
/// first card.
[[nodiscard]] QString suggestedPath(const Workspace& workspace, const Buffer& buffer);

} // namespace fairlead::ui
