// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/environment.h"

#include <QMenu>
#include <QObject>

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

    /// Opens the menu.
    [[nodiscard]] QAction* openAction() const { return m_open; }
    [[nodiscard]] QAction* extensionsAction() const { return m_extensions; }
    /// One for each environment, the chosen one checked.
    [[nodiscard]] QList<QAction*> environmentActions() const;

private:
    void add(Environment::Kind kind, const QString& toolTip);
    void update();
    void showExtensions();

    Environment& m_environment;
    Navigator& m_navigator;
    EnvironmentLabel& m_label;
    QMenu m_menu;
    QActionGroup* m_kinds;
    QAction* m_open;
    QAction* m_extensions;
};

} // namespace fairlead::ui
