// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/problems/problem_list.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;

namespace fairlead::ui {

class BufferStore;
class DetailPane;
class Navigator;
class ProblemsBar;
class ProblemsModel;
class ProblemsView;
class Theme;
class Workspace;

/// What is wrong with the open sources, as the texts stand unsaved: going there, fixing, filtering.
class ProblemsPanel : public QWidget {
    Q_OBJECT

public:
    /// All outlive it.
    ProblemsPanel(Workspace& workspace, BufferStore& buffers, Navigator& navigator, const Theme& theme,
                  QWidget* parent = nullptr);

    /// The toggles, the choice of files and Fix all. Above the table, until the window puts it elsewhere (the corner of
    /// the dock's tabs), which then owns it.
    [[nodiscard]] ProblemsBar* bar() const { return m_bar; }
    [[nodiscard]] ProblemsView& view() const { return *m_view; }
    [[nodiscard]] ProblemsModel& model() const { return *m_model; }
    /// All problems of the open sources, for the tab's title.
    [[nodiscard]] int count() const { return m_count; }
    /// F8, Shift+F8; for the window's Go menu. Their keys count in the whole window.
    [[nodiscard]] QAction* nextAction() const { return m_next; }
    [[nodiscard]] QAction* previousAction() const { return m_previous; }

public slots:
    void goToNext();
    void goToPrevious();
    /// Shows what all certain fixes would change, and offers to make them.
    void offerAllFixes();
    /// At once, in place of a little after the last edit.
    void refresh();

signals:
    void countChanged(int count);
    /// Something is shown that was asked for elsewhere: the dock should be seen.
    void attentionWanted();

private:
    void build();
    void connectAll();
    void refreshSoon();
    void setRows(std::vector<ProblemRow> rows);
    void showCounts(const ProblemList& list);
    void showEmpty(const ProblemList& list);
    [[nodiscard]] ProblemFilter filter() const;
    [[nodiscard]] std::optional<quint32> currentFile() const;
    void goTo(const QModelIndex& index);
    void goToNeighbour(bool forward);
    void clickFix(const QModelIndex& index);
    void openMenu(const QModelIndex& index, const QPoint& global);
    void applyFix(const Diagnostic& diagnostic, qsizetype fix);
    void applyAll();
    void showAllDifferences();

    Workspace& m_workspace;
    BufferStore& m_buffers;
    Navigator& m_navigator;
    ProblemsModel* m_model;
    ProblemsView* m_view;
    DetailPane* m_details;
    ProblemsBar* m_bar;
    QLabel* m_empty;
    QLabel* m_footer;
    QStackedWidget* m_pages;
    QAction* m_next;
    QAction* m_previous;
    QTimer m_refresh;
    bool m_packagesShown = false;
    bool m_offering = false; // the details show all certain fixes
    int m_count = 0;
};

} // namespace fairlead::ui
