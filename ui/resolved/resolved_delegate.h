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

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintFrom(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace fairlead::ui
