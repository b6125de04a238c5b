// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/shortcuts.h"
#include "ui/window/window_services.h"
#include "ui/workspace/environment.h"

#include <QObject>

namespace fairlead::ui {

class EditorActions;
class EditorPage;
class EnvironmentPicker;
class LogPanel;
class Settings;
struct SettingsValues;

/// What extensions are loaded with, as it is set.
[[nodiscard]] Environment::Loading loadingOf(const Settings& settings);

/// Makes the window obey what is set, at once and whenever it changes.
class SettingsEffects : public QObject {
    Q_OBJECT

public:
    SettingsEffects(const WindowServices& services, QObject* parent);

    /// The log's panel saves where it is set, and tells of tracing.
    void follow(LogPanel& panel);
    /// The picker names the search path that is set.
    void follow(EnvironmentPicker& picker);
    /// A page's text is shown and edited as it is set; its acts have the keys that are set.
    void follow(EditorPage& page);
    /// These have the keys that are set.
    void follow(const QList<QAction*>& actions) { m_shortcuts.adopt(actions); }
    /// Where everything can be set. Modal to `window`.
    void showDialog(QWidget& window);

private:
    void apply(const SettingsValues& before);
    void applyToLoading();
    void applyToLog();
    void followActs(const EditorActions& actions);
    void learnEditorActs();

    WindowServices m_services;
    Shortcuts m_shortcuts;
    bool m_knowsEditorActs = false;
};

} // namespace fairlead::ui
