// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/extensions_model.h"

#include "ui/extensions/extension_words.h"
#include "ui/text/at_line.h"
#include "ui/text/tool_tip.h"

#include <QFont>

#include <algorithm>

namespace fairlead::ui {

void ExtensionsModel::setExtensions(std::vector<ExtensionReport> extensions, bool traced) {
    const bool sameRows =
        std::ranges::equal(extensions, m_extensions, {}, &ExtensionReport::name, &ExtensionReport::name);
    if (!sameRows) {
        beginResetModel();
        m_extensions = std::move(extensions);
        m_traced = traced;
        endResetModel();
        return;
    }
    m_extensions = std::move(extensions);
    m_traced = traced;
    if (!m_extensions.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ExtensionsModel::rowOf(const QString& name) const {
    const auto found = std::ranges::find(m_extensions, name.toStdString(), &ExtensionReport::name);
    return found == m_extensions.end() ? -1 : static_cast<int>(found - m_extensions.begin());
}

int ExtensionsModel::firstFailure() const {
    const auto found = std::ranges::find_if(
        m_extensions, [](const ExtensionReport& extension) { return is_failure(extension.outcome); });
    return found == m_extensions.end() ? -1 : static_cast<int>(found - m_extensions.begin());
}

int ExtensionsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_extensions.size());
}

int ExtensionsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ExtensionsModel::text(const ExtensionReport& extension, int row, int column) const {
    switch (column) {
    case Number:
        return QString::number(row + 1);
    case State:
        return stateText(extension);
    case Name:
        return QString::fromStdString(extension.name);
    case EntryPoint:
        return QString::fromStdString(extension.value);
    case Package:
        return packageText(extension);
    case Import:
        return importTime(extension);
    case Call:
        return callTime(extension);
    case Registered:
        return registeredText(extension);
    case Fairseq2:
        return fairseq2Text(extension, m_traced);
    default:
        return {};
    }
}

QVariant ExtensionsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ExtensionReport& extension = m_extensions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(extension, index.row(), index.column());
    case Qt::ToolTipRole:
        if (index.column() == Fairseq2)
            return toolTipOf(
                QString::fromStdString(m_traced ? extension.fairseq2.traced : extension.fairseq2.untraced));
        if (index.column() == Package && extension.line > 0)
            return toolTipOf(atLine(QString::fromStdString(extension.manifest), extension.line));
        return toolTipOf(text(extension, index.row(), index.column()));
    case Qt::FontRole:
        if (index.column() == Name) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    case IconNameRole:
        return index.column() == State ? QString::fromLatin1(stateIcon(extension)) : QString();
    case NothingRole:
        return (index.column() == Registered && extension.registered.empty()) ||
               extension.outcome == ExtensionOutcome::off;
    default:
        return {};
    }
}

QVariant ExtensionsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("#");
    case State:
        return tr("State");
    case Name:
        return tr("Extension");
    case EntryPoint:
        return tr("Entry point");
    case Package:
        return tr("Package");
    case Import:
        return tr("Import");
    case Call:
        return tr("Call");
    case Registered:
        return tr("Registered");
    case Fairseq2:
        return tr("fairseq2 itself, at this one");
    default:
        return {};
    }
}

} // namespace fairlead::ui
