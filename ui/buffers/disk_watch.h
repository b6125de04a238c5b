// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

namespace fairlead::ui {

/// Says that something may have happened to open files. It watches their folders too, so that it hears of a file that
/// is replaced by a rename, or made again. Files whose names are no UTF-8 are not watched.
class DiskWatch : public QObject {
    Q_OBJECT

public:
    explicit DiskWatch(QObject* parent = nullptr);
    void add(const QString& path);
    void remove(const QString& path);

signals:
    /// A little later, once for all of them. The files have to be looked at to know.
    void touched();

private:
    void watch(const QString& path);
    void onTouched();

    QFileSystemWatcher m_watcher;
    QSet<QString> m_paths;
    QTimer m_delay;
};

} // namespace fairlead::ui
