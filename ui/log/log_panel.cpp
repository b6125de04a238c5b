// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_panel.h"

#include "ui/detail/notice_bar.h"
#include "ui/log/log_bar.h"
#include "ui/log/log_model.h"
#include "ui/log/log_store.h"
#include "ui/log/log_view.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr std::size_t atOnce = 1000; // so many records are made text in a moment

} // namespace

LogPanel::LogPanel(LogStore& store, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_store(store), m_theme(theme), m_model(new LogModel(store, this)),
      m_bar(new LogBar(theme, this)), m_view(new LogView(*m_model, theme, this)),
      m_strip(new NoticeBar(NoticeBar::Kind::Info, theme, this)), m_footer(new QLabel(this)),
      m_empty(new QLabel(this)) {
    makeActions();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_footer->setForegroundRole(QPalette::PlaceholderText);
    m_footer->setContentsMargins(8, 2, 8, 4);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setFocusProxy(m_view);
    layout->addWidget(m_bar);
    layout->addWidget(m_strip);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_footer);
    m_bar->setOrigins(store.origins());
    connectAll();
    applyWish();
    updateFooter();
}

LogPanel::~LogPanel() = default;

QWidget* LogPanel::bar() const { return m_bar; }

void LogPanel::makeActions() {
    const auto make = [this](const QString& text, const QString& icon, const QString& toolTip) {
        auto* action = new QAction(text, this);
        action->setToolTip(toolTip);
        if (!icon.isEmpty())
            action->setIcon(m_theme.icon(icon));
        m_view->addAction(action);
        return action;
    };
    m_copy = make(tr("&Copy"), QStringLiteral("copy"), tr("Copies the selected records, or all that are shown"));
    m_copyAll = make(tr("Copy &All"), {}, tr("Copies all records that are shown"));
    m_save = make(tr("&Save…"), QStringLiteral("save"), tr("Writes all records that are shown to a file"));
    m_unfold = make(tr("&Unfold All"), {}, {});
    m_clear = make(tr("C&lear"), QStringLiteral("clear"), tr("Removes all records"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_bar->addAct(m_save, LogBar::Words::WhereThereIsRoom);
    m_bar->addAct(m_copy);
    m_bar->addAct(m_clear);
}

void LogPanel::connectAll() {
    connect(m_copy, &QAction::triggered, this, &LogPanel::copy);
    connect(m_copyAll, &QAction::triggered, this, &LogPanel::copyAll);
    connect(m_save, &QAction::triggered, this, &LogPanel::save);
    connect(m_clear, &QAction::triggered, &m_store, &LogStore::clear);
    connect(m_bar, &LogBar::wishChanged, this, &LogPanel::applyWish);
    connect(m_bar, &LogBar::followingChanged, this, &LogPanel::followIfWanted);
    connect(m_bar, &LogBar::unfoldAllWanted, this, &LogPanel::unfoldAll);
    connect(m_unfold, &QAction::triggered, this, [this] { unfoldAll(!m_model->areAllUnfolded()); });
    connect(m_model, &LogModel::modelAboutToBeReset, this, [this] { keepTopRecord(); });
    connect(m_model, &LogModel::wishMet, this, [this] {
        updateFooter();
        followIfWanted();
    });
    connect(m_model, &LogModel::wishGivenUp, this, [this](const QString& why) {
        m_bar->setFault(why);
        updateFooter();
    });
    connect(m_model, &LogModel::rowsInserted, this, [this] {
        updateFooter();
        followIfWanted();
    });
    connect(&m_store, &LogStore::changed, this, &LogPanel::updateFooter);
    connect(&m_store, &LogStore::originsChanged, this, [this] { m_bar->setOrigins(m_store.origins()); });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &LogPanel::scrolled);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int most) {
        if (!isFollowing())
            return;
        const QScopedValueRollback scrolling(m_scrolling, true);
        m_view->verticalScrollBar()->setValue(most); // of a panel that became lower too
    });
    connect(m_view, &LogView::placeActivated, this, &LogPanel::placeActivated);
}

void LogPanel::unfoldAll(bool unfolded) {
    m_bar->setAllUnfolded(unfolded);
    m_unfold->setText(unfolded ? tr("&Fold All") : tr("&Unfold All"));
    m_model->setAllUnfolded(unfolded);
}

void LogPanel::setTracing(bool tracing) {
    if (!tracing) {
        m_strip->hide();
        return;
    }
    if (!m_tracingOff) {
        m_tracingOff = new QAction(tr("Switch off and reload"), this);
        connect(m_tracingOff, &QAction::triggered, this, &LogPanel::tracingOffWanted);
    }
    m_strip->say(tr("Tracing is on: FAIRSEQ2_EXTENSION_TRACE is set for this environment. Each failure shows its "
                    "trace."),
                 {m_tracingOff});
}

