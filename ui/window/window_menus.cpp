// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_menus.h"

#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::WindowMenus", text); }

void addAll(QMenu& menu, const QList<QAction*>& actions) {
    for (QAction* action : actions) {
        if (action)
            menu.addAction(action);
        else
            menu.addSeparator();
    }
}

void fillWhenOpened(QMenu* menu, const std::function<void(QMenu&)>& fill) {
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, fill] {
        menu->clear();
        fill(*menu);
    });
}

QMenu* makeThemeMenu(QMenuBar& bar, const Theme& theme, Settings& settings) {
    auto* menu = new QMenu(tr("&Theme"), &bar);
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& text, Theme::Choice choice) {
        QAction* action = group->addAction(text);
        action->setCheckable(true);
        action->setChecked(theme.choice() == choice);
        menu->addAction(action);
        QObject::connect(action, &QAction::triggered, &settings, [&settings, choice] {
            SettingsValues values = settings.values();
            values.theme = choice;
            settings.apply(values);
        });
        QObject::connect(&theme, &Theme::changed, action,
                         [action, &theme, choice] { action->setChecked(theme.choice() == choice); });
    };
    add(tr("&As the System"), Theme::Choice::System);
    add(tr("&Light"), Theme::Choice::Light);
    add(tr("&Dark"), Theme::Choice::Dark);
    return menu;
}

void showAbout(QWidget* window) {
    auto* box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Fairlead"));
    box->setIconPixmap(window->windowIcon().pixmap(QSize(64, 64), window->devicePixelRatioF()));
    box->setText(QStringLiteral("<b>%1 %2</b>").arg(tr("Fairlead"), QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("Guides you through the families, architectures and asset cards of fairseq2.\n\n"
           "The window is free software under the GNU General Public License, version 3 or later; the library and the "
           "command are under the MIT licence. The recording of fairseq2 is fairseq2's, under the MIT licence."));
    box->setStandardButtons(QMessageBox::Close);
    box->setModal(false);
    box->show();
}

} // namespace

void fillMenus(QMenuBar& bar, const MenuParts& parts, const Theme& theme, Settings& settings) {
    QWidget* window = bar.window();
    for (const auto* actions : {&parts.file, &parts.view, &parts.go, &parts.environment, &parts.tools})
        for (QAction* action : *actions)
            if (action)
                window->addAction(action);

    addAll(*bar.addMenu(tr("&File")), parts.file);

    fillWhenOpened(bar.addMenu(tr("&Edit")), [edit = parts.edit](QMenu& menu) {
        addAll(menu, edit());
        if (menu.isEmpty())
            menu.addAction(tr("This page has no text"))->setEnabled(false);
    });

    QMenu* themeMenu = makeThemeMenu(bar, theme, settings);
    fillWhenOpened(bar.addMenu(tr("&View")), [view = parts.view, ofPage = parts.viewOfPage, themeMenu](QMenu& menu) {
        addAll(menu, view);
        menu.addSeparator();
        addAll(menu, ofPage());
        menu.addSeparator();
        menu.addMenu(themeMenu);
    });
    fillWhenOpened(bar.addMenu(tr("&Go")), [go = parts.go, ofPage = parts.goOfPage](QMenu& menu) {
        addAll(menu, go);
        menu.addSeparator();
        addAll(menu, ofPage());
    });
    addAll(*bar.addMenu(tr("Env&ironment")), parts.environment);
    if (!parts.tools.isEmpty())
        addAll(*bar.addMenu(tr("&Tools")), parts.tools);
    QMenu* help = bar.addMenu(tr("&Help"));
    help->addAction(tr("&About Fairlead"), window, [window] { showAbout(window); });
}

} // namespace fairlead::ui
