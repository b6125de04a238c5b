// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace fairlead::ui {

class Theme;

/// A table of values with a column that leads to where each stands: its links show themselves to the mouse, a click
/// on one or Enter anywhere in a row follows it. Rows and roles are ResolvedModel's.
class LinkTreeView : public QTreeView {
    Q_OBJECT

public:
    /// `theme` outlives it.
    LinkTreeView(int linkColumn, const Theme& theme, QWidget* parent = nullptr);

    /// The values beside the links can be edited: a double-click on one, F2, and Enter in their column ask for it, and
    /// a link is no more than its text.
    void setValuesEditable() { m_isEditable = true; }

    /// The least: where labels wrap, a layout gives a widget no less than its hint.
    [[nodiscard]] QSize sizeHint() const override;
    /// With the header, in pixels; not more than a screen has.
    [[nodiscard]] int heightOfRows() const;

signals:
    void linkFollowed(const QModelIndex& index);
    void editAsked(const QModelIndex& index);
    void widthChanged(); ///< of the rows' area

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] bool isOnLink(const QModelIndex& index, const QPoint& position) const;

    int m_linkColumn;
    bool m_isEditable = false;
    QPoint m_released; // where the mouse was last
    QPersistentModelIndex m_doubleClicked;
};

} // namespace fairlead::ui
