// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::ui {

/// The text, cut in the middle if it is longer: names and values may be as long as a file, widgets may not.
[[nodiscard]] QString shortened(const QString& text, qsizetype longest);

} // namespace fairlead::ui
