// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

class QPushButton;

namespace fairlead::ui {

class Environment;
class EnvironmentLabel;
class ExtensionTracing;
class EnvironmentPicker;
class Navigator;
class Theme;
class Workspace;

/// Back and forward; what the sources are checked against, and how that stands; reading them again.
class MainToolBar : public QToolBar {
    Q_OBJECT

public:
    MainToolBar(Workspace& workspace, Environment& environment, Navigator& navigator, const Theme& theme,
                QWidget* parent = nullptr);

    /// A check box at the right end for the wish to trace, which outlives the tool bar.
    void showTracing(ExtensionTracing& tracing);

    [[nodiscard]] QAction* backAction() const { return m_back; }
    [[nodiscard]] QAction* forwardAction() const { return m_forward; }
    [[nodiscard]] QAction* reloadAction() const { return m_reload; }
    [[nodiscard]] QAction* cancelAction() const { return m_cancel; }
    /// Without the registry's own cards.
    [[nodiscard]] QAction* aloneAction() const { return m_alone; }
    [[nodiscard]] const EnvironmentLabel& environment() const { return *m_label; }
    [[nodiscard]] EnvironmentPicker& picker() const { return *m_picker; }

private:
    void makeActions(Navigator& navigator);
    void update();
    void updateToolTips();
    void reload();
    void stopLoading();
    [[nodiscard]] bool isLoading() const;
    void showProgress(quint64 files, quint64 cards);

    Workspace& m_workspace;
    Environment& m_environment;
    const Theme& m_theme;
    QWidget* m_row;
    EnvironmentLabel* m_label;
    QAction* m_back;
    QAction* m_forward;
    QAction* m_reload;
    QAction* m_cancel;
    QAction* m_alone;
    EnvironmentPicker* m_picker;
    QPushButton* m_button; // reloads, or cancels while that goes on
};

} // namespace fairlead::ui
