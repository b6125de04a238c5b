// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_panel.h"

#include "ui/registry/registry_model.h"
#include "ui/registry/registry_view.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

namespace fairlead::ui {

namespace {

constexpr int typingMilliseconds = 120;
constexpr int leastWidth = 230;
constexpr int smallRegistry = 3000; // rows that are filtered at every keystroke

int countRows(const QAbstractItemModel& model, const QModelIndex& parent, int limit) {
    int count = model.rowCount(parent);
    for (int row = 0; row < model.rowCount(parent) && count < limit; ++row)
        count += countRows(model, model.index(row, 0, parent), limit - count);
    return count;
}

} // namespace

RegistryPanel::RegistryPanel(Workspace& workspace, RegistryModel& model, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_model(model), m_filter(new RegistryFilter(this)),
      m_text(new QLineEdit), m_scope(new QComboBox), m_view(new RegistryView(theme)), m_empty(new QLabel),
      m_typed(new QTimer(this)) {
    m_filter->setSourceModel(&model);
    m_view->setModel(m_filter);
    m_view->setColumnHidden(RegistryModel::DetailColumn, true); // the delegate paints it
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Registry"));
    m_view->setAccessibleDescription(tr("Families, architectures, cards and sources. Enter opens the row."));
    makeFilterLine(theme);

    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setContentsMargins(16, 24, 16, 24);
    m_empty->hide();

    auto* line = new QHBoxLayout;
    line->setContentsMargins(8, 6, 8, 6);
    line->setSpacing(6);
    line->addWidget(m_text, 1);
    line->addWidget(m_scope);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_empty);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    setMinimumWidth(leastWidth);

    connect(m_view, &RegistryView::rowChosen, this, &RegistryPanel::choose);
    connect(m_view, &QWidget::customContextMenuRequested, this, &RegistryPanel::showMenu);
    connect(&model, &RegistryModel::updated, this, &RegistryPanel::goOn);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &RegistryPanel::updateEmpty);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &RegistryPanel::updateEmpty);
}

void RegistryPanel::makeFilterLine(const Theme& theme) {
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter the registry"));
    m_text->setToolTip(tr("Shows the rows whose name has this text. Down goes to them, Escape takes the text away."));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(theme.icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut); // elsewhere the same keys find in the text
    connect(find, &QShortcut::activated, this, &RegistryPanel::focusFilter);

    m_scope->addItem(tr("All"), static_cast<int>(RegistryFilter::Scope::All));
    m_scope->addItem(tr("Yours"), static_cast<int>(RegistryFilter::Scope::Yours));
    m_scope->addItem(tr("With problems"), static_cast<int>(RegistryFilter::Scope::WithProblems));
    m_scope->setAccessibleName(tr("Which rows are shown"));
    m_scope->setToolTip(tr("Which rows are shown"));
    const auto fitScope = [this] {
        m_scope->setFixedWidth(m_scope->fontMetrics().horizontalAdvance(m_scope->currentText()) + 38);
    };
    connect(m_scope, &QComboBox::currentIndexChanged, this, fitScope);
    fitScope();

    m_typed->setSingleShot(true);
    connect(m_typed, &QTimer::timeout, this, &RegistryPanel::applyFilter);
    connect(m_text, &QLineEdit::textChanged, this,
            [this] { m_typed->start(countRows(m_model, {}, smallRegistry) < smallRegistry ? 0 : typingMilliseconds); });
    connect(m_scope, &QComboBox::currentIndexChanged, this, &RegistryPanel::applyFilter);
}

QModelIndex RegistryPanel::sourceOf(const QModelIndex& index) const { return m_filter->mapToSource(index); }

void RegistryPanel::applyFilter() {
    const bool wasFiltering = m_filter->isFiltering();
    if (!wasFiltering)
        m_unfoldedBefore = unfolded();
    const QModelIndex current = sourceOf(m_view->currentIndex());
    m_filter->setWanted(m_text->text().trimmed(), static_cast<RegistryFilter::Scope>(m_scope->currentData().toInt()));
    if (m_filter->isFiltering()) {
        if (countRows(*m_filter, {}, smallRegistry) < smallRegistry)
            m_view->expandAll();
    } else if (m_unfoldedBefore) {
        m_view->collapseAll();
        unfold(*m_unfoldedBefore);
        m_unfoldedBefore.reset();
    }
    if (const QModelIndex shown = m_filter->mapFromSource(current); shown.isValid())
        m_view->setCurrentIndex(shown);
    updateEmpty();
}

void RegistryPanel::updateEmpty() {
    const bool isEmpty = m_filter->rowCount() == 0;
    if (isEmpty) {
        const QString text = m_text->text().trimmed();
        if (!text.isEmpty())
            m_empty->setText(tr("Nothing here is called %1.").arg(text));
        else if (m_workspace.paths().isEmpty())
            m_empty->setText(tr("Nothing of yours is open. Open a folder of cards."));
        else
            m_empty->setText(tr("No problems."));
    }
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
}

void RegistryPanel::choose(const QModelIndex& index) {
    if (const auto location = m_model.locationOf(sourceOf(index)))
        emit locationChosen(*location);
}

void RegistryPanel::focusView() { m_view->setFocus(Qt::ShortcutFocusReason); }

void RegistryPanel::focusFilter() {
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

bool RegistryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && !m_text->text().isEmpty()) {
            m_text->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            focusView();
            if (!m_view->currentIndex().isValid())
                m_view->setCurrentIndex(m_filter->index(0, 0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fairlead::ui
