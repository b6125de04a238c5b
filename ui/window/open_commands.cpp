// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/open_commands.h"

#include "ui/buffers/buffer_store.h"
#include "ui/navigation/navigator.h"
#include "ui/window/recent_paths.h"
#include "ui/workspace/open_sources.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <iterator>

namespace fairlead::ui {

namespace {

constexpr qsizetype mostPages = 20; // at once

} // namespace

OpenCommands::OpenCommands(Workspace& workspace, BufferStore& buffers, Navigator& navigator, RecentPaths& recent,
                           QWidget* window)
    : QObject(window), m_workspace(workspace), m_buffers(buffers), m_navigator(navigator), m_recent(recent),
      m_window(window), m_newFile(new QAction(tr("&New File"), this)),
      m_openFolder(new QAction(tr("&Open Folder…"), this)), m_openFile(new QAction(tr("Open &File…"), this)),
      m_example(new QAction(tr("Try the &Example Card"), this)), m_recentMenu(new QMenu(tr("Open &Recent"), window)) {
    m_newFile->setShortcut(QKeySequence::New);
    m_openFolder->setShortcut(QKeySequence::Open);
    m_openFile->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    connect(m_newFile, &QAction::triggered, this, &OpenCommands::newFile);
    connect(m_openFolder, &QAction::triggered, this, &OpenCommands::openFolder);
    connect(m_openFile, &QAction::triggered, this, &OpenCommands::openFile);
    connect(m_example, &QAction::triggered, this, &OpenCommands::openExample);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &OpenCommands::fillRecentMenu);
}

void OpenCommands::openPaths(const QStringList& paths) {
    QStringList folders;
    QStringList files;
    for (const QString& path : paths) {
        const QString absolute = absolutePath(path);
        (QFileInfo(absolute).isFile() ? files : folders).append(absolute);
    }
    m_recent.note(folders + files);
    if (folders.isEmpty()) {
        m_workspace.add(files);
    } else {
        QStringList wanted = folders;
        std::ranges::copy_if(files, std::back_inserter(wanted), [&](const QString& file) {
            return std::ranges::none_of(folders, [&](const QString& folder) { return isAtOrBelow(file, folder); });
        });
        emit aboutToReplace(wanted);
        m_workspace.open(wanted);
    }
    // Each has a page, the first is in front; of very many the rest is in the tree.
    for (const QString& file : files.first(std::min(files.size(), mostPages)))
        m_navigator.go(Location::inFile(file));
    if (files.size() > 1)
        m_navigator.go(Location::inFile(files.first()));
}

QStringList OpenCommands::pathsOf(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

QString OpenCommands::startFolder() const {
    if (m_workspace.paths().isEmpty())
        return QDir::homePath();
    const QFileInfo first(m_workspace.paths().first());
    return first.isDir() ? first.filePath() : first.path();
}

void OpenCommands::openFolder() {
    const QString folder = QFileDialog::getExistingDirectory(m_window, tr("Open a Folder of Cards"), startFolder());
    if (!folder.isEmpty())
        openPaths({folder});
}

void OpenCommands::openFile() {
    const QStringList files = QFileDialog::getOpenFileNames(m_window, tr("Open Card Files"), startFolder(),
                                                            tr("Card files (*.yaml *.yml);;All files (*)"));
    if (!files.isEmpty())
        openPaths(files);
}

void OpenCommands::newFile() {
    if (const Buffer* buffer = m_buffers.newFile())
        m_navigator.go(Location::inFile(buffer->key()));
}

void OpenCommands::openExample() {
    if (const Buffer* buffer = m_buffers.openExample())
        m_navigator.go(Location::inFile(buffer->key()));
}

void OpenCommands::fillRecentMenu() {
    m_recentMenu->clear();
    for (const QString& path : m_recent.paths()) {
        QAction* action = m_recentMenu->addAction(shortPath(path).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openPaths({path}); });
    }
    if (m_recent.paths().isEmpty())
        m_recentMenu->addAction(tr("Nothing yet"))->setEnabled(false);
    m_recentMenu->addSeparator();
    QAction* clear = m_recentMenu->addAction(tr("Clear the List"), &m_recent, &RecentPaths::clear);
    clear->setEnabled(!m_recent.paths().isEmpty());
}

} // namespace fairlead::ui
