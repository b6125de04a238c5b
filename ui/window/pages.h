// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"
#include "ui/window/window_services.h"

#include <QWidget>

#include <vector>

class QAction;
class QLabel;

namespace fairlead::ui {

class BufferCommands;
class EditorPage;
class PageTabs;
struct TabFace;

/// The pages in the middle of the window: which there are, which is shown, how they come and go. Follows the
/// navigator, and tells it where the person went by a tab.
class Pages : public QWidget {
    Q_OBJECT

public:
    /// `commands` and `openFolder`, the window's act of that name, outlive this.
    Pages(const WindowServices& services, BufferCommands& commands, const QAction& openFolder,
          QWidget* parent = nullptr);

    [[nodiscard]] const PageTabs& tabs() const { return *m_tabs; }
    /// Null if another kind of page is in front.
    [[nodiscard]] EditorPage* currentEditor() const;
    [[nodiscard]] Location current() const;
    /// Pages from the left, with the cursor's place in files; untitled texts are not among them.
    [[nodiscard]] std::vector<Location> kept() const;
    /// Opens pages without leaving a history.
    void restore(const std::vector<Location>& pages, int current);
    /// Of all editors, those to come too; it follows what the person does in one of them.
    [[nodiscard]] int zoom() const { return m_zoom; }
    void setZoom(int points);
    /// Closes what holds no unsaved text.
    void closeSaved();

    [[nodiscard]] QAction* closeAction() const { return m_close; }

public slots:
    void closeCurrent();
    void focusPage();

signals:
    /// A page with a text is new.
    void editorMade(EditorPage* page);
    /// Another page is in front, or the cursor is elsewhere in it.
    void placeChanged(const fairlead::ui::Location& location);
    /// The cursor of the page in front is in another card.
    void cardChanged();
    void said(const QString& text); ///< by a page, for the status bar
    void openFolderWanted();
    void exampleWanted();
    void recentChosen(const QString& path);
    void familiesWanted(fairlead::FamilyKind kind);
    void sourcesWanted();

private:
    void goTo(const Location& location);
    void onPageShown(QWidget* page);
    void closePage(QWidget* page);
    QWidget* makePage(const Location& location);
    QWidget* makeWelcome();
    QWidget* makeFilePage(const Location& location);
    QWidget* makeExtensionsPage();
    QWidget* makeSourcePage(const Location& location);
    QWidget* makeRegistryPage(const Location& location);
    void showPlace(QWidget* page, const Location& location);
    void refreshFaces();
    void showWaiting();
    [[nodiscard]] Location placeOf(QWidget* page) const;
    [[nodiscard]] TabFace faceOf(const Location& location) const;

    WindowServices m_services;
    BufferCommands& m_commands;
    const QAction& m_openFolder;
    PageTabs* m_tabs;
    QLabel* m_waiting; // in place of the tabs while there are none
    QAction* m_close;
    int m_zoom = 0;
    bool m_going = false; // the navigator leads, the tabs follow
};

} // namespace fairlead::ui
