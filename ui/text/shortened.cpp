// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/shortened.h"

namespace fairlead::ui {

QString shortened(const QString& text, qsizetype longest) {
    if (text.size() <= longest)
        return text;
    const qsizetype tail = longest / 3;
    return text.left(longest - tail - 1) + QStringLiteral("…") + text.right(tail);
}

} // namespace fairlead::ui
