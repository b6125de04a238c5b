// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QHash>

class QStackedWidget;

namespace fairlead::ui {

/// The dock beside the pages: what goes with the page that is shown. Away while nothing does.
class RightDock : public QDockWidget {
    Q_OBJECT

public:
    explicit RightDock(QWidget* parent = nullptr);

    /// The panel is the dock's then; so wide (pixels) at first, later as it was left.
    void addPanel(QWidget* panel, const QString& title, int width);
    void setPanelTitle(QWidget* panel, const QString& title);
    /// Null: nothing goes with the page.
    void showPanel(QWidget* panel);
    /// The first panel is as wide as the dock is now: somebody chose that.
    void keepWidth() { m_isWidthKept = true; }
    void focusPanel();
    /// Whether the person wants it where there is something to show.
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    void setWanted(bool wanted);
    /// Shows and hides it as View has it.
    [[nodiscard]] QAction* wantedAction() const { return m_wantedAction; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void update();

    QStackedWidget* m_panels;
    QWidget* m_lastPanel = nullptr; // that was shown
    QHash<QWidget*, QString> m_titles;
    QHash<QWidget*, int> m_widths;
    QAction* m_wantedAction;
    bool m_wanted = true;
    bool m_hasPanel = false;
    bool m_isWidthKept = false;
};

} // namespace fairlead::ui
