// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_paths.h"

#include <QSettings>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr qsizetype kept = 12;

QString settingsKey() { return QStringLiteral("recent/paths"); }

} // namespace

RecentPaths::RecentPaths(QObject* parent)
    : QObject(parent), m_paths(QSettings().value(settingsKey()).toStringList().mid(0, kept)) {}

void RecentPaths::note(const QStringList& paths) {
    const QStringList before = m_paths;
    for (auto path = paths.crbegin(); path != paths.crend(); ++path) {
        m_paths.removeAll(*path);
        m_paths.prepend(*path);
    }
    m_paths = m_paths.mid(0, kept);
    if (m_paths != before)
        save();
}

void RecentPaths::remove(const QString& path) {
    if (m_paths.removeAll(path) > 0)
        save();
}

void RecentPaths::clear() {
    m_paths.clear();
    save();
}

void RecentPaths::save() {
    QSettings().setValue(settingsKey(), m_paths);
    emit changed();
}

} // namespace fairlead::ui
