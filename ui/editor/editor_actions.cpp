// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_actions.h"

#include "ui/editor/card_editor.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/line_bar.h"
#include "ui/theme/theme.h"

#include <QAction>

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;

} // namespace

EditorActions::EditorActions(CardEditor& editor, FindBar& find, LineBar& line, const Theme& theme, QWidget& page)
    : QObject(&page), m_editor(editor), m_find(find), m_line(line), m_theme(theme), m_page(page) {
    makeEdit();
    makeView();
    makeGo();
    connect(&editor, &CardEditor::undoStateChanged, this, &EditorActions::refresh);
    connect(&editor, &Sci::SCN_UPDATEUI, this, [this](int updated) {
        if ((updated & Sci::SC_UPDATE_SELECTION) != 0)
            refresh();
    });
    refresh();
}

QAction* EditorActions::add(const QString& text, const QString& icon, const QList<QKeySequence>& keys,
                            std::function<void()> act) {
    auto* action = new QAction(icon.isEmpty() ? QIcon() : m_theme.icon(icon), text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(act));
    m_page.addAction(action);
    return action;
}

QAction* EditorActions::addCommand(const QString& text, const QString& icon, const QList<QKeySequence>& keys,
                                   unsigned command) {
    return add(text, icon, keys, [this, command] { m_editor.send(command); });
}

void EditorActions::makeEdit() {
    m_undo = addCommand(tr("&Undo"), QStringLiteral("undo"), {QKeySequence::Undo}, Sci::SCI_UNDO);
    m_redo = addCommand(tr("&Redo"), QStringLiteral("redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
                        Sci::SCI_REDO);
    m_cut = addCommand(tr("Cu&t"), {}, {QKeySequence::Cut}, Sci::SCI_CUT);
    m_copy = addCommand(tr("&Copy"), QStringLiteral("copy"), {QKeySequence::Copy}, Sci::SCI_COPY);
    m_paste = addCommand(tr("&Paste"), {}, {QKeySequence::Paste}, Sci::SCI_PASTE);
    m_selectAll = addCommand(tr("Select &All"), {}, {QKeySequence::SelectAll}, Sci::SCI_SELECTALL);
    QAction* find = add(tr("&Find…"), QStringLiteral("search"), {QKeySequence::Find}, [this] { m_find.openToFind(); });
    QAction* next = add(tr("Find &Next"), {}, {Qt::Key_F3}, [this] { m_find.findNext(); });
    QAction* previous = add(tr("Find Pre&vious"), {}, {Qt::SHIFT | Qt::Key_F3}, [this] { m_find.findPrevious(); });
    m_find.nameKeys(*next, *previous);
    m_replace =
        add(tr("R&eplace…"), {}, {Qt::CTRL | Qt::Key_R, Qt::CTRL | Qt::Key_H}, [this] { m_find.openToReplace(); });
    m_fixes =
        add(tr("&Quick Fixes…"), QStringLiteral("fix"), {Qt::CTRL | Qt::Key_Period}, [this] { emit fixesWanted(); });
    m_edit = {m_undo,  m_redo, nullptr, m_cut,    m_copy,    m_paste, m_selectAll,
              nullptr, find,   next,    previous, m_replace, nullptr, m_fixes};
}

void EditorActions::makeView() {
    QAction* in = add(tr("Zoom &In"), {}, {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                      [this] { m_editor.setZoom(m_editor.zoom() + 1); });
    QAction* out =
        add(tr("Zoom &Out"), {}, {Qt::CTRL | Qt::Key_Minus}, [this] { m_editor.setZoom(m_editor.zoom() - 1); });
    QAction* reset = add(tr("&Usual Size"), {}, {Qt::CTRL | Qt::Key_0}, [this] { m_editor.setZoom(0); });
    QAction* fold =
        add(tr("&Fold All Cards"), {}, {}, [this] { m_editor.send(Sci::SCI_FOLDALL, Sci::SC_FOLDACTION_CONTRACT); });
    QAction* unfold =
        add(tr("Unfold A&ll"), {}, {}, [this] { m_editor.send(Sci::SCI_FOLDALL, Sci::SC_FOLDACTION_EXPAND); });
    m_view = {in, out, reset, nullptr, fold, unfold};
}

void EditorActions::makeGo() {
    m_goTo = add(tr("&Go to Definition"), {}, {Qt::Key_F12}, [this] { emit goToWanted(); });
    m_goTo->setToolTip(tr("The base, the architecture, the family or the other owner of the name at the cursor"));
    QAction* line =
        add(tr("Go to &Line…"), {}, {Qt::CTRL | Qt::Key_G, Qt::CTRL | Qt::Key_L}, [this] { m_line.open(); });
    m_go = {m_goTo, line};
}

QList<QAction*> EditorActions::context() const {
    return {m_undo, m_redo, nullptr, m_cut, m_copy, m_paste, m_selectAll, nullptr, m_goTo, m_fixes};
}

void EditorActions::refresh() {
    const bool writable = !m_editor.isTextReadOnly();
    m_undo->setEnabled(m_editor.canUndo());
    m_redo->setEnabled(m_editor.canRedo());
    m_cut->setEnabled(writable && m_editor.hasSelection());
    m_copy->setEnabled(m_editor.hasSelection());
    m_paste->setEnabled(writable);
    m_replace->setEnabled(writable);
}

} // namespace fairlead::ui
