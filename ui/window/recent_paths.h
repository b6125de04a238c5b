// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace fairlead::ui {

/// The folders and files that were opened last, the newest first; kept beyond this run.
class RecentPaths : public QObject {
    Q_OBJECT

public:
    explicit RecentPaths(QObject* parent = nullptr);

    [[nodiscard]] const QStringList& paths() const { return m_paths; }

public slots:
    void note(const QStringList& paths);
    void remove(const QString& path);
    void clear();

signals:
    void changed();

private:
    void save();

    QStringList m_paths;
};

} // namespace fairlead::ui
