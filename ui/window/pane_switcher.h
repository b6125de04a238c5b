// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QWidget;

namespace fairlead::ui {

/// The panes of the window for the keyboard: F6 goes round, Ctrl+1 … go to one.
class PaneSwitcher : public QObject {
    Q_OBJECT

public:
    explicit PaneSwitcher(QWidget* window);

    /// `pane`: what holds the focus when the pane has it. `enter`: puts it there, opening the pane if need be.
    void add(const QString& name, QWidget* pane, std::function<void()> enter);
    [[nodiscard]] QList<QAction*> actions() const;

private:
    struct Pane {
        QWidget* widget;
        std::function<void()> enter;
        QAction* action;
    };
    void goRound(int step);

    std::vector<Pane> m_panes;
    QAction* m_next;
    QAction* m_previous;
};

} // namespace fairlead::ui
