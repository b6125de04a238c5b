// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/extension_report.h"

#include <QAbstractItemModel>
#include <QString>

#include <memory>
#include <vector>

namespace fairlead::ui {

/// Why an extension failed: its errors, the root cause first, each with its frames; those of foreign code are folded
/// into one row behind the person's own.
class TraceModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Place, Function, Code, ColumnCount };
    enum Role {
        ErrorRole = Qt::UserRole + 1, ///< the error's class: the row is an error, spanning all columns
        MessageRole,                  ///< of an error
        RemarkRole,                   ///< of an error: how it came of the one above
        FoldRole,                     ///< the row holds frames of foreign code, spanning all columns
        FileRole,                     ///< of a frame, with LineRole; empty: not known
        LineRole,
    };

    explicit TraceModel(QObject* parent = nullptr);
    ~TraceModel() override;

    void setExtension(const ExtensionReport& extension);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row;
    [[nodiscard]] const Row& rowOf(const QModelIndex& index) const;
    static Row& append(Row& parent);
    void appendFrames(Row& row, const std::vector<ReportedFrame>& frames) const;

    std::unique_ptr<Row> m_root;
};

/// The same as text for a message or a bug report: the outermost error last, all frames, nothing folded.
[[nodiscard]] QString traceText(const ExtensionReport& extension);

} // namespace fairlead::ui
