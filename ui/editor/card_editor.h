// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/buffers/buffer.h"

#include <Qsci/qsciscintillabase.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMenu;

namespace fairlead::ui {

class CardStyler;
class EditorOverlay;
class ProblemMarks;
class Theme;

/// A range of bytes of the text.
struct ByteRange {
    qint64 begin = 0;
    qint64 end = 0;
    [[nodiscard]] bool holds(qint64 offset) const { return begin <= offset && offset <= end; }
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// The text of a card file, byte for byte: what is not UTF-8, NUL, a byte order mark and every kind of line end stay
/// as they are. All offsets are bytes, lines and columns count from 1.
///
/// It is Scintilla through its raw calls; the parts around it (styles, marks, what is painted over the text) are
/// objects of their own.
class CardEditor : public QsciScintillaBase, public BufferView {
    Q_OBJECT

public:
    explicit CardEditor(const Theme& theme, QWidget* parent = nullptr);
    ~CardEditor() override;

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

    [[nodiscard]] qint64 cursor() const;
    [[nodiscard]] ByteRange selection() const;
    /// Selects, unfolds and scrolls to it.
    void select(ByteRange range);
    [[nodiscard]] int lineOf(qint64 offset) const;
    [[nodiscard]] int columnOf(qint64 offset) const; ///< in code points
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] ByteRange lineRange(int line) const; ///< without the line's end
    /// Where a menu about an offset goes: below its line.
    [[nodiscard]] QPoint pointBelow(qint64 offset) const;

    [[nodiscard]] int textLeft() const;   ///< the text area's left edge in the viewport
    [[nodiscard]] QFont noteFont() const; ///< of messages in the text, zoomed

    [[nodiscard]] int zoom() const;
    void setZoom(int points);

    [[nodiscard]] CardStyler& styler() { return *m_styler; }
    [[nodiscard]] ProblemMarks& marks() { return *m_marks; }

    /// What can be followed from an offset (Ctrl+click), for its link's looks; none by default.
    void setLinkFinder(std::function<std::optional<ByteRange>(qint64)> finder) { m_linkAt = std::move(finder); }
    /// Fills the menu that a right click opens.
    void setMenuFiller(std::function<void(QMenu&)> filler) { m_fillMenu = std::move(filler); }

    /// Scintilla's calls, without its overloads.
    long send(unsigned message, unsigned long w = 0, long l = 0) const { return SendScintilla(message, w, l); }
    long sendText(unsigned message, qint64 length, const char* text) const {
        return SendScintilla(message, static_cast<uintptr_t>(length), text);
    }

signals:
    /// Bytes [begin, end) became `text`, by the person, undo or applyEdits.
    void replaced(qint64 begin, qint64 end, const QByteArray& text);
    void cursorMoved(qint64 offset);
    void undoStateChanged();
    void zoomChanged(int points);
    void widthChanged();        ///< of the text's area
    void iconClicked(int line); ///< in the margin
    void linkFollowed(qint64 offset);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setUp();
    void applyTheme();
    void updateMargins();
    void onModified(int position, int type, const char* text, int length, int linesAdded);
    void replaceRange(qint64 begin, qint64 end, const QByteArray& text);
    void onUpdate(int updated);
    void onMarginClick(int position, int margin);
    void breakLine();
    void showLink(const std::optional<ByteRange>& link);
    [[nodiscard]] std::optional<ByteRange> linkUnder(const QPoint& point) const;
    bool showToolTip(const QPoint& point, const QPoint& global);

    const Theme& m_theme;
    CardStyler* m_styler;
    ProblemMarks* m_marks;
    std::unique_ptr<EditorOverlay> m_overlay;
    std::function<std::optional<ByteRange>(qint64)> m_linkAt;
    std::function<void(QMenu&)> m_fillMenu;
    std::optional<ByteRange> m_link;
    qint64 m_lastCursor = -1;
    int m_lastWidth = 0;
    bool m_silent = false; // while text is taken over
    bool m_couldUndo = false;
    bool m_couldRedo = false;
};

} // namespace fairlead::ui
