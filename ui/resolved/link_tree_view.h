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

signals:
    void linkFollowed(const QModelIndex& index);
    void widthChanged(); ///< of the rows' area

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int m_linkColumn;
};

} // namespace fairlead::ui
