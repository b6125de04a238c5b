// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <functional>

class QAction;
class QMenuBar;
class QWidget;

namespace fairlead::ui {

class Settings;
class Theme;

/// What stands in the menus, by menu; a null action is a separator.
struct MenuParts {
    QList<QAction*> file;
    std::function<QList<QAction*>()> edit; ///< asked for when the menu opens
    QList<QAction*> view;
    std::function<QList<QAction*>()> viewOfPage;
    QList<QAction*> go;
    std::function<QList<QAction*>()> goOfPage;
    QList<QAction*> environment;
    QList<QAction*> tools;
};

/// Fills the menu bar. Actions are borrowed, and are the window's too, so that their keys count.
void fillMenus(QMenuBar& bar, const MenuParts& parts, const Theme& theme, Settings& settings);

} // namespace fairlead::ui
