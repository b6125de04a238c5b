// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/english_plurals.h"

namespace fairlead::ui {

QString EnglishPlurals::translate(const char*, const char* sourceText, const char*, int n) const {
    QString text = QString::fromUtf8(sourceText);
    if (n < 0 || !text.contains(QStringLiteral("(s)"))) {
        return {};
    }
    return text.replace(QStringLiteral("(s)"), n == 1 ? QString() : QStringLiteral("s"));
}

} // namespace fairlead::ui