void LogPanel::applyWish() {
    QString fault;
    m_model->setWish(m_bar->wish(), &fault);
    m_bar->setFault(fault);
    updateFooter();
}

// Of a list that is about to become another: what is at the top stays there, if it is still shown.
void LogPanel::keepTopRecord() {
    const QModelIndex top = m_view->indexAt(QPoint(0, 0));
    if (isFollowing() || !top.isValid() || m_model->kind(top.row()) == LogModel::RowKind::Dropped)
        return;
    const quint64 number = m_model->number(top.row());
    connect(
        m_model, &LogModel::modelReset, this,
        [this, number] {
            if (const int row = m_model->rowOf(number); row >= 0)
                m_view->scrollTo(m_model->index(row, LogModel::Text), QAbstractItemView::PositionAtTop);
        },
        Qt::SingleShotConnection);
}

bool LogPanel::isFollowing() const { return m_bar->isFollowing(); }

void LogPanel::scrolled(int value) {
    if (!m_scrolling && !m_view->isKeepingPlace() && value < m_view->verticalScrollBar()->maximum())
        m_bar->setFollowing(false);
}

void LogPanel::followIfWanted() {
    if (!isFollowing())
        return;
    m_scrolling = true;
    m_view->scrollToBottom();
    m_scrolling = false;
}

void LogPanel::updateFooter() {
    const int shown = m_model->shownCount();
    const int all = m_store.count();
    m_view->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
    m_empty->setText(all == 0 ? tr("Nothing yet. What Fairlead reads, checks and saves is listed here.")
                              : tr("None of the %n record(s) is shown by this filter.", nullptr, all));
    QString text = shown == all ? tr("%Ln record(s)", nullptr, all)
                                : tr("%1 of %2 records").arg(QLocale().toString(shown), QLocale().toString(all));
    if (const QString fault = m_bar->fault(); !fault.isEmpty())
        text += tr(" · The expression cannot be used: %1. What was asked for before it stays.").arg(fault);
    m_footer->setText(text);
}

void LogPanel::copy() {
    const QItemSelection selection = m_view->selectionModel()->selection();
    if (selection.isEmpty()) {
        copyAll();
        return;
    }
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : selection)
        ranges.emplace_back(range.top(), range.bottom());
    std::ranges::sort(ranges);
    LogPieces pieces;
    for (const auto& [first, last] : ranges)
        std::ranges::move(m_model->pieces(first, last), std::back_inserter(pieces));
    toClipboard(std::move(pieces));
}

void LogPanel::copyAll() { toClipboard(m_model->pieces()); }

void LogPanel::toClipboard(LogPieces pieces) {
    if (pieces.size() <= atOnce) {
        QGuiApplication::clipboard()->setText(logText(pieces));
        return;
    }
    inBackground([this, pieces = std::move(pieces)]() -> std::function<void()> {
        return [this, text = logText(pieces), count = static_cast<int>(pieces.size())] {
            QGuiApplication::clipboard()->setText(text);
            emit said(tr("%n record(s) copied.", nullptr, count));
        };
    });
}

void LogPanel::save() {
    const QString folder =
        m_saveFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : m_saveFolder;
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the Log"), QDir(folder).filePath(QStringLiteral("fairlead.log")),
                                     tr("Logs (*.log *.txt);;All files (*)"));
    if (!file.isEmpty())
        saveTo(file);
}

void LogPanel::saveTo(const QString& file) {
    inBackground([this, file, pieces = m_model->pieces()]() -> std::function<void()> {
        const QString fault = saveLog(pieces, file);
        return [this, file, fault, count = static_cast<int>(pieces.size())] {
            emit said(fault.isEmpty() ? tr("%n record(s) saved to %1.", nullptr, count).arg(file)
                                      : tr("The log could not be saved to %1: %2").arg(file, fault));
        };
    });
}

void LogPanel::inBackground(std::function<std::function<void()>()> work) {
    ++m_running;
    m_workers.emplace_back([this, work = std::move(work)] {
        const std::function<void()> finish = work();
        QMetaObject::invokeMethod(
            this,
            [this, finish] {
                if (--m_running == 0)
                    m_workers.clear();
                finish();
            },
            Qt::QueuedConnection);
    });
}

void LogPanel::focusView() { m_view->setFocus(); }

} // namespace fairlead::ui
