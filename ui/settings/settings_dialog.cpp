// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "ui/settings/appearance_page.h"
#include "ui/settings/editor_settings_page.h"
#include "ui/settings/environments_page.h"
#include "ui/settings/keyboard_page.h"
#include "ui/settings/log_settings_page.h"
#include "ui/settings/settings.h"
#include "ui/settings/settings_keys.h"
#include "ui/settings/sources_page.h"
#include "ui/settings/variables_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr QSize firstSize(1060, 640);

} // namespace

SettingsDialog::SettingsDialog(const Context& context, QWidget* parent)
    : QDialog(parent), m_settings(context.settings), m_environment(context.environment),
      m_values(context.settings.values()), m_list(new QListWidget(this)), m_stack(new QStackedWidget(this)),
      m_note(new QLabel(this)), m_apply(new QPushButton(tr("&Apply"), this)) {
    setWindowTitle(tr("Settings"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setIconSize(QSize(16, 16));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addPages(context);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 40);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(middle, 1);
    layout->addWidget(makeButtons());
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    showPage(QSettings().value(settings_keys::lastPage).toString());
    for (SettingsPage* page : m_pages) {
        page->setValues(m_values);
        connect(page, &SettingsPage::edited, this, &SettingsDialog::collect);
    }
    update();
    resize(parent ? firstSize.boundedTo(parent->size() - QSize(40, 60)) : firstSize);
}

void SettingsDialog::addPages(const Context& context) {
    m_pages = {new EnvironmentsPage(context.settings.shell()),
               new VariablesPage(context.settings, context.registry, context.theme),
               new SourcesPage,
               new EditorSettingsPage,
               new AppearancePage,
               new KeyboardPage(context.shortcuts, context.theme),
               new LogSettingsPage};
    for (SettingsPage* page : m_pages) {
        m_list->addItem(new QListWidgetItem(context.theme.icon(page->icon()), page->title()));
        auto* area = new QScrollArea; // small screens show a part
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setAccessibleName(page->title());
        area->setWidget(page);
        m_stack->addWidget(area);
    }
}

QWidget* SettingsDialog::makeButtons() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* defaults = new QPushButton(tr("&Restore defaults"), row);
    auto* cancel = new QPushButton(tr("Cancel"), row);
    auto* ok = new QPushButton(tr("OK"), row);
    for (QPushButton* button : {defaults, cancel, m_apply})
        button->setAutoDefault(false);
    ok->setDefault(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(defaults);
    layout->addWidget(m_note, 1);
    layout->addWidget(cancel);
    layout->addWidget(m_apply);
    layout->addWidget(ok);
    connect(defaults, &QPushButton::clicked, this, &SettingsDialog::restoreDefaults);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &SettingsDialog::apply);
    connect(ok, &QPushButton::clicked, this, [this] {
        apply();
        accept();
    });
    return row;
}

void SettingsDialog::showPage(const QString& title) {
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->text() == title)
            m_list->setCurrentRow(row);
}

void SettingsDialog::done(int result) {
    QSettings().setValue(settings_keys::lastPage, m_list->currentItem()->text());
    QDialog::done(result);
}

void SettingsDialog::collect() {
    for (const SettingsPage* page : m_pages)
        page->takeValues(m_values);
    update();
}

void SettingsDialog::restoreDefaults() {
    m_values = {};
    for (SettingsPage* page : m_pages)
        page->setValues(m_values);
    update();
}

void SettingsDialog::apply() {
    m_settings.apply(m_values);
    update();
}

void SettingsDialog::update() {
    m_apply->setEnabled(m_values != m_settings.values());
    m_note->setText(m_values.loadsOtherThan(m_settings.values())
                        ? tr("%1 is loaded again when you apply.").arg(m_environment)
                        : QString());
}

} // namespace fairlead::ui
