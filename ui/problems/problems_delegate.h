// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fairlead::ui {

class Theme;

/// How a finding looks: the state's icon and word, links in the link's colour, what is less important in grey.
class ProblemsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `theme` outlives it.
    explicit ProblemsDelegate(const Theme& theme, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

/// Whether a cell is a link: a place to go to, or a fix to make.
[[nodiscard]] bool isProblemLink(const QModelIndex& index);

} // namespace fairlead::ui
