// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/trace_model.h"

#include "core/files/printable_text.h"
#include "ui/extensions/extension_words.h"
#include "ui/text/at_line.h"
#include "ui/text/tool_tip.h"

#include <QStringList>

#include <algorithm>

namespace fairlead::ui {

struct TraceModel::Row {
    Row* parent = nullptr;
    int number = 0; // among its parent's
    QString error;
    QString message;
    QString remark;
    bool fold = false;
    ReportedFrame frame;
    std::vector<std::unique_ptr<Row>> children;
};

namespace {

/// Without source, the library is where the code is.
QString placeOf(const ReportedFrame& frame) {
    return frame.file.empty() ? shortPlace(frame.library, 0) : shortPlace(frame.file, frame.line);
}

QString functionOf(const ReportedFrame& frame) {
    return frame.function.empty() ? TraceModel::tr("an unknown function") : QString::fromStdString(frame.function);
}

QString messageOf(const ReportedError& error) {
    QStringList lines; // as the log has them: no control character is drawn as a box
    for (const QString& line : QString::fromStdString(error.message).split(u'\n'))
        lines << QString::fromStdString(printable_text(line.toStdString()));
    QString text = lines.join(u'\n');
    if (!error.details.empty())
        text += (text.isEmpty() ? "" : "\n") + QString::fromStdString(error.details);
    return text;
}

} // namespace

TraceModel::TraceModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Row>()) {}
TraceModel::~TraceModel() = default;

TraceModel::Row& TraceModel::append(Row& parent) {
    auto row = std::make_unique<Row>();
    row->parent = &parent;
    row->number = static_cast<int>(parent.children.size());
    parent.children.push_back(std::move(row));
    return *parent.children.back();
}

void TraceModel::setExtension(const ExtensionReport& extension) {
    beginResetModel();
    m_root = std::make_unique<Row>();
    for (auto at = extension.errors.crbegin(); at != extension.errors.crend(); ++at) {
        const ReportedError& error = *at;
        Row& row = append(*m_root);
        row.error = QString::fromStdString(error.type);
        row.message = messageOf(error);
        row.remark = row.number == 0 ? QString() : tr("raised from the above");
        appendFrames(row, error.frames);
    }
    endResetModel();
}

void TraceModel::appendFrames(Row& row, const std::vector<ReportedFrame>& frames) const {
    const auto foreign = std::ranges::count(frames, false, &ReportedFrame::own);
    for (const ReportedFrame& frame : frames)
        if (frame.own)
            append(row).frame = frame;
    if (foreign == 0)
        return;
    Row& fold = append(row);
    fold.fold = true;
    QStringList places;
    constexpr qsizetype named = 3;
    for (const ReportedFrame& frame : frames) {
        if (frame.own)
            continue;
        append(fold).frame = frame;
        if (places.size() < named)
            places << placeOf(frame);
    }
    if (foreign > named)
        places << QStringLiteral("…");
    fold.message = tr("%n frame(s) of the runtime and of Fairlead: %1", nullptr, static_cast<int>(foreign))
                       .arg(places.join(QStringLiteral(", ")));
}

const TraceModel::Row& TraceModel::rowOf(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<const Row*>(index.internalPointer()) : *m_root;
}

QModelIndex TraceModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, rowOf(parent).children[static_cast<std::size_t>(row)].get());
}

QModelIndex TraceModel::parent(const QModelIndex& child) const {
    if (!child.isValid())
        return {};
    const Row* parent = rowOf(child).parent;
    return parent == m_root.get() ? QModelIndex() : createIndex(parent->number, 0, parent);
}

int TraceModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(rowOf(parent).children.size());
}

int TraceModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QVariant TraceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Row& row = rowOf(index);
    const bool isFrame = row.error.isEmpty() && !row.fold;
    switch (role) {
    case Qt::DisplayRole:
        if (!isFrame) {
            if (index.column() > 0)
                return {};
            return row.fold ? row.message : QStringLiteral("%1  %2").arg(row.error, row.message.section(u'\n', 0, 0));
        }
        return index.column() == Place      ? placeOf(row.frame)
               : index.column() == Function ? functionOf(row.frame)
                                            : QString::fromStdString(row.frame.code);
    case Qt::ToolTipRole:
        if (!isFrame)
            return toolTipOf(row.fold ? row.message : QStringLiteral("%1\n%2").arg(row.error, row.message));
        if (index.column() == Place)
            return toolTipOf(row.frame.file.empty() ? tr("%1 has no debug information: build it with -g.")
                                                          .arg(QString::fromStdString(row.frame.library))
                                                    : atLine(QString::fromStdString(row.frame.file), row.frame.line));
        return toolTipOf(index.data(Qt::DisplayRole).toString());
    case ErrorRole:
        return row.error.isEmpty() ? QVariant() : row.error;
    case MessageRole:
        return row.error.isEmpty() ? QVariant() : row.message;
    case RemarkRole:
        return row.remark;
    case FoldRole:
        return row.fold;
    case FileRole:
        return isFrame ? QString::fromStdString(row.frame.file) : QString();
    case LineRole:
        return isFrame ? row.frame.line : 0;
    default:
        return {};
    }
}

QString traceText(const ExtensionReport& extension) {
    QStringList lines;
    for (auto at = extension.errors.crbegin(); at != extension.errors.crend(); ++at) {
        const ReportedError& error = *at;
        const QString message = messageOf(error);
        lines << (message.isEmpty() ? QString::fromStdString(error.type)
                                    : QStringLiteral("%1: %2").arg(QString::fromStdString(error.type), message));
        for (const ReportedFrame& frame : error.frames) {
            const QString place = frame.file.empty() ? QString::fromStdString(frame.library)
                                                     : atLine(QString::fromStdString(frame.file), frame.line);
            lines << QStringLiteral("    %1, in %2").arg(place, functionOf(frame));
            if (!frame.code.empty())
                lines << QStringLiteral("        %1").arg(QString::fromStdString(frame.code));
        }
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace fairlead::ui
