// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace fairlead::ui {

class Theme;

/// The table of findings. fairseq2's words go across all columns; links show themselves to the mouse.
class ProblemsView : public QTreeView {
    Q_OBJECT

public:
    /// `theme` outlives it.
    explicit ProblemsView(const Theme& theme, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;

signals:
    void rowActivated(const QModelIndex& index); ///< Enter, double-click, or a click on its place
    void fixClicked(const QModelIndex& index);
    void menuWanted(const QModelIndex& index, const QPoint& global);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();

    const Theme& m_theme;
};

} // namespace fairlead::ui
