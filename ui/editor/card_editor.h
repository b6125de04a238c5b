// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/card_text.h"
#include "ui/editor/editor_options.h"

#include <functional>
#include <memory>
#include <optional>

class QMenu;

namespace fairlead::ui {

class CardStyler;
class EditorOverlay;
class ProblemMarks;
class Theme;

/// The editor of a card file's text: how it looks, what is painted over it, what keys and mouse do. The parts around it
/// (styles, marks, overlay) are objects of their own.
class CardEditor : public CardText {
    Q_OBJECT

public:
    explicit CardEditor(const Theme& theme, QWidget* parent = nullptr);
    ~CardEditor() override;

    /// Where a menu about an offset goes: below its line.
    [[nodiscard]] QPoint pointBelow(qint64 offset) const;

    [[nodiscard]] int textLeft() const;   ///< the text area's left edge in the viewport
    [[nodiscard]] QFont noteFont() const; ///< of messages in the text, zoomed

    void setOptions(const EditorOptions& options);

    [[nodiscard]] CardStyler& styler() { return *m_styler; }
    [[nodiscard]] ProblemMarks& marks() { return *m_marks; }

    /// What can be followed from an offset (Ctrl+click), for its link's looks; none by default.
    void setLinkFinder(std::function<std::optional<ByteRange>(qint64)> finder) { m_linkAt = std::move(finder); }
    /// Fills the menu that a right click opens.
    void setMenuFiller(std::function<void(QMenu&)> filler) { m_fillMenu = std::move(filler); }

signals:
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
    [[nodiscard]] QFont textFont() const;
    void updateMargins();
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
    EditorOptions m_options;
    int m_lastWidth = 0;
};

} // namespace fairlead::ui
