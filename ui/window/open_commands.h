// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QAction;
class QMenu;
class QMimeData;
class QWidget;

namespace fairlead::ui {

class BufferStore;
class Navigator;
class RecentPaths;
class Workspace;

/// What a person opens: folders and files by dialog, by dropping, of late; new texts and the example.
class OpenCommands : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    OpenCommands(Workspace& workspace, BufferStore& buffers, Navigator& navigator, RecentPaths& recent,
                 QWidget* window);

    [[nodiscard]] QAction* newFileAction() const { return m_newFile; }
    [[nodiscard]] QAction* openFolderAction() const { return m_openFolder; }
    [[nodiscard]] QAction* openFileAction() const { return m_openFile; }
    [[nodiscard]] QAction* exampleAction() const { return m_example; }
    [[nodiscard]] QMenu* recentMenu() const { return m_recentMenu; }

    /// Folders take the place of what is open; files are added to it and shown.
    void openPaths(const QStringList& paths);
    [[nodiscard]] static QStringList pathsOf(const QMimeData& data);

public slots:
    void openFolder();
    void openFile();
    void newFile();
    void openExample();

signals:
    /// These are about to take the place of what is open.
    void aboutToReplace(const QStringList& paths);

private:
    void fillRecentMenu();
    [[nodiscard]] QString startFolder() const;

    Workspace& m_workspace;
    BufferStore& m_buffers;
    Navigator& m_navigator;
    RecentPaths& m_recent;
    QWidget* m_window;
    QAction* m_newFile;
    QAction* m_openFolder;
    QAction* m_openFile;
    QAction* m_example;
    QMenu* m_recentMenu;
};

} // namespace fairlead::ui
