// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_record.h"

#include <QSortFilterProxyModel>

namespace fairlead::ui {

/// Records of at least a level whose text or origin holds a text, whatever its case.
class LogFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLeastLevel(LogLevel level);
    void setText(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    LogLevel m_leastLevel = LogLevel::Info;
    QString m_text;
};

} // namespace fairlead::ui
