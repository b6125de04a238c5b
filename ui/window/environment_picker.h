// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extensions/manifest_search.h"
#include "ui/workspace/environment.h"

#include <QMenu>
#include <QObject>

#include <span>

class QActionGroup;

namespace fairlead::ui {

class EnvironmentLabel;
class Navigator;
class Theme;

/// Lets a person choose the environment, by a menu below its label. To choose the native one is what runs its
/// extensions' code: the menu says so.
class EnvironmentPicker : public QObject {
    Q_OBJECT

public:
    /// All of them outlive it.
    EnvironmentPicker(Environment& environment, Navigator& navigator, const Theme& theme, EnvironmentLabel& label,
                      QObject* parent = nullptr);

    /// Where native extensions are looked for, in that order. The menu and the label's tool tip name it.
    void setSearchPath(std::span<const SearchPlace> places);

    /// Opens the menu.
    [[nodiscard]] QAction* openAction() const { return m_open; }
    [[nodiscard]] QAction* extensionsAction() const { return m_extensions; }
    /// One for each environment, the chosen one checked.
    [[nodiscard]] QList<QAction*> environmentActions() const;

private:
    QAction* add(Environment::Kind kind, const QString& toolTip);
    void update();
    void showExtensions();

    Environment& m_environment;
    Navigator& m_navigator;
    EnvironmentLabel& m_label;
    QMenu m_menu;
    QActionGroup* m_kinds;
    QAction* m_native;
    QAction* m_end;          // of the environments
    QList<QAction*> m_lines; // of the search path, below the native one
    QAction* m_open;
    QAction* m_extensions;
};

} // namespace fairlead::ui
