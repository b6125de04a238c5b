// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/disk_watch.h"

#include <QFileInfo>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int delayMilliseconds = 100; // other programs write in several steps

QString folderOf(const QString& path) { return QFileInfo(path).absolutePath(); }

} // namespace

DiskWatch::DiskWatch(QObject* parent) : QObject(parent) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMilliseconds);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &DiskWatch::onTouched);
}

void DiskWatch::add(const QString& path) {
    if (path.isEmpty() || m_paths.contains(path))
        return;
    m_paths.insert(path);
    watch(path);
}

void DiskWatch::remove(const QString& path) {
    if (!m_paths.remove(path))
        return;
    m_watcher.removePath(path);
    const QString folder = folderOf(path);
    if (std::ranges::none_of(m_paths, [&](const QString& other) { return folderOf(other) == folder; }))
        m_watcher.removePath(folder);
}

void DiskWatch::watch(const QString& path) {
    const QString folder = folderOf(path);
    if (!m_watcher.directories().contains(folder))
        m_watcher.addPath(folder);
    // After a rename over it the watcher has lost the file; the new one is another.
    if (!m_watcher.files().contains(path) && QFileInfo::exists(path))
        m_watcher.addPath(path);
}

void DiskWatch::onTouched() {
    for (const QString& path : std::as_const(m_paths))
        watch(path);
    emit touched();
}

} // namespace fairlead::ui
