// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::ui {

class Navigator;

/// Shows a line of a source: by `command`, in whose words {file} and {line} are replaced, or, if it is empty or
/// cannot be started, by a page of the window.
void openPlace(const QString& command, const QString& file, int line, Navigator& navigator);

} // namespace fairlead::ui
