// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_delegate.h"

#include "ui/problems/problems_model.h"
#include "ui/theme/theme.h"

namespace fairlead::ui {

namespace {

using Model = ProblemsModel;

Model::RowKind kindOf(const QModelIndex& index) {
    return static_cast<Model::RowKind>(index.data(Model::KindRole).toInt());
}

} // namespace

bool isProblemLink(const QModelIndex& index) {
    if (!index.isValid() || index.data().toString().isEmpty() || kindOf(index) == Model::RowKind::Says)
        return false;
    if (index.column() == Model::WhereColumn)
        return index.data(Model::PlaceRole).toBool();
    return index.column() == Model::FixColumn && index.data(Model::HasFixRole).toBool();
}

void ProblemsDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const Colours& colours = m_theme.colours();
    const Model::RowKind kind = kindOf(index);
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    const auto colour = [&](const QColor& text) {
        option->palette.setColor(QPalette::Text, text);
        option->palette.setColor(QPalette::HighlightedText, text);
    };
    if (index.column() == Model::WhereColumn)
        option->textElideMode = Qt::ElideMiddle; // the line is at the end
    const bool certain = index.data(Model::CertainRole).toBool();
    if (index.column() == Model::SeverityColumn && kind == Model::RowKind::Problem) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_theme.icon(iconOf(static_cast<Weight>(index.data(Model::WeightRole).toInt())));
        option->decorationSize = QSize(16, 16);
    } else if (index.column() == Model::SeverityColumn || kind == Model::RowKind::Says) {
        colour(colours.secondaryText);
        if (index.column() == Model::SeverityColumn) { // below the word, not below its icon
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = QIcon();
            option->decorationSize = QSize(16, 16);
        }
    } else if (index.column() == Model::RuleColumn && !selected) {
        colour(colours.secondaryText);
    } else if (index.column() == Model::FixColumn && certain) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_theme.icon(QStringLiteral("fix"));
        option->decorationSize = QSize(16, 16);
    } else if (isProblemLink(index)) {
        colour(colours.link);
    }
}

QSize ProblemsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), 24));
    return size;
}

} // namespace fairlead::ui
