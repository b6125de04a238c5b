// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/variables_delegate.h"

#include "ui/settings/variables_model.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QWheelEvent>

namespace fairlead::ui {

namespace {

/// A choice in a row of a table: the wheel scrolls the table, it chooses nothing.
class RowChoice : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

} // namespace

VariablesDelegate::VariablesDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QWidget* VariablesDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    auto* self = const_cast<VariablesDelegate*>(this); // commitData is no const signal
    const QString name = index.siblingAtColumn(VariablesModel::Name).data().toString();
    if (index.column() == VariablesModel::Here) {
        auto* combo = new RowChoice(parent);
        combo->addItems({tr("as in shell"), tr("unset"), tr("set to")});
        combo->setAccessibleName(tr("%1 here").arg(name));
        combo->setProperty("small", true);
        combo->setFocusPolicy(Qt::StrongFocus); // the wheel gives it none either
        connect(combo, &QComboBox::activated, self, [self, combo] { emit self->commitData(combo); });
        return combo;
    }
    auto* line = new QLineEdit(parent);
    line->setAccessibleName(tr("%1 is set to").arg(name));
    line->setProperty("small", true);
    line->setFont(Theme::fixedFont());
    if (index.data(VariablesModel::SecretRole).toBool())
        line->setEchoMode(QLineEdit::Password);
    connect(line, &QLineEdit::textEdited, self, [self, line] { emit self->commitData(line); });
    return line;
}

void VariablesDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* combo = qobject_cast<QComboBox*>(editor))
        combo->setCurrentIndex(index.data(Qt::EditRole).toInt());
    else if (auto* line = qobject_cast<QLineEdit*>(editor);
             line && line->text() != index.data(Qt::EditRole).toString()) {
        line->setText(index.data(Qt::EditRole).toString());
        line->setCursorPosition(0);
        line->deselect();
    }
}

void VariablesDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* combo = qobject_cast<QComboBox*>(editor))
        model->setData(index, combo->currentIndex());
    else if (auto* line = qobject_cast<QLineEdit*>(editor))
        model->setData(index, line->text());
}

void VariablesDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                             const QModelIndex& index) const {
    if (index.column() == VariablesModel::Meaning) {
        editor->setGeometry(option.rect.adjusted(0, 0, 0, -1)); // the line below stays
        return;
    }
    QRect rect = option.rect.adjusted(4, 0, -4, 0);
    const int height = std::min(editor->sizeHint().height(), rect.height());
    rect.setTop(rect.center().y() - height / 2);
    rect.setHeight(height);
    editor->setGeometry(rect);
}

void VariablesDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isCovered = index.column() == VariablesModel::Meaning || index.flags().testFlag(Qt::ItemIsEditable);
    if (isCovered) {
        option->text.clear(); // a widget says it
        return;
    }
    if (index.column() == VariablesModel::Name || index.data(VariablesModel::ValueRole).toBool())
        option->font = Theme::fixedFont();
    else
        option->palette.setColor(QPalette::Text, m_theme.colours().secondaryText);
    if (index.column() == VariablesModel::Name)
        option->font.setBold(true);
    if (const QString icon = index.data(VariablesModel::IconRole).toString(); !icon.isEmpty()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_theme.icon(icon);
        option->decorationSize = QSize(16, 16);
    }
}

void VariablesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.colours().line);
}

} // namespace fairlead::ui
