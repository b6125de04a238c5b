// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resolved/config_section.h"

#include "ui/detail/elided_label.h"
#include "ui/detail/notice_bar.h"
#include "ui/navigation/navigator.h"
#include "ui/resolved/config_rows_model.h"
#include "ui/resolved/link_tree_view.h"
#include "ui/resolved/override_delegate.h"
#include "ui/resolved/override_writer.h"
#include "ui/text/shortened.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr qsizetype longestNotice = 600;
constexpr qsizetype longestReason = 100;
constexpr int leastLines = 24; // of a panel that has room for all words

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

QString differCount(int differing, int fields) {
    const QString text = differing == 1 || fields == 1
                             ? ConfigSection::tr("%1 of %n field(s) differs.", nullptr, fields)
                             : ConfigSection::tr("%1 of %n field(s) differ.", nullptr, fields);
    return text.arg(differing);
}

} // namespace

ConfigSection::ConfigSection(OverrideWriter& overrides, Navigator& navigator, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_overrides(overrides), m_navigator(navigator), m_kind(new QComboBox(this)),
      m_heading(new QLabel(this)), m_class(new ElidedLabel(Qt::ElideMiddle, this)),
      m_only(new QCheckBox(tr("Only what differs"), this)),
      m_notice(new NoticeBar(NoticeBar::Kind::Error, theme, this)),
      m_refusal(new NoticeBar(NoticeBar::Kind::Warning, theme, this)), m_model(new ConfigRowsModel(this)),
      m_view(new LinkTreeView(ConfigRowsModel::NowColumn, theme, this)), m_delegate(new OverrideDelegate(theme, this)),
      m_empty(new QLabel(this)), m_footer(new QLabel(this)) {
    build();
    connect(m_kind, &QComboBox::activated, this, &ConfigSection::showChosen);
    connect(m_only, &QCheckBox::toggled, this, &ConfigSection::showChosen);
    connect(m_view, &LinkTreeView::linkFollowed, this, &ConfigSection::activate);
    connect(m_view, &LinkTreeView::editAsked, this, &ConfigSection::edit);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ConfigSection::showMenu);
    // Later: the rows may change with it, and the editor is still at work.
    connect(m_model, &ConfigRowsModel::valueTyped, this, &ConfigSection::write, Qt::QueuedConnection);
    connect(m_view, &LinkTreeView::widthChanged, this, &ConfigSection::fitColumns);
    hide();
}

void ConfigSection::build() {
    m_kind->setAccessibleName(tr("Config of"));
    m_kind->setProperty("small", true);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_class->setForegroundRole(QPalette::PlaceholderText);
    m_class->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_only->setChecked(true);
    m_only->setToolTip(tr("Without it all fields are shown; a double-click on a value overrides it"));
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
    m_view->setItemDelegate(m_delegate);
    m_view->setValuesEditable();
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_model->setHint([this](const ConfigRow& row) { return hintOf(row); });
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
    layout->addWidget(m_refusal);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_footer);
    setFocusProxy(m_view);
}

void ConfigSection::setViews(std::vector<ConfigView> views) {
    if (views == m_views)
        return showHint(); // of another card, perhaps
    m_views = std::move(views);
    m_refusal->say({});
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
    const ConfigView* const chosen = shown();
    const ConfigView& view = chosen != nullptr ? *chosen : none;
    m_class->setText(view.className);
    showNotice();
    const ConfigRow* current = m_model->rowAt(m_view->currentIndex());
    const QString field = current != nullptr ? current->field : QString();
    m_model->setView(view, m_only->isChecked());
    for (int row = 0; row < m_model->rowCount() && !m_view->currentIndex().isValid(); ++row) {
        const QModelIndex now = m_model->index(row, ConfigRowsModel::NowColumn);
        if (m_model->rowAt(now)->field == field)
            m_view->setCurrentIndex(now);
    }
    const auto differing = std::ranges::count_if(view.rows, &ConfigRow::differs);
    QString empty;
    if (view.rows.empty())
        empty = view.words.isEmpty() ? tr("This family takes no config.") : tr("There is no config to show.");
    else if (differing == 0 && m_only->isChecked())
        empty = view.isClassDefault ? tr("This card changes nothing of its config's default.")
                                    : tr("This card changes nothing of %1.").arg(view.base);
    m_empty->setText(empty);
    m_empty->setVisible(!empty.isEmpty());
    m_view->setVisible(empty.isEmpty());
    m_only->setVisible(!view.rows.empty());
    m_footer->setVisible(!view.rows.empty());
    showHint();
    fitColumns();
    updateGeometry();
}

void ConfigSection::showNotice() {
    const ConfigView none;
    const ConfigView* const chosen = shown();
    const ConfigView& view = chosen != nullptr ? *chosen : none;
    QString words = view.words;
    if (!view.fairseq2Says.isEmpty())
        words += QLatin1Char('\n') + tr("fairseq2 says: %1").arg(view.fairseq2Says);
    words = shortened(words, longestNotice);
    m_notice->setKind(view.fairseq2Says.isEmpty() ? NoticeBar::Kind::Info : NoticeBar::Kind::Error);
    m_notice->say(m_isLow ? view.words : words);
    m_notice->setToolTip(m_isLow ? toolTipOf(words) : QString());
}

