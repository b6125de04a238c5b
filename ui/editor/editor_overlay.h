// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QPainter;

namespace fairlead::ui {

class CardEditor;
class Theme;

/// Paints over Scintilla's text what it cannot paint well: the icons of faulty lines, the messages below them across
/// the whole width, an info behind the line of the cursor, the arrows for folding, the line between margins and text.
class EditorOverlay {
public:
    EditorOverlay(CardEditor& editor, const Theme& theme) : m_editor(editor), m_theme(theme) {}

    void paint(QPainter& painter, const QRect& area) const;
    /// Open cards show their arrows only while the mouse is over the margins.
    void setArrowsShown(bool shown) { m_arrowsShown = shown; }
    [[nodiscard]] bool areArrowsShown() const { return m_arrowsShown; }

private:
    void paintIcon(QPainter& painter, long line, const QRect& row) const;
    void paintArrow(QPainter& painter, long line, const QRect& row) const;
    void paintInfo(QPainter& painter, int top, int height) const;
    void paintNote(QPainter& painter, long line, int top, int height) const;

    CardEditor& m_editor;
    const Theme& m_theme;
    bool m_arrowsShown = false;
};

} // namespace fairlead::ui
