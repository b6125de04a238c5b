// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_text.h"

#include <QWidget>

#include <functional>
#include <thread>
#include <vector>

class QAction;
class QLabel;

namespace fairlead::ui {

class LogBar;
class LogModel;
class LogStore;
class LogView;
class NoticeBar;
class Theme;

/// The log as a person reads it: by level, origin and text, following what comes, to copy from, to save and to clear.
/// `store` and `theme` outlive it.
class LogPanel : public QWidget {
    Q_OBJECT

public:
    LogPanel(LogStore& store, const Theme& theme, QWidget* parent = nullptr);
    ~LogPanel() override;

    /// What filters, follows, copies, saves and clears. Above the records, until the window puts it elsewhere (the
    /// corner of the dock's tabs), which then owns it.
    [[nodiscard]] QWidget* bar() const;
    /// Whether the newest record is kept in sight; goes off when the person scrolls up.
    [[nodiscard]] bool isFollowing() const;
    [[nodiscard]] LogModel& model() const { return *m_model; }
    /// A strip says that extensions are traced, and offers to end that.
    void setTracing(bool tracing);
    /// The folder that saving begins in; empty: the person's documents.
    void setSaveFolder(const QString& folder) { m_saveFolder = folder; }

public slots:
    /// The selected rows, or all that is shown if none is. Many are put together in the background; `said` tells.
    void copy();
    void copyAll();
    /// Asks for a file.
    void save();
    /// All that is shown, in the background; `said` tells how that went.
    void saveTo(const QString& file);
    void focusView();

signals:
    void placeActivated(const QString& file, int line);
    void tracingOffWanted();
    void said(const QString& message);

private:
    void makeActions();
    void connectAll();
    void unfoldAll(bool unfolded);
    void applyWish();
    void keepTopRecord();
    void updateFooter();
    void scrolled(int value);
    void followIfWanted();
    void toClipboard(LogPieces pieces);
    /// `work` runs on a thread of its own; what it gives is done on the window's.
    void inBackground(std::function<std::function<void()>()> work);

    LogStore& m_store;
    const Theme& m_theme;
    LogModel* m_model;
    LogBar* m_bar;
    LogView* m_view;
    NoticeBar* m_strip;
    QLabel* m_footer;
    QLabel* m_empty;
    QAction* m_copy;
    QAction* m_copyAll;
    QAction* m_save;
    QAction* m_unfold;
    QAction* m_clear;
    QAction* m_tracingOff = nullptr;
    QString m_saveFolder;
    bool m_scrolling = false;
    int m_running = 0;
    std::vector<std::jthread> m_workers; // last: they end before anything else goes
};

} // namespace fairlead::ui
