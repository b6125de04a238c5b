// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/style_drawing.h"

#include <QApplication>
#include <QStyleOption>

// Tabs, docks, headers: what the window is divided by.

namespace fairlead::ui {

void Style::drawTab(const QStyleOption* option, QPainter* painter) const {
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    if (!tab)
        return;
    const QRect rect = option->rect;
    const bool isSelected = option->state & State_Selected;
    const bool isBelow = tab->shape == QTabBar::RoundedSouth || tab->shape == QTabBar::TriangularSouth;
    const QColor ground = isSelected                        ? m_colours->base
                          : option->state & State_MouseOver ? mixed(m_colours->header, m_colours->text, 0.05)
                                                            : m_colours->header;
    painter->fillRect(rect, ground);
    const QRect outer(rect.left(), isBelow ? rect.bottom() - 1 : rect.top(), rect.width(), 2);
    const QRect inner(rect.left(), isBelow ? rect.top() : rect.bottom(), rect.width(), 1);
    if (isSelected)
        painter->fillRect(outer, m_colours->accent);
    else
        painter->fillRect(inner, m_colours->line);
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), m_colours->line);
    if (isSelected && option->state & State_HasFocus)
        drawRoundedPanel(painter, rect.adjusted(3, 4, -4, -3), Qt::transparent, m_colours->accent, 1.5);
}

void Style::drawDockTitle(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto* dock = qstyleoption_cast<const QStyleOptionDockWidget*>(option);
    if (!dock)
        return;
    const QRect rect = option->rect;
    painter->fillRect(rect, m_colours->header);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_colours->line);
    const PainterKeeper keep(painter);
    QFont font = QApplication::font(); // a dock has one of the system's
    font.setBold(true);
    painter->setFont(font);
    const QRect room = proxy()->subElementRect(SE_DockWidgetTitleBarText, option, widget).adjusted(4, 0, -4, 0);
    const QString text = QFontMetrics(font).elidedText(dock->title, Qt::ElideMiddle, room.width());
    drawItemText(painter, room, Qt::AlignLeft | Qt::AlignVCenter, option->palette, true, text, QPalette::WindowText);
}

void Style::drawHeaderSection(const QStyleOption* option, QPainter* painter) const {
    const QRect rect = option->rect;
    painter->fillRect(rect, option->state & State_Sunken ? mixed(m_colours->header, m_colours->text, 0.08)
                                                         : m_colours->header);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_colours->line);
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), m_colours->line);
}

} // namespace fairlead::ui
