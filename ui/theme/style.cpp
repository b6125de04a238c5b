// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icon_engine.h"
#include "ui/theme/mnemonics.h"
#include "ui/theme/style_drawing.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>

namespace fairlead::ui {

Style::Style(std::shared_ptr<const Colours> colours)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_colours(std::move(colours)),
      m_mnemonics(new Mnemonics(this)) {}

void Style::polish(QApplication* application) {
    QProxyStyle::polish(application);
    application->installEventFilter(m_mnemonics);
}

void Style::unpolish(QApplication* application) {
    application->removeEventFilter(m_mnemonics);
    QProxyStyle::unpolish(application);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButtonPanel(option, painter, widget);
    case PE_PanelButtonTool:
        return drawToolPanel(option, painter);
    case PE_PanelLineEdit:
        return drawLinePanel(option, painter, widget);
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorBranch:
        return drawBranch(option, painter, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckBox(option, painter);
    case PE_IndicatorRadioButton:
        return drawRadioButton(option, painter);
    case PE_IndicatorArrowDown:
        return drawChevron(painter, option->rect, Chevron::Down, m_colours->secondaryText);
    case PE_IndicatorArrowUp:
        return drawChevron(painter, option->rect, Chevron::Up, m_colours->secondaryText);
    case PE_IndicatorArrowRight:
        return drawChevron(painter, option->rect, Chevron::Right, m_colours->secondaryText);
    case PE_IndicatorArrowLeft:
        return drawChevron(painter, option->rect, Chevron::Left, m_colours->secondaryText);
    case PE_Frame: {
        const PainterKeeper keep(painter);
        painter->setPen(m_colours->line);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
    case PE_FrameTabWidget:
        return;
    case PE_IndicatorTabClose: {
        const QRect& rect = option->rect;
        if (option->state & State_Enabled && option->state & State_MouseOver)
            drawRoundedPanel(painter, rect, mixed(m_colours->header, m_colours->text, 0.12), QColor(), 0);
        IconEngine(QStringLiteral("close"), IconTone::Thing, m_colours)
            .paint(painter, rect.adjusted(3, 3, -3, -3), QIcon::Normal, QIcon::Off);
        return;
    }
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, m_colours->window);
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), m_colours->line);
        return;
    case PE_FrameTabBarBase: {
        const QRect& rect = option->rect;
        painter->fillRect(rect, m_colours->header);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_colours->line);
        return;
    }
    case PE_IndicatorDockWidgetResizeHandle: {
        // Wide enough to be caught; only its middle is seen.
        painter->fillRect(option->rect, m_colours->window);
        QRect middle = option->rect;
        if (middle.width() < middle.height())
            middle.adjust(middle.width() / 2, 0, -(middle.width() - 1) / 2, 0);
        else
            middle.adjust(0, middle.height() / 2, 0, -(middle.height() - 1) / 2);
        painter->fillRect(middle, m_colours->line);
        return;
    }
    case PE_FrameFocusRect:
        // Where a whole row or a whole control shows the focus already, a second frame only adds noise.
        if (qobject_cast<const QAbstractItemView*>(widget) || qobject_cast<const QPushButton*>(widget) ||
            qobject_cast<const QComboBox*>(widget))
            return;
        return drawRoundedPanel(painter, option->rect, Qt::transparent, m_colours->accent, 1.5);
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    switch (element) {
    case CE_TabBarTabShape:
        return drawTab(option, painter);
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
            tab && tab->state & State_Enabled && !(tab->state & State_Selected)) {
            QStyleOptionTab quiet(*tab);
            quiet.palette.setColor(QPalette::WindowText, m_colours->secondaryText);
            return QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        break;
    case CE_PushButtonLabel:
        if (drawButtonLabel(option, painter, widget))
            return;
        break;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader quiet(*header);
            quiet.palette.setColor(QPalette::ButtonText, m_colours->secondaryText);
            quiet.text = quiet.fontMetrics.elidedText(quiet.text, Qt::ElideRight, quiet.rect.width());
            return QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        break;
    case CE_ToolButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
            QStyleOptionToolButton spaced(*button);
            spaced.text.prepend(QLatin1Char(' '));
            return QProxyStyle::drawControl(element, &spaced, painter, widget);
        }
        break;
    case CE_DockWidgetTitle:
        return drawDockTitle(option, painter, widget);
    case CE_HeaderSection:
        return drawHeaderSection(option, painter);
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, m_colours->header);
        const QRect& rect = option->rect;
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_colours->line);
        return;
    }
    case CE_ToolBar: {
        painter->fillRect(option->rect, option->palette.window());
        const auto* bar = qstyleoption_cast<const QStyleOptionToolBar*>(option);
        if (bar && bar->toolBarArea == Qt::TopToolBarArea)
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              m_colours->line);
        return;
    }
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_colours->window);
        return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            const bool open = option->state & State_Selected && option->state & State_Enabled;
            painter->fillRect(option->rect, open ? m_colours->selection : m_colours->window);
            int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
            if (!proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr))
                flags |= Qt::TextHideMnemonic;
            drawItemText(painter, item->rect, flags, option->palette, option->state & State_Enabled, item->text,
                         open ? QPalette::HighlightedText : QPalette::WindowText);
        }
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    switch (control) {
    case CC_ComboBox:
        return drawComboBox(option, painter, widget);
    case CC_ScrollBar:
        return drawScrollBar(option, painter, widget);
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    if (control == CC_ScrollBar)
        return scrollBarRect(option, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace fairlead::ui
