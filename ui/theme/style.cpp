// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icon_engine.h"
#include "ui/theme/style_drawing.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>

namespace fairlead::ui {

namespace {

bool isSmall(const QWidget* widget) { return widget && widget->property("small").toBool(); }

} // namespace

Style::Style(std::shared_ptr<const Colours> colours)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_colours(std::move(colours)) {}

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
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader quiet(*header);
            quiet.palette.setColor(QPalette::ButtonText, m_colours->secondaryText);
            return QProxyStyle::drawControl(element, &quiet, painter, widget);
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

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_TreeViewIndentation:
        return 15;
    case PM_DockWidgetSeparatorExtent:
        return 3;
    case PM_SplitterWidth:
        return 1;
    case PM_DockWidgetTitleMargin:
        return 5;
    case PM_DockWidgetTitleBarButtonMargin:
        return 2;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
        return 0;
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return 16;
    case PM_ToolBarItemSpacing:
        return 8;
    case PM_ToolBarItemMargin:
        return 0;
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_ToolBarHandleExtent:
        return 8;
    case PM_HeaderMargin:
        return 4;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* answer) const {
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_DockWidget_ButtonsHaveFrame:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    case SH_TabBar_ElideMode:
        return Qt::ElideMiddle;
    case SH_Menu_SubMenuPopupDelay:
        return 150;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0; // whatever the desktop says: a click selects
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    if (control == CC_ScrollBar)
        return scrollBarRect(option, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int text = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_ItemViewItem: {
        const int asked = widget ? widget->property("rowHeight").toInt() : 0;
        result.setHeight(std::max(asked ? asked : 22, text + 6));
        break;
    }
    case CT_PushButton:
    case CT_ComboBox:
        result.setHeight(std::max(text, 14) + (isSmall(widget) ? 7 : 11));
        break;
    case CT_ToolButton:
        if (isSmall(widget))
            result = QSize(std::max(result.width(), 22), std::max(text, 14) + 7);
        break;
    case CT_LineEdit:
        result.setHeight(std::max(text, 14) + (isSmall(widget) ? 7 : 9));
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(24, text + 8));
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(std::max(result.height(), text + 9));
        break;
    case CT_MenuBarItem:
        result += QSize(4, 2);
        break;
    default:
        break;
    }
    return result;
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const {
    const auto own = [this](const char* name, std::optional<IconTone> tone = std::nullopt) {
        return QIcon(new IconEngine(QString::fromLatin1(name), tone, m_colours));
    };
    switch (icon) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return own("close", IconTone::Thing);
    case SP_TitleBarNormalButton:
        return own("float", IconTone::Thing);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return own("info");
    case SP_MessageBoxWarning:
        return own("warning");
    case SP_MessageBoxCritical:
        return own("error");
    case SP_DirIcon:
    case SP_DirClosedIcon:
        return own("folder");
    case SP_FileIcon:
        return own("file");
    case SP_ArrowBack:
        return own("back");
    case SP_ArrowForward:
        return own("forward");
    case SP_BrowserReload:
        return own("reload");
    default:
        break;
    }
    return QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace fairlead::ui
