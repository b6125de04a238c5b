// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resolved/resolved_delegate.h"

#include <QStringList>

namespace fairlead::ui {

/// Edits a value of a config in its cell: as YAML text, or by a list of the values that there are. Return and a choice
/// give it to the model, Escape and leaving the cell do not.
class OverrideDelegate : public ResolvedDelegate {
    Q_OBJECT

public:
    using ResolvedDelegate::ResolvedDelegate;

    /// What the next editor begins with. Without choices any text is taken.
    void prepare(const QString& text, const QStringList& choices);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* editor, QEvent* event) override;

private:
    QString m_text;
    QStringList m_choices;
};

} // namespace fairlead::ui
