// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/section_heading.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace fairlead::ui {

SectionHeading::SectionHeading(const QString& text, const Theme& theme, QWidget* parent)
    : QLabel(text, parent), m_theme(theme) {
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    setContentsMargins(12, 5, 12, 5);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SectionHeading::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.colours().header);
        painter.fillRect(QRect(0, 0, width(), 1), m_theme.colours().line);
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colours().line);
    }
    QLabel::paintEvent(event);
}

} // namespace fairlead::ui
