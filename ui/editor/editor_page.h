// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"
#include "core/checks/diagnostic.h"
#include "ui/editor/line_cuts.h"
#include "ui/navigation/location.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace fairlead::ui {

class Buffer;
class BufferCommands;
class BufferStore;
class CardEditor;
class DetailPane;
class EditorNotices;
class FindBar;
class Navigator;
class EditorActions;
class EditorHeader;
class Theme;
class Workspace;
struct ByteRange;

/// What a page needs of the rest of the window. All of it outlives the page.
struct EditorContext {
    Workspace& workspace;
    BufferStore& buffers;
    BufferCommands& commands;
    Navigator& navigator;
    const Theme& theme;
};

/// A tab with the card editor: the line above the text, the notices, the text with its findings as they stand unsaved.
class EditorPage : public QWidget {
    Q_OBJECT

public:
    /// `buffer` lives until BufferStore::closing; the page must be gone or deleted soon after.
    EditorPage(const EditorContext& context, Buffer& buffer, QWidget* parent = nullptr);
    ~EditorPage() override;

    [[nodiscard]] Buffer& buffer() const { return m_buffer; }
    [[nodiscard]] CardEditor& editor() const { return *m_editor; }
    // NOLINTNEXTLINE(bugprone-derived-method-shadowing-base-method): not the one of QWidget, which is not virtual
    [[nodiscard]] const EditorActions& actions() const { return *m_actions; }

    /// Selects the place, or leaves the cursor as it is if it has none; takes the focus.
    void showPlace(const Location& location);
    [[nodiscard]] Location location() const;
    /// The card, or the document that is none, at the cursor.
    [[nodiscard]] std::optional<CardRef> card() const;

    /// For the status bar: `Ln 12, Col 13`; `YAML 1.2`; `Saved`, `Unsaved, recovery copy kept`, `Read-only`.
    [[nodiscard]] QString positionText() const;
    [[nodiscard]] QString yamlText() const;
    [[nodiscard]] QString savedText() const;

public slots:
    void openFixes();
    void goToDefinition();

signals:
    void cardChanged();             ///< the cursor is in another card, or the card has another number now
    void statusChanged();           ///< what the status bar shows of it
    void said(const QString& text); ///< a word about what was asked for, for the status bar

private:
    void build(const EditorContext& context);
    void takeText();
    void loadText(LineCuts cuts);
    void updateReadOnly();
    void showCutWords();
    void checkLength(qint64 begin, qint64 size);
    void takeBack(qint64 length);
    [[nodiscard]] ByteRange toShown(qint64 begin, qint64 end) const;
    void connectBuffer();
    void connectEditor();
    void cursorMoved();
    void refreshSoon();
    void refresh();
    void bindSession();
    void openFixesAt(qint64 offset);
    void follow(qint64 offset);
    void sayReadOnly();
    void copyCard();
    void applyFix(const Diagnostic& diagnostic, qsizetype fix);
    void showFixDifference(const Diagnostic& diagnostic, qsizetype fix);
    [[nodiscard]] const Fix* fixAgain(const Diagnostic& diagnostic, qsizetype fix) const;
    [[nodiscard]] bool isKnown() const;

    Workspace& m_workspace;
    BufferStore& m_buffers;
    Navigator& m_navigator;
    const Theme& m_theme;
    Buffer& m_buffer;
    CardEditor* m_editor;
    DetailPane* m_details;
    EditorHeader* m_header = nullptr;
    EditorNotices* m_notices = nullptr;
    EditorActions* m_actions = nullptr;
    FindBar* m_find = nullptr;
    QTimer m_refresh;
    LineCuts m_cuts;             // what the editor shows of the buffer's text
    std::size_t m_unmarked = 0;  // findings beyond those marked in the text
    bool m_isTakingBack = false; // an undo is about to come
    bool m_isStale = false;      // the buffer was edited by others than the editor
    std::optional<CardRef> m_card;
};

} // namespace fairlead::ui
