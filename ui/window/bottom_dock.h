// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QString>

#include <functional>
#include <vector>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace fairlead::ui {

class StatusLine;
class Theme;

/// The dock below the pages: panels behind one another, their tabs and the bar of the one in front in the title.
/// While it is closed, each panel is a button in the status line.
class BottomDock : public QDockWidget {
    Q_OBJECT

public:
    BottomDock(const Theme& theme, StatusLine& statusLine, QWidget* parent = nullptr);

    /// What stands in the dock, and at the right of the tabs while it is in front. Both are the dock's then.
    struct Content {
        QWidget* panel;
        QWidget* bar;
    };
    /// `make` is called when the dock is seen for the first time. The panel's number, from the left.
    int addPanel(const QString& icon, const QString& title, std::function<Content()> make);
    int addPanel(const QString& icon, const QString& title, const Content& content);
    /// `count` stands behind the title, none below 0; the tool tip says of what it is.
    void setCount(int panel, int count, const QString& meaning = {});
    /// Opens the dock with a panel in front, and gives it the focus.
    void showPanel(int panel);
    void focusPanel(); ///< the one in front
    [[nodiscard]] int currentPanel() const;
    void setCurrentPanel(int index);
    void setVisible(bool visible) override;

private:
    struct Panel {
        std::function<Content()> make; // empty: it is made
        QString title;
        QToolButton* button; // in the status line
    };
    void makeAll();
    void put(int panel, const Content& content);
    void updateButtons();
    QToolButton* makeTitleButton(const QString& icon, const QString& text);

    const Theme& m_theme;
    StatusLine& m_statusLine;
    QTabBar* m_tabs;
    QStackedWidget* m_bars;
    QStackedWidget* m_panels;
    std::vector<Panel> m_entries;
};

} // namespace fairlead::ui
