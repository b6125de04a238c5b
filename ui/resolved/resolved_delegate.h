// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fairlead::ui {

class Theme;

/// How a field looks: wrong values with their state's icon and colour, the card in bold where it is the card itself,
/// the line as a link.
class ResolvedDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `theme` outlives it.
    explicit ResolvedDelegate(const Theme& theme, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme) {}

    /// Where the link to a value's line is painted; empty: the cell has none. `option`: of the view, with the cell's
    /// place.
    [[nodiscard]] QRect linkRect(const QStyleOptionViewItem& option, const QModelIndex& index) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    struct Cell {
        QRect mark; // empty: none
        QRect area; // of the card and its line
        QString card;
        QFont font; // of the card
        int cardWidth = 0;
    };
    [[nodiscard]] Cell cellOf(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintFrom(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace fairlead::ui
