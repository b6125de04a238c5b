// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fairlead::ui {

/// Teaches QAccessible to ask a CardEditor for its name, role and text. May be called any number of times.
void installEditorAccessible();

} // namespace fairlead::ui
