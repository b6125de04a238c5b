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

signals:
    /// The window shows this place.
    void wentTo(const fairlead::ui::Location& location);
    void historyChanged();

private:
    Location m_current;
    QVector<Location> m_back;
    QVector<Location> m_forward;
};

} // namespace fairlead::ui
