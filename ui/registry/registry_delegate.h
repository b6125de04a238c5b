// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fairlead::ui {

class Theme;

/// Paints a row of the registry over the width of the tree: the name at the left, the second column at the right as
/// far as there is room, and where a folded row hides trouble its mark before that.
class RegistryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RegistryDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace fairlead::ui
