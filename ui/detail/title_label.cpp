// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/title_label.h"

#include "ui/theme/theme.h"

#include <QEvent>

namespace fairlead::ui {

TitleLabel::TitleLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
    follow();
}

// A size of its own hides the parent's from the label: it hears of that from the parent.
void TitleLabel::follow() {
    if (QWidget* parent = parentWidget())
        parent->installEventFilter(this);
    setFont(Theme::titleFont(parentWidget() != nullptr ? parentWidget()->font() : font()));
}

bool TitleLabel::event(QEvent* event) {
    if (event->type() == QEvent::ParentAboutToChange && parentWidget() != nullptr)
        parentWidget()->removeEventFilter(this);
    const bool isDone = QLabel::event(event);
    if (event->type() == QEvent::ParentChange)
        follow();
    return isDone;
}

bool TitleLabel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::FontChange)
        setFont(Theme::titleFont(parentWidget()->font()));
    return QLabel::eventFilter(watched, event);
}

} // namespace fairlead::ui
