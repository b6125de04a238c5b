// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QObject>
#include <QVector>

namespace fairlead::ui {

/// Where the person is, where they came from. Every link, double-click and go-to in the window ends in `go`.
class Navigator : public QObject {
    Q_OBJECT

public:
    explicit Navigator(QObject* parent = nullptr);

    [[nodiscard]] const Location& current() const { return m_current; }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;

public slots:
    void go(const fairlead::ui::Location& location);
    void back();
    void forward();
    /// The place left has moved on (the cursor, a tab): what `back` will return to.
    void noteCurrent(const fairlead::ui::Location& location);
    /// The place that was gone to last cannot be shown; this is where one is still.
    void stayAt(const fairlead::ui::Location& location);
    /// What was shown of a file under a key is to be had under another from now on.
    void renameFile(const QString& key, const QString& now);
    /// It is to be had no more: nothing returns to it.
    void forgetFile(const QString& key);

signals:
    /// The window shows this place.
    void wentTo(const fairlead::ui::Location& location);
    void historyChanged();

private:
    void tidy();

    Location m_current;
    QVector<Location> m_back;
    QVector<Location> m_forward;
};

} // namespace fairlead::ui
