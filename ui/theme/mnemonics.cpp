// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/mnemonics.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace fairlead::ui {

bool Mnemonics::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt)
            setShown(true);
        break;
    case QEvent::KeyRelease:
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt)
            setShown(false);
        break;
    case QEvent::ApplicationDeactivate:
        setShown(false);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Mnemonics::setShown(bool shown) {
    if (shown == m_shown)
        return;
    m_shown = shown;
    if (const QWidget* window = QApplication::activeWindow())
        for (QWidget* widget : window->findChildren<QWidget*>())
            widget->update();
}

} // namespace fairlead::ui
