// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_panel.h"

#include "ui/buffers/buffer_key.h"
#include "ui/buffers/buffer_store.h"
#include "ui/detail/detail_pane.h"
#include "ui/navigation/navigator.h"
#include "ui/problems/problems_bar.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_view.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace fairlead::ui {

namespace {

constexpr int refreshMilliseconds = 80; // from an edit to the table

} // namespace

ProblemsPanel::ProblemsPanel(Workspace& workspace, BufferStore& buffers, Navigator& navigator, const Theme& theme,
                             QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_buffers(buffers), m_navigator(navigator),
      m_model(new ProblemsModel(this)), m_view(new ProblemsView(theme, this)), m_details(new DetailPane(theme, this)),
      m_bar(new ProblemsBar(theme, this)), m_empty(new QLabel(this)), m_footer(new QLabel(this)),
      m_pages(new QStackedWidget(this)),
      m_next(new QAction(theme.icon(QStringLiteral("next")), tr("&Next Problem"), this)),
      m_previous(new QAction(theme.icon(QStringLiteral("previous")), tr("&Previous Problem"), this)) {
    m_view->setModel(m_model);
    m_next->setShortcut(Qt::Key_F8);
    m_previous->setShortcut(Qt::SHIFT | Qt::Key_F8);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    build();
    connectAll();
    refresh();
}

void ProblemsPanel::build() {
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_footer->setContentsMargins(8, 4, 8, 4);
    m_footer->setForegroundRole(QPalette::PlaceholderText);
    m_footer->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_details);
    m_pages->setCurrentWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_footer);
    setFocusProxy(m_view);
}

void ProblemsPanel::connectAll() {
    connect(&m_refresh, &QTimer::timeout, this, &ProblemsPanel::refresh);
    connect(&m_workspace, &Workspace::loaded, this, &ProblemsPanel::refresh);
    connect(&m_workspace, &Workspace::edited, this, &ProblemsPanel::refreshSoon);
    connect(&m_workspace, &Workspace::loadStarted, this, &ProblemsPanel::refreshSoon);
    connect(&m_navigator, &Navigator::wentTo, this, [this] {
        if (m_bar->isOfOneFile())
            refreshSoon();
    });
    connect(m_bar, &ProblemsBar::filterChanged, this, &ProblemsPanel::refresh);
    connect(m_bar, &ProblemsBar::fixAllWanted, this, &ProblemsPanel::offerAllFixes);
    connect(m_footer, &QLabel::linkActivated, this, [this] {
        m_packagesShown = !m_packagesShown;
        refresh();
    });
    connect(m_details, &DetailPane::closed, this, [this] {
        m_offering = false;
        refresh();
        m_view->setFocus();
    });
    connect(m_view, &ProblemsView::rowActivated, this, &ProblemsPanel::goTo);
    connect(m_view, &ProblemsView::fixClicked, this, &ProblemsPanel::clickFix);
    connect(m_view, &ProblemsView::menuWanted, this, &ProblemsPanel::openMenu);
    connect(m_next, &QAction::triggered, this, &ProblemsPanel::goToNext);
    connect(m_previous, &QAction::triggered, this, &ProblemsPanel::goToPrevious);
}

void ProblemsPanel::refreshSoon() {
    if (!m_refresh.isActive())
        m_refresh.start();
}

std::optional<quint32> ProblemsPanel::currentFile() const {
    const Location& here = m_navigator.current();
    if (here.kind != Location::Kind::File || m_workspace.session() == nullptr)
        return std::nullopt;
    return fileOfKey(m_workspace.session()->catalog(), here.file);
}

ProblemFilter ProblemsPanel::filter() const {
    ProblemFilter filter;
    filter.errors = m_bar->shows(Weight::Error);
    filter.warnings = m_bar->shows(Weight::Warning);
    filter.infos = m_bar->shows(Weight::Info);
    filter.packages = m_packagesShown;
    if (m_bar->isOfOneFile())
        filter.file = currentFile();
    return filter;
}

void ProblemsPanel::refresh() {
    m_refresh.stop();
    ProblemList list;
    if (m_workspace.session() != nullptr)
        list = problemList(*m_workspace.session(), filter());
    showCounts(list);
    showEmpty(list);
    const int packages = list.packages;
    setRows(std::move(list.rows));
    if (m_offering)
        showAllDifferences();
    else if (!m_details->isVisibleTo(m_pages))
        m_pages->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
    const Summary summary = m_workspace.session() != nullptr ? m_workspace.session()->summary() : Summary{};
    const int count =
        static_cast<int>(summary.errors + summary.warnings + summary.infos) + (m_packagesShown ? packages : 0);
    if (std::exchange(m_count, count) != count)
        emit countChanged(count);
}

// When what is chosen is mended in the text, the list stays where it is: no other problem is chosen in its place, but
// for whoever goes through the list.
void ProblemsPanel::setRows(std::vector<ProblemRow> rows) {
    const QPersistentModelIndex chosen = m_view->currentIndex();
    const bool isAny = chosen.isValid();
    const int scrolled = m_view->verticalScrollBar()->value();
    m_view->setAutoScroll(false);
    m_model->setRows(std::move(rows));
    if (isAny && !chosen.isValid() && !m_view->hasFocus()) {
        m_view->setCurrentIndex({});
        m_view->verticalScrollBar()->setValue(scrolled);
    }
    m_view->setAutoScroll(true);
}

void ProblemsPanel::showCounts(const ProblemList& list) {
    m_bar->setCounts({list.errors, list.warnings, list.infos, list.certain});
    m_footer->setVisible(list.packages > 0 || list.unlisted > 0);
    const QString unlisted =
        list.unlisted > 0
            ? tr("The first %1 problems are listed, %2 more are not.").arg(list.rows.size()).arg(list.unlisted)
            : QString();
    if (list.packages == 0) {
        m_footer->setText(unlisted);
        return;
    }
    const QString text = m_packagesShown      ? tr("%n problem(s) in package cards shown too.", nullptr, list.packages)
                         : list.packages == 1 ? tr("1 problem in package cards is not shown.")
                                              : tr("%1 problems in package cards are not shown.").arg(list.packages);
    m_footer->setText(QStringLiteral("%1 %2&nbsp; <a href='#'>%3</a>")
                          .arg(unlisted, text, m_packagesShown ? tr("Hide") : tr("Show")));
}

void ProblemsPanel::showEmpty(const ProblemList& list) {
    const CheckSession* session = m_workspace.session();
    const int hidden = list.errors + list.warnings + list.infos - static_cast<int>(list.rows.size()) - list.unlisted;
    if (session == nullptr)
        m_empty->setText(m_workspace.isLoading() ? tr("Loading…") : QString());
    else if (hidden > 0)
        m_empty->setText(tr("%n problem(s) not shown: see the buttons above.", nullptr, hidden));
    else if (filter().file)
        m_empty->setText(tr("No problems in this file."));
    else if (const int files = static_cast<int>(session->summary().files); files > 0)
        m_empty->setText(tr("No problems in %n file(s).", nullptr, files));
    else
        m_empty->setText(tr("No cards of your own are open. Open a folder or a file to have them checked."));
}

} // namespace fairlead::ui
