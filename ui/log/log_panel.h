// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTreeView;

namespace fairlead::ui {

class LogFilter;
class LogModel;
class Theme;

/// The log as a person reads it: by level and text, following what comes, to copy from and to clear.
class LogPanel : public QWidget {
    Q_OBJECT

public:
    LogPanel(LogModel& model, const Theme& theme, QWidget* parent = nullptr);

    /// What filters, follows, copies and clears. Above the records, until the window puts it elsewhere (the corner of
    /// the dock's tabs), which then owns it.
    [[nodiscard]] QWidget* bar() const { return m_bar; }
    /// Whether the newest record is kept in sight; goes off when the person scrolls up.
    [[nodiscard]] bool isFollowing() const;
    /// The selected rows as text, or all that are shown if none is.
    [[nodiscard]] QString shownText() const;

public slots:
    void copy();
    void focusView();

private:
    QWidget* makeBar();
    void connectAll();
    void updateFooter();
    void scrolled(int value);
    void followIfWanted();

    LogModel& m_model;
    QWidget* m_bar;
    LogFilter* m_filter;
    QTreeView* m_view;
    QComboBox* m_level;
    QLineEdit* m_text;
    QCheckBox* m_follow;
    QLabel* m_footer;
    QLabel* m_empty;
    QAction* m_copy;
    QAction* m_clear;
    bool m_scrolling = false;
};

} // namespace fairlead::ui
