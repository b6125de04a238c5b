// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_model.h"

#include "ui/registry/registry_tree.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace fairlead::ui {

namespace {

constexpr int soonMilliseconds = 120; // after a keystroke
constexpr std::size_t sourcesAt = 3;  // among the sections; Extensions come after it

QString wordsOf(const RegistryRow& row) {
    QString text = row.text;
    if (const QString detail = row.foldedDetail(); !detail.isEmpty())
        text += QStringLiteral(", ") + detail;
    for (const QString& more : {row.explanation, row.path})
        if (!more.isEmpty())
            text += QLatin1Char('\n') + more;
    return text;
}

QVariant spokenOf(const RegistryRow& row, bool isUnsaved) {
    QStringList parts(row.text);
    if (isUnsaved)
        parts.append(RegistryModel::tr("unsaved"));
    if (const QString detail = row.foldedDetail(); !detail.isEmpty())
        parts.append(detail);
    return parts.size() > 1 ? QVariant(parts.join(QStringLiteral(", "))) : QVariant();
}

} // namespace

RegistryModel::RegistryModel(const Workspace& workspace, const Theme& theme, QObject* parent)
    : QAbstractItemModel(parent), m_workspace(workspace), m_theme(theme),
      m_root(buildRegistryTree(*workspace.registry(), workspace.session(), m_names)), m_soon(new QTimer(this)),
      m_shown(workspace.session()) {
    m_soon->setSingleShot(true);
    m_soon->setInterval(soonMilliseconds);
    connect(m_soon, &QTimer::timeout, this, &RegistryModel::update);
    connect(&workspace, &Workspace::loaded, this, &RegistryModel::update);
    connect(&workspace, &Workspace::edited, m_soon, qOverload<>(&QTimer::start));
}

RegistryModel::~RegistryModel() = default;

const RegistryRow& RegistryModel::row(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<const RegistryRow*>(index.internalPointer()) : *m_root;
}

QModelIndex RegistryModel::indexFor(const RegistryRow& row, int column) const {
    return row.parent ? createIndex(row.row, column, &row) : QModelIndex();
}

QModelIndex RegistryModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, this->row(parent).children[static_cast<std::size_t>(row)].get());
}

QModelIndex RegistryModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexFor(*row(child).parent) : QModelIndex();
}

int RegistryModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(row(parent).children.size());
}

int RegistryModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QVariant RegistryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const RegistryRow& row = this->row(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? row.text : row.detail;
    case Qt::DecorationRole:
        return index.column() == NameColumn ? m_theme.icon(QString::fromLatin1(row.icon)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == DetailColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return toolTipOf(isUnsaved(row) ? wordsOf(row) + QLatin1Char('\n') + tr("Not saved yet") : wordsOf(row));
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? spokenOf(row, isUnsaved(row)) : QVariant();
    case KindRole:
        return static_cast<int>(row.kind);
    case TroubleRole:
        return static_cast<int>(row.trouble);
    case YoursRole:
        return row.yours;
    case DetailRole:
        return row.detail;
    case FoldedDetailRole:
        return row.foldedDetail();
    case HidesTroubleRole:
        return row.hidesTrouble();
    case PathRole:
        return row.path;
    case UnsavedRole:
        return isUnsaved(row);
    default:
        return {};
    }
}

QVariant RegistryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Contents or state");
}

QModelIndex RegistryModel::section(FamilyKind kind) const {
    for (std::size_t at = 0; at < sourcesAt; ++at)
        if (m_root->children[at]->familyKind == kind)
            return indexFor(*m_root->children[at]);
    return {};
}

QModelIndex RegistryModel::sourcesSection() const { return indexFor(*m_root->children[sourcesAt]); }

QModelIndex RegistryModel::extensionsSection() const {
    return m_root->children.size() > sourcesAt + 1 ? indexFor(*m_root->children[sourcesAt + 1]) : QModelIndex();
}

QStringList RegistryModel::keyPath(const QModelIndex& index) const {
    QStringList keys;
    for (const RegistryRow* row = &this->row(index); row->parent; row = row->parent)
        keys.prepend(row->key);
    return keys;
}

QModelIndex RegistryModel::indexOfKeys(const QStringList& keys) const {
    const RegistryRow* row = m_root.get();
    for (const QString& key : keys) {
        const auto found = std::ranges::find_if(row->children, [&](const auto& child) { return child->key == key; });
        if (found == row->children.end())
            return {};
        row = found->get();
    }
    return indexFor(*row);
}

bool RegistryModel::isUnsaved(const RegistryRow& row) const {
    if (row.kind == RowKind::File)
        return m_unsaved.contains(row.card.file);
    return row.kind == RowKind::Source && std::ranges::any_of(row.children, [this](const auto& child) {
               return child->kind == RowKind::File && m_unsaved.contains(child->card.file);
           });
}

void RegistryModel::setUnsaved(std::set<quint32> files) {
    if (files == m_unsaved)
        return;
    m_unsaved = std::move(files);
    const auto tell = [this](const RegistryRow& row) {
        const QModelIndex index = indexFor(row);
        emit dataChanged(index, index, {UnsavedRole, Qt::AccessibleTextRole, Qt::ToolTipRole});
    };
    for (const auto& source : m_root->children[sourcesAt]->children) {
        tell(*source);
        for (const auto& file : source->children)
            if (file->kind == RowKind::File)
                tell(*file);
    }
}

bool RegistryModel::isBehind() const { return m_soon->isActive() || m_shown != m_workspace.session(); }

void RegistryModel::catchUp() {
    if (isBehind())
        update();
}

void RegistryModel::update() {
    m_soon->stop();
    if (std::exchange(m_shown, m_workspace.session()) != m_workspace.session())
        m_askedKey.clear();
    const auto wanted = buildRegistryTree(*m_workspace.registry(), m_workspace.session(), m_names);
    sync(*m_root, *wanted);
    emit updated();
}

} // namespace fairlead::ui
