// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace fairlead::ui {

/// Fields of a config whose name holds a text, all of them or those that differ in one column.
class ConfigFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Show { All, DiffersFromDefault, DiffersFromOther };

    explicit ConfigFilter(QObject* parent = nullptr);
    void setShow(Show show);
    void setText(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Show m_show = Show::All;
    QString m_text;
};

} // namespace fairlead::ui
