// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/buffers/buffer.h"

#include <Qsci/qsciscintillabase.h>

#include <vector>

namespace fairlead::ui {

/// A range of bytes of the text.
struct ByteRange {
    qint64 begin = 0;
    qint64 end = 0;
    [[nodiscard]] bool holds(qint64 offset) const { return begin <= offset && offset <= end; }
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// A text in Scintilla, byte for byte: what is not UTF-8, NUL, a byte order mark and every kind of line end stay as
/// they are. Its undo history, cursor and places. All offsets are bytes, lines and columns count from 1.
class CardText : public QsciScintillaBase, public BufferView {
    Q_OBJECT

public:
    explicit CardText(QWidget* parent = nullptr);

    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] QByteArray text(qint64 begin, qint64 end) const;
    [[nodiscard]] qint64 length() const;
    /// Another text with a history of its own. Not announced by `replaced`.
    void loadText(const QByteArray& text);
    /// The present text becomes this one, as one step of undo; what is equal stays, and the cursor near it. Not
    /// announced by `replaced`.
    void takeText(const QByteArray& text);
    void applyEdits(const std::vector<BufferEdit>& edits) override;
    void setTextReadOnly(bool readOnly);
    [[nodiscard]] bool isTextReadOnly() const;
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] bool hasSelection() const;

    // NOLINTNEXTLINE(bugprone-derived-method-shadowing-base-method): not the one of QWidget, which is not virtual
    [[nodiscard]] qint64 cursor() const;
    [[nodiscard]] ByteRange selection() const;
    /// Selects, unfolds and scrolls to it.
    void select(ByteRange range);
    /// Scrolls by as few rows as it takes to have the cursor's line in sight, with the note below it.
    void showCursorsNote();
    [[nodiscard]] int lineOf(qint64 offset) const;
    [[nodiscard]] int columnOf(qint64 offset) const; ///< in code points
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] ByteRange lineRange(int line) const; ///< without the line's end

    [[nodiscard]] int zoom() const;
    void setZoom(int points);

    /// Scintilla's calls, without its overloads.
    long send(unsigned message, unsigned long w = 0, long l = 0) const { return SendScintilla(message, w, l); }
    long sendText(unsigned message, qint64 length, const char* text) const {
        return SendScintilla(message, static_cast<uintptr_t>(length), text);
    }

signals:
    /// Bytes [begin, end) became `text`, by the person, undo or applyEdits.
    void replaced(qint64 begin, qint64 end, const QByteArray& text);
    void lineCountChanged();
    void cursorMoved(qint64 offset);
    void undoStateChanged();

private:
    void onModified(int position, int type, const char* text, int length, int linesAdded);
    void replaceRange(qint64 begin, qint64 end, const QByteArray& text);
    void onUpdate(int updated);

    qint64 m_lastCursor = -1;
    bool m_silent = false; // while text is taken over
    bool m_couldUndo = false;
    bool m_couldRedo = false;
};

} // namespace fairlead::ui
