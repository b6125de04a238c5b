// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace fairlead::ui {

class Theme;

/// The tree of the registry: its sections have a ground of their own.
class RegistryView : public QTreeView {
    Q_OBJECT

public:
    explicit RegistryView(const Theme& theme, QWidget* parent = nullptr);

signals:
    /// Enter, or a click on a row.
    void rowChosen(const QModelIndex& index);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace fairlead::ui
