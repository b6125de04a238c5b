// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/act_words.h"

#include <QAction>

namespace fairlead::ui {

QString keysOrName(const QAction& action) {
    if (!action.shortcut().isEmpty())
        return action.shortcut().toString(QKeySequence::NativeText);
    return action.text().remove(u'&').remove(u'…');
}

QString withKeys(const QString& text, const QAction& action) {
    return action.shortcut().isEmpty()
               ? text
               : QStringLiteral("%1 (%2)").arg(text, action.shortcut().toString(QKeySequence::NativeText));
}

} // namespace fairlead::ui
