// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keyboard_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace fairlead::ui {

KeyboardPage::KeyboardPage(const Shortcuts& shortcuts, const Theme& theme, QWidget* parent)
    : SettingsPage(tr("Keyboard"), QStringLiteral("keyboard"), parent), m_model(new KeysModel(shortcuts.acts(), this)),
      m_view(new QTreeView(this)), m_key(new QKeySequenceEdit(this)), m_none(new QPushButton(tr("&No Keys"), this)),
      m_usual(new QPushButton(tr("Us&ual Keys"), this)), m_conflict(new QLabel(this)) {
    body()->addWidget(makeHeading(tr("Keys"), tr("choose an act, then press its new keys; changed ones are bold")));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Acts and their keys"));
    m_view->header()->setSectionResizeMode(KeysModel::Act, QHeaderView::Stretch);
    m_view->header()->setStretchLastSection(false);
    m_view->setColumnWidth(KeysModel::Keys, 240);
    body()->addWidget(m_view, 1);
    auto* row = new QHBoxLayout;
    m_key->setAccessibleName(tr("New keys"));
    row->addWidget(m_key, 1);
    row->addWidget(m_none);
    row->addWidget(m_usual);
    body()->addLayout(row);
    m_conflict->setWordWrap(true);
    QPalette palette = m_conflict->palette();
    palette.setColor(QPalette::WindowText, theme.colours().error);
    m_conflict->setPalette(palette);
    body()->addWidget(m_conflict);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyboardPage::showRow);
    connect(m_key, &QKeySequenceEdit::editingFinished, this, [this] { takeKey(m_key->keySequence()); });
    connect(m_none, &QPushButton::clicked, this, [this] { change({}); });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        if (isFree(m_model->usualKeys(this->row())))
            change(m_model->usualKeys(this->row()));
    });
    showRow();
}

int KeyboardPage::row() const { return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1; }

void KeyboardPage::showRow() {
    const bool isChosen = row() >= 0;
    for (QWidget* control : {static_cast<QWidget*>(m_key), static_cast<QWidget*>(m_none)})
        control->setEnabled(isChosen);
    m_usual->setEnabled(isChosen && !m_model->isUsual(row()));
    m_key->clear();
    m_conflict->clear();
}

void KeyboardPage::takeKey(const QKeySequence& key) {
    if (row() < 0 || key.isEmpty())
        return;
    if (isFree({key}))
        change({key});
    else
        m_key->clear();
}

// Two acts with the same keys have none: the other one is told.
bool KeyboardPage::isFree(const QList<QKeySequence>& keys) {
    for (const QKeySequence& key : keys) {
        const int owner = m_model->ownerOf(key, row());
        if (owner < 0)
            continue;
        m_conflict->setText(
            tr("%1 is taken by “%2”. Give that other keys first.")
                .arg(key.toString(QKeySequence::NativeText), m_model->index(owner, KeysModel::Act).data().toString()));
        return false;
    }
    return true;
}

void KeyboardPage::change(const QList<QKeySequence>& keys) {
    m_model->setKeys(row(), keys);
    showRow();
    emit edited();
}

void KeyboardPage::setValues(const SettingsValues& values) {
    m_model->setChanged(values.shortcuts);
    showRow();
}

void KeyboardPage::takeValues(SettingsValues& values) const { values.shortcuts = m_model->changed(); }

} // namespace fairlead::ui