void ConfigSection::setRoom(QSize room) {
    const QString name = tr("Only what differs");
    const int forName = m_only->sizeHint().width() + fontMetrics().horizontalAdvance(name) -
                        fontMetrics().horizontalAdvance(m_only->text());
    const int forKind = std::max(m_kind->isHidden() ? 0 : m_kind->sizeHint().width(),
                                 m_heading->isHidden() ? 0 : m_heading->sizeHint().width());
    const bool isNarrow = room.width() < forKind + forName + 4 * 8; // with the margins, and the spaces between
    const bool isLow = room.height() < leastLines * fontMetrics().lineSpacing();
    const QString text = isNarrow ? tr("Differing") : name;
    if (m_only->text() == text && m_isLow == isLow)
        return;
    m_only->setText(text);
    m_isLow = isLow;
    showNotice();
    showHint();
}

void ConfigSection::showHint() {
    if (shown() == nullptr)
        return;
    const std::vector<ConfigRow>& rows = shown()->rows;
    const QString why = m_overrides.whyNot();
    const QString count =
        differCount(static_cast<int>(std::ranges::count_if(rows, &ConfigRow::differs)), static_cast<int>(rows.size()));
    const QString hint = why.isEmpty() ? howToOverride(m_empty->text().isEmpty()) : why;
    m_footer->setText(m_isLow ? count : count + QLatin1Char(' ') + hint);
    m_footer->setToolTip(m_isLow ? toolTipOf(hint) : QString());
}

int ConfigSection::wantedHeight(int width) const {
    if (isHidden())
        return 0;
    const int whole = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    return m_view->isHidden() ? whole : whole - m_view->sizeHint().height() + m_view->heightOfRows();
}

QString ConfigSection::howToOverride(bool isAnyShown) const {
    return isAnyShown ? tr("Double-click a value to override it.")
                      : tr("Switch off “%1” to override one.").arg(m_only->text().remove(QLatin1Char('&')));
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

void ConfigSection::tell(const QString& field, const QString& why) {
    m_refusal->say(why.isEmpty() ? QString() : shortened(tr("%1 was not changed. %2").arg(field, why), longestNotice));
}

QString ConfigSection::hintOf(const ConfigRow& row) const {
    if (shown() == nullptr)
        return {};
    const OverrideFacts facts = m_overrides.facts(*shown(), row.field);
    return facts.why_no_write.empty() ? tr("Double-click or F2 writes an override into the card")
                                      : QString::fromStdString(facts.why_no_write);
}

void ConfigSection::edit(const QModelIndex& index) {
    const ConfigRow* row = m_model->rowAt(index);
    if (row == nullptr || shown() == nullptr)
        return;
    const OverrideFacts facts = m_overrides.facts(*shown(), row->field);
    tell(row->field, QString::fromStdString(facts.why_no_write));
    if (!facts.why_no_write.empty())
        return;
    QStringList choices;
    for (const std::string& choice : facts.choices)
        choices.append(QString::fromStdString(choice));
    m_delegate->prepare(row->trouble.isEmpty() ? QString::fromStdString(facts.text) : row->now, choices);
    m_view->setCurrentIndex(index);
    static_cast<QAbstractItemView*>(m_view)->edit(index);
}

void ConfigSection::write(const QString& field, const QString& typed) {
    if (shown() != nullptr)
        tell(field, m_overrides.write(*shown(), field, typed));
}

void ConfigSection::removeOverride(const QModelIndex& index) {
    const ConfigRow* row = m_model->rowAt(index);
    if (row == nullptr || shown() == nullptr)
        return;
    const QString field = row->field;
    tell(field, m_overrides.remove(*shown(), field));
}

void ConfigSection::showMenu(const QPoint& position) {
    QModelIndex at = m_view->indexAt(position);
    if (!at.isValid())
        at = m_view->currentIndex();
    const ConfigRow* row = m_model->rowAt(at);
    if (row == nullptr || shown() == nullptr)
        return;
    const QPersistentModelIndex value = at.siblingAtColumn(ConfigRowsModel::NowColumn);
    const OverrideFacts facts = m_overrides.facts(*shown(), row->field);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    QAction* write = menu->addAction(tr("Write Override…"), this, [this, value] { edit(value); });
    write->setShortcut(Qt::Key_F2);
    write->setEnabled(facts.why_no_write.empty());
    write->setToolTip(toolTipOf(QString::fromStdString(facts.why_no_write)));
    QAction* remove = menu->addAction(tr("Remove Override"), this, [this, value] { removeOverride(value); });
    remove->setEnabled(facts.is_written);
    remove->setToolTip(facts.is_written ? QString() : tr("This card has no override of %1").arg(row->field));
    QAction* go = menu->addAction(tr("Go to Its Line"), this, [this, value] { activate(value); });
    go->setEnabled(row->line > 0);
    if (!facts.why_no_write.empty()) { // in words too: nobody hovers over what is grey
        menu->addSeparator();
        menu->addAction(shortened(QString::fromStdString(facts.why_no_write), longestReason))->setEnabled(false);
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace fairlead::ui
