// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/config_model.h"

#include "ui/text/tool_tip.h"

namespace fairlead::ui {

namespace {

struct Cell {
    bool present = false;
    bool differs = false;
    int differing = 0; ///< values below that differ
    QString text;
};

QString differText(int count) {
    return count == 1 ? ConfigModel::tr("1 differs") : ConfigModel::tr("%1 differ").arg(count);
}

Cell cellOf(const ConfigNode* own, const ConfigNode* other) {
    Cell cell;
    cell.present = other != nullptr;
    if (other == nullptr) {
        return cell;
    }
    cell.text = QString::fromStdString(other->text);
    if (own == nullptr) {
        cell.differs = true;
        cell.differing = 1;
        return cell;
    }
    cell.differing = static_cast<int>(differing_values({*own}, {*other}));
    cell.differs = cell.differing > 0;
    return cell;
}

} // namespace

struct ConfigModel::Row {
    Row* parent = nullptr;
    int position = 0;
    QString name;
    QString value;
    QString type;
    QString documentation;
    QString defaultText;
    Cell defaults;
    Cell other;
    std::vector<std::unique_ptr<Row>> rows;

    void fill(const std::vector<ConfigNode>& own, const std::vector<ConfigNode>* defaultFields,
              const std::vector<ConfigNode>* otherFields) {
        for (const ConfigNode& field : own) {
            auto row = std::make_unique<Row>();
            row->parent = this;
            row->position = static_cast<int>(rows.size());
            row->name = QString::fromStdString(field.name);
            row->value = QString::fromStdString(field.text);
            row->type = QString::fromStdString(field.type);
            row->documentation = QString::fromStdString(field.documentation);
            row->defaultText = QString::fromStdString(field.default_text);
            const ConfigNode* byDefault = defaultFields == nullptr ? nullptr : find_field(*defaultFields, field.name);
            const ConfigNode* elsewhere = otherFields == nullptr ? nullptr : find_field(*otherFields, field.name);
            row->defaults = cellOf(&field, byDefault);
            row->other = cellOf(&field, elsewhere);
            row->fill(field.fields, byDefault == nullptr ? nullptr : &byDefault->fields,
                      elsewhere == nullptr ? nullptr : &elsewhere->fields);
            rows.push_back(std::move(row));
        }
    }

    [[nodiscard]] const Cell& cell(int column) const { return column == Other ? other : defaults; }
};

ConfigModel::ConfigModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Row>()) {}

ConfigModel::~ConfigModel() = default;

void ConfigModel::setConfigs(const std::vector<ConfigNode>& own, const std::vector<ConfigNode>& defaults,
                             const std::vector<ConfigNode>& other, const QString& otherName) {
    beginResetModel();
    m_root = std::make_unique<Row>();
    m_root->fill(own, defaults.empty() ? nullptr : &defaults, other.empty() ? nullptr : &other);
    m_otherName = otherName;
    m_hasDefaults = !defaults.empty();
    m_valueCount = static_cast<int>(value_count(own));
    endResetModel();
}

const ConfigModel::Row* ConfigModel::rowOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<const Row*>(index.internalPointer()) : m_root.get();
}

QModelIndex ConfigModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, rowOf(parent)->rows[static_cast<std::size_t>(row)].get());
}

QModelIndex ConfigModel::parent(const QModelIndex& child) const {
    const Row* row = child.isValid() ? rowOf(child)->parent : nullptr;
    return row == nullptr || row == m_root.get() ? QModelIndex() : createIndex(row->position, 0, row);
}

int ConfigModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(rowOf(parent)->rows.size());
}

int ConfigModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QString ConfigModel::text(const Row& row, int column) const {
    switch (column) {
    case Field:
        return row.name;
    case Type:
        return row.type;
    case Value:
        return row.rows.empty() ? row.value : tr("%n field(s)", nullptr, static_cast<int>(row.rows.size()));
    default:
        break;
    }
    const Cell& cell = row.cell(column);
    if (!cell.present) {
        return {};
    }
    if (row.rows.empty() || !cell.text.isEmpty()) {
        return cell.text;
    }
    return cell.differs ? differText(cell.differing) : tr("equal");
}

QVariant ConfigModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Row& row = *rowOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return data(index, DiffersRole).toBool() && index.column() != Value
                   ? tr("%1, differs").arg(text(row, index.column()))
                   : text(row, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(index.column() == Field && !row.documentation.isEmpty() ? row.documentation
                                                                                 : text(row, index.column()));
    case DiffersRole:
        switch (index.column()) {
        case Value:
            return row.rows.empty() && (row.defaults.differs || row.other.differs);
        case Default:
        case Other:
            return row.rows.empty() && row.cell(index.column()).differs;
        default:
            return false;
        }
    case SummaryRole:
        return !row.rows.empty();
    case DocumentationRole:
        return row.documentation;
    case DefaultTextRole:
        return row.defaultText;
    default:
        return {};
    }
}

QVariant ConfigModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole) {
        return toolTipOf(headerData(section, orientation, Qt::DisplayRole).toString());
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Field:
        return tr("Field");
    case Value:
        return tr("Value");
    case Default:
        return m_hasDefaults ? tr("Class default, %1").arg(differText(differing(Default))) : tr("No class default");
    case Other:
        return m_otherName.isEmpty() ? QString() : tr("%1, %2").arg(m_otherName, differText(differing(Other)));
    case Type:
        return tr("Type");
    default:
        return {};
    }
}

int ConfigModel::differing(Column column) const {
    int count = 0;
    for (const auto& row : m_root->rows) {
        count += row->cell(column).differing;
    }
    return count;
}

bool ConfigModel::differs(const QModelIndex& index, Column column) const {
    return index.isValid() && rowOf(index)->cell(column).differs;
}

} // namespace fairlead::ui
