// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/config_section.h"

#include "ui/detail/notice_bar.h"
#include "ui/navigation/navigator.h"
#include "ui/resolved/config_rows_model.h"
#include "ui/resolved/link_tree_view.h"
#include "ui/text/shortened.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr qsizetype longestNotice = 600;

QString headingOf(FamilyKind kind) {
    switch (kind) {
    case FamilyKind::model:
        return ConfigSection::tr("Model config");
    case FamilyKind::tokenizer:
        return ConfigSection::tr("Tokenizer config");
    case FamilyKind::dataset:
        break;
    }
    return ConfigSection::tr("Dataset config");
}

} // namespace

ConfigSection::ConfigSection(Navigator& navigator, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_navigator(navigator), m_kind(new QComboBox(this)), m_heading(new QLabel(this)),
      m_class(new QLabel(this)), m_only(new QCheckBox(tr("Only what differs"), this)),
      m_notice(new NoticeBar(NoticeBar::Kind::Error, theme, this)), m_model(new ConfigRowsModel(this)),
      m_view(new LinkTreeView(ConfigRowsModel::NowColumn, theme, this)), m_empty(new QLabel(this)),
      m_footer(new QLabel(this)) {
    build();
    connect(m_kind, &QComboBox::activated, this, &ConfigSection::showChosen);
    connect(m_only, &QCheckBox::toggled, this, &ConfigSection::showChosen);
    connect(m_view, &LinkTreeView::linkFollowed, this, &ConfigSection::activate);
    connect(m_view, &LinkTreeView::widthChanged, this, &ConfigSection::fitColumns);
    hide();
}

void ConfigSection::build() {
    m_kind->setAccessibleName(tr("Config of"));
    m_kind->setProperty("small", true);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_class->setForegroundRole(QPalette::PlaceholderText);
    m_class->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_class->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_only->setChecked(true);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(8);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    bar->addWidget(m_heading);
    bar->addWidget(m_kind);
    bar->addWidget(m_class, 1);
    bar->addWidget(m_only);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setAccessibleName(tr("Config"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_footer->setContentsMargins(8, 4, 8, 4);
    m_footer->setForegroundRole(QPalette::PlaceholderText);
    m_footer->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_footer);
    setFocusProxy(m_view);
}

void ConfigSection::setViews(std::vector<ConfigView> views) {
    if (views == m_views)
        return;
    m_views = std::move(views);
    const QVariant chosen = m_kind->currentData();
    m_kind->clear();
    for (const ConfigView& view : m_views)
        m_kind->addItem(headingOf(view.kind), static_cast<int>(view.kind));
    m_kind->setCurrentIndex(std::max(m_kind->findData(chosen), m_views.empty() ? -1 : 0));
    m_kind->setVisible(m_views.size() > 1);
    m_heading->setVisible(m_views.size() == 1);
    m_heading->setText(m_kind->currentText());
    showChosen();
    setVisible(!m_views.empty());
}

const ConfigView* ConfigSection::shown() const {
    const int index = m_kind->currentIndex();
    return index >= 0 && static_cast<std::size_t>(index) < m_views.size() ? &m_views[static_cast<std::size_t>(index)]
                                                                          : nullptr;
}

void ConfigSection::showChosen() {
    const ConfigView none;
    const ConfigView& view = shown() != nullptr ? *shown() : none;
    m_class->setText(view.className);
    QString words = view.words;
    if (!view.fairseq2Says.isEmpty())
        words += QLatin1Char('\n') + tr("fairseq2 says: %1").arg(view.fairseq2Says);
    m_notice->say(shortened(words, longestNotice));
    m_model->setView(view, m_only->isChecked());
    const auto differing = std::ranges::count_if(view.rows, &ConfigRow::differs);
    QString empty;
    if (view.rows.empty())
        empty = view.words.isEmpty() ? tr("This family takes no config.") : tr("There is no config to show.");
    else if (differing == 0 && m_only->isChecked())
        empty = tr("This card changes nothing of %1.").arg(view.base);
    m_empty->setText(empty);
    m_empty->setVisible(!empty.isEmpty());
    m_view->setVisible(empty.isEmpty());
    m_only->setVisible(!view.rows.empty());
    m_footer->setVisible(!view.rows.empty());
    m_footer->setText(tr("%1 of %n field(s) differ.", nullptr, static_cast<int>(view.rows.size())).arg(differing));
    fitColumns();
}

void ConfigSection::fitColumns() {
    const int width = m_view->viewport()->width();
    const QAbstractItemView& view = *m_view;
    const int field = std::clamp(view.sizeHintForColumn(ConfigRowsModel::FieldColumn) + 4, width / 4, width * 2 / 5);
    const int before = (width - field) / 2;
    m_view->header()->resizeSection(ConfigRowsModel::FieldColumn, field);
    m_view->header()->resizeSection(ConfigRowsModel::BeforeColumn, before);
    m_view->header()->resizeSection(ConfigRowsModel::NowColumn, width - field - before);
}

void ConfigSection::activate(const QModelIndex& index) {
    if (const ConfigRow* row = m_model->rowAt(index); row != nullptr && row->line > 0)
        m_navigator.go(row->place);
}

} // namespace fairlead::ui
