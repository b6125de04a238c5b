// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_panel.h"

#include "ui/log/log_filter.h"
#include "ui/log/log_level_delegate.h"
#include "ui/log/log_model.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

namespace {

QTreeView* makeView(const Theme& theme, QWidget* parent) {
    auto* view = new QTreeView(parent);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setFrameShape(QFrame::NoFrame);
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    view->setItemDelegateForColumn(LogModel::Level, new LogLevelDelegate(theme, view));
    view->setAccessibleName(QObject::tr("Log records"));
    return view;
}

} // namespace

LogPanel::LogPanel(LogModel& model, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_model(model), m_bar(nullptr), m_filter(new LogFilter(this)), m_view(makeView(theme, this)),
      m_level(new QComboBox(this)), m_text(new QLineEdit(this)), m_follow(new QCheckBox(tr("&Follow"), this)),
      m_footer(new QLabel(this)), m_empty(new QLabel(this)), m_copy(new QAction(tr("&Copy"), this)),
      m_clear(new QAction(tr("C&lear"), this)) {
    m_filter->setSourceModel(&model);
    m_view->setModel(m_filter);
    m_view->header()->setStretchLastSection(true);
    const QFontMetrics metrics(m_view->font());
    m_view->setColumnWidth(LogModel::Time, metrics.horizontalAdvance(QStringLiteral("00:00:00.000")) + 24);
    m_view->setColumnWidth(LogModel::Level, metrics.horizontalAdvance(tr("Warning")) + 44);
    m_view->setColumnWidth(LogModel::Origin, metrics.horizontalAdvance(QStringLiteral("fairlead")) + 32);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(m_copy);
    m_view->addAction(m_clear);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_footer->setForegroundRole(QPalette::PlaceholderText);
    m_footer->setContentsMargins(8, 2, 8, 4);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = makeBar();
    setFocusProxy(m_view);
    layout->addWidget(m_bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_footer);
    connectAll();
    updateFooter();
}

QWidget* LogPanel::makeBar() {
    m_level->addItem(tr("All levels"), static_cast<int>(LogLevel::Debug));
    m_level->addItem(tr("Info and above"), static_cast<int>(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors"), static_cast<int>(LogLevel::Warning));
    m_level->addItem(tr("Errors"), static_cast<int>(LogLevel::Error));
    m_level->setCurrentIndex(1);
    m_level->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_level->setMinimumContentsLength(10);
    m_text->setMinimumWidth(70);
    m_level->setAccessibleName(tr("Least level shown"));
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Text that shown records hold"));
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Keep the newest record in sight"));

    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->setSpacing(6);
    layout->addStretch(1);
    layout->addWidget(m_level);
    layout->addWidget(m_text);
    layout->addWidget(m_follow);
    m_text->setMaximumWidth(260);
    for (QWidget* control : {static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_text)})
        control->setProperty("small", true);
    for (QAction* action : {m_copy, m_clear}) {
        auto* button = new QPushButton(action->text(), bar);
        button->setProperty("small", true);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
    }
    return bar;
}

void LogPanel::connectAll() {
    connect(m_copy, &QAction::triggered, this, &LogPanel::copy);
    connect(m_clear, &QAction::triggered, &m_model, &LogModel::clear);
    connect(m_text, &QLineEdit::textChanged, m_filter, &LogFilter::setText);
    connect(m_level, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setLeastLevel(static_cast<LogLevel>(m_level->currentData().toInt())); });
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogPanel::updateFooter);
    connect(m_text, &QLineEdit::textChanged, this, &LogPanel::updateFooter);
    connect(&m_model, &LogModel::changed, this, &LogPanel::updateFooter);
    connect(&m_model, &LogModel::changed, this, &LogPanel::followIfWanted);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &LogPanel::scrolled);
    connect(m_follow, &QCheckBox::toggled, this, &LogPanel::followIfWanted);
}

bool LogPanel::isFollowing() const { return m_follow->isChecked(); }

void LogPanel::scrolled(int value) {
    if (!m_scrolling && value < m_view->verticalScrollBar()->maximum()) {
        m_follow->setChecked(false);
    }
}

void LogPanel::followIfWanted() {
    if (m_follow->isChecked()) {
        m_scrolling = true;
        m_view->scrollToBottom();
        m_scrolling = false;
    }
}

void LogPanel::updateFooter() {
    const int shown = m_filter->rowCount();
    const int all = m_model.rowCount();
    m_view->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    m_empty->setText(all == 0 ? tr("Nothing yet. What Fairlead reads, checks and saves is listed here.")
                              : tr("None of the %n record(s) is shown by this filter.", nullptr, all));
    QString text = shown == all ? tr("%n record(s)", nullptr, all)
                                : tr("%1 of %2 records").arg(QLocale().toString(shown), QLocale().toString(all));
    if (m_model.dropped() > 0) {
        text += tr(" · %1 older ones dropped").arg(QLocale().toString(m_model.dropped()));
    }
    m_footer->setText(text);
}

QString LogPanel::shownText() const {
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            rows.append(m_filter->index(row, 0));
        }
    }
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex& row : rows) {
        text += row.data(LogModel::LineRole).toString() + u'\n';
    }
    return text;
}

void LogPanel::copy() { QGuiApplication::clipboard()->setText(shownText()); }

void LogPanel::focusView() { m_view->setFocus(); }

} // namespace fairlead::ui
