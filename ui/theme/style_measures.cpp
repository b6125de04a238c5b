// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icon_engine.h"
#include "ui/theme/mnemonics.h"

#include <QStyleOption>

#include <algorithm>

// How large things are, and how they behave.

namespace fairlead::ui {

namespace {

constexpr int iconGap = 3;        // more between an icon and its text than Fusion has
constexpr int buttonPadding = 18; // left and right of a button's text

bool isSmall(const QWidget* widget) { return widget && widget->property("small").toBool(); }

} // namespace

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
    case SH_UnderlineShortcut:
        return m_mnemonics->areShown() ? 1 : 0;
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
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            button && !button->text.isEmpty())
            result.setWidth(isSmall(widget) ? size.width() + buttonPadding + (button->icon.isNull() ? 0 : iconGap)
                                            : std::max(result.width(), size.width() + buttonPadding +
                                                                           (button->icon.isNull() ? 0 : iconGap)));
        [[fallthrough]];
    case CT_ComboBox:
        result.setHeight(std::max(text, 14) + (isSmall(widget) ? 7 : 11));
        break;
    case CT_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon)
            result.rwidth() += iconGap;
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
        result += QSize(4, 6);
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
    case SP_CommandLink: // Fusion's own ones are pictures, and looked for in plugins
    case SP_ToolBarHorizontalExtensionButton:
        return own("next");
    case SP_ToolBarVerticalExtensionButton:
        return own("down");
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
