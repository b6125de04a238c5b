// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fairlead::ui {

class LogModel;
class Theme;

/// Paints rows of a LogModel: a level's icon beside its word, the fold of a record, the parts of a trace. `theme`
/// outlives it.
class LogDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    LogDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Where the fold of a record is in its cell; empty if there is none.
    [[nodiscard]] QRect foldRect(const QRect& cell, const QModelIndex& index) const;
    /// Where a frame's place stands in its cell; empty if the row has none.
    [[nodiscard]] QRect placeRect(const QRect& cell, const QModelIndex& index) const;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintTraceLine(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace fairlead::ui
