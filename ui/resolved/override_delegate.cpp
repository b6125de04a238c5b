// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/override_delegate.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

namespace fairlead::ui {

void OverrideDelegate::prepare(const QString& text, const QStringList& choices) {
    m_text = text;
    m_choices = choices;
}

QWidget* OverrideDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QString name = tr("Override of %1").arg(index.siblingAtColumn(0).data().toString());
    if (!m_choices.isEmpty()) {
        auto* self = const_cast<OverrideDelegate*>(this); // commitData is no const signal
        auto* combo = new QComboBox(parent);
        combo->addItems(m_choices);
        combo->setFont(Theme::fixedFont());
        combo->setAccessibleName(name);
        combo->setProperty("small", true);
        combo->setCurrentIndex(combo->findText(m_text));
        connect(combo, &QComboBox::activated, self, [self, combo] {
            emit self->commitData(combo);
            emit self->closeEditor(combo, NoHint);
        });
        QTimer::singleShot(0, combo, &QComboBox::showPopup);
        return combo;
    }
    auto* line = new QLineEdit(m_text, parent);
    line->setFont(Theme::fixedFont());
    line->setAccessibleName(name);
    line->setProperty("small", true);
    line->setToolTip(tr("Return writes it into the card, Esc leaves all as it is"));
    return line;
}

// It has its text from the beginning; what was typed stays while the rows around it change.
void OverrideDelegate::setEditorData(QWidget*, const QModelIndex&) const {}

void OverrideDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (const auto* combo = qobject_cast<QComboBox*>(editor))
        model->setData(index, combo->currentText());
    else if (const auto* line = qobject_cast<QLineEdit*>(editor))
        model->setData(index, line->text());
}

void OverrideDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                            const QModelIndex&) const {
    QRect rect = option.rect;
    const int height = std::min(editor->sizeHint().height(), rect.height());
    rect.setTop(rect.center().y() - height / 2);
    rect.setHeight(height);
    editor->setGeometry(rect);
}

bool OverrideDelegate::eventFilter(QObject* object, QEvent* event) {
    auto* editor = qobject_cast<QWidget*>(object);
    const bool isTab = event->type() == QEvent::KeyPress && (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab ||
                                                             static_cast<QKeyEvent*>(event)->key() == Qt::Key_Backtab);
    if (editor == nullptr || (event->type() != QEvent::FocusOut && !isTab))
        return ResolvedDelegate::eventFilter(object, event);
    const auto isWithin = [editor](const QWidget* widget) {
        while (widget != nullptr && widget != editor)
            widget = widget->parentWidget();
        return widget == editor;
    };
    const bool stays = !isTab && (static_cast<QFocusEvent*>(event)->reason() == Qt::ActiveWindowFocusReason ||
                                  isWithin(QApplication::focusWidget()) || isWithin(QApplication::activePopupWidget()));
    if (!stays)
        emit closeEditor(editor, RevertModelCache);
    return isTab;
}

} // namespace fairlead::ui
