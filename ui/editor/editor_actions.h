// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QKeySequence;
class QWidget;

namespace fairlead::ui {

class CardEditor;
class FindBar;
class LineBar;
class Theme;

/// The editor's acts with their names, icons and keys: for the window's menus, the context menu and the keyboard.
/// Their keys count while the focus is in the page.
class EditorActions : public QObject {
    Q_OBJECT

public:
    EditorActions(CardEditor& editor, FindBar& find, LineBar& line, const Theme& theme, QWidget& page);

    /// For the Edit, View and Go menus; null is a separator. They live as long as the page.
    [[nodiscard]] const QList<QAction*>& edit() const { return m_edit; }
    [[nodiscard]] const QList<QAction*>& view() const { return m_view; }
    [[nodiscard]] const QList<QAction*>& go() const { return m_go; }
    [[nodiscard]] const QAction& fixes() const { return *m_fixes; }
    [[nodiscard]] const QAction& goTo() const { return *m_goTo; }
    /// For the menu of a right click.
    [[nodiscard]] QList<QAction*> context() const;

signals:
    void fixesWanted();
    void goToWanted();

private:
    QAction* add(const QString& text, const QString& icon, const QList<QKeySequence>& keys, std::function<void()> act);
    QAction* addCommand(const QString& text, const QString& icon, const QList<QKeySequence>& keys, unsigned command);
    void makeEdit();
    void makeView();
    void makeGo();
    void refresh();

    CardEditor& m_editor;
    FindBar& m_find;
    LineBar& m_line;
    const Theme& m_theme;
    QWidget& m_page;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_cut = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_paste = nullptr;
    QAction* m_selectAll = nullptr;
    QAction* m_replace = nullptr;
    QAction* m_fixes = nullptr;
    QAction* m_goTo = nullptr;
    QList<QAction*> m_edit;
    QList<QAction*> m_view;
    QList<QAction*> m_go;
};

} // namespace fairlead::ui
