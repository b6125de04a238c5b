// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pages.h"

#include "ui/buffers/buffer_store.h"
#include "ui/navigation/navigator.h"
#include "ui/theme/theme.h"
#include "ui/welcome/welcome_page.h"
#include "ui/window/page_tabs.h"
#include "ui/window/recent_paths.h"
#include "ui/workspace/open_sources.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

namespace {

/// What is wrong with the first source that cannot be looked into, or what lies there in place of a card file; empty if
/// there is nothing of the kind.
QString unreadableNote(const Catalog& catalog) {
    using What = WalkNote::What;
    const auto notes = catalog.walk_notes();
    const auto found = std::ranges::find_if(notes, [](const WalkNote& note) {
        return note.what == What::source_missing || note.what == What::source_unreadable ||
               note.what == What::special_file;
    });
    return found == notes.end() ? QString() : QString::fromStdString(found->message);
}

/// What to do with sources in which there is no card file; empty if there is one, or nothing is open.
QString emptyNote(const Workspace& workspace) {
    const CheckSession* session = workspace.session();
    if (!session || workspace.isLoading() || workspace.paths().isEmpty() || session->summary().files > 0)
        return {};
    if (const QString unreadable = unreadableNote(session->catalog()); !unreadable.isEmpty())
        return Pages::tr("%1 Reload looks again.").arg(unreadable);
    QStringList paths;
    for (const QString& path : workspace.paths())
        paths.append(shortPath(path));
    return Pages::tr("No .yaml or .yml file was found in %1. New File starts one, Reload looks again.")
        .arg(paths.join(QStringLiteral(", ")));
}

} // namespace

Pages::Pages(const WindowServices& services, BufferCommands& commands, const QAction& openFolder, QWidget* parent)
    : QWidget(parent), m_services(services), m_commands(commands), m_openFolder(openFolder),
      m_tabs(new PageTabs(services.theme, [this](const Location& location) { return makePage(location); })),
      m_waiting(new QLabel), m_close(new QAction(tr("&Close Page"), this)) {
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_waiting->setTextFormat(Qt::PlainText);
    m_waiting->setForegroundRole(QPalette::PlaceholderText);
    m_waiting->setBackgroundRole(QPalette::Base);
    m_waiting->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_waiting, 1);
    layout->addWidget(m_tabs, 1);
    setFocusProxy(m_tabs);

    m_close->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_W), QKeySequence(Qt::CTRL | Qt::Key_F4)});
    connect(m_close, &QAction::triggered, this, &Pages::closeCurrent);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Pages::showWaiting);
    connect(&services.workspace, &Workspace::pathsChanged, this, &Pages::showWaiting);
    showWaiting();
    connect(m_tabs, &PageTabs::closeWanted, this, &Pages::closePage);
    connect(m_tabs, &PageTabs::pageShown, this, &Pages::onPageShown);
    connect(&services.navigator, &Navigator::wentTo, this, &Pages::goTo);
    connect(&services.workspace, &Workspace::loaded, this, &Pages::refreshFaces);
    connect(&services.buffers, &BufferStore::closing, this, [this](const Buffer* buffer) {
        if (QWidget* page = m_tabs->find(Location::inFile(buffer->key())))
            m_tabs->closePage(page);
        if (buffer->isUntitled())
            m_services.navigator.forgetFile(buffer->key());
    });
}

void Pages::showWaiting() {
    QStringList paths;
    for (const QString& path : m_services.workspace.paths())
        paths.append(shortPath(path));
    const bool isWaiting = m_tabs->count() == 0;
    m_waiting->setText(paths.isEmpty() ? QString() : tr("Reading %1…").arg(paths.join(QStringLiteral(", "))));
    m_waiting->setVisible(isWaiting);
    m_tabs->setVisible(!isWaiting);
}

void Pages::refreshFaces() {
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        m_tabs->setFace(m_tabs->widget(tab), faceOf(m_tabs->locationOf(m_tabs->widget(tab))));
}

Location Pages::current() const { return placeOf(m_tabs->currentWidget()); }

std::vector<Location> Pages::kept() const {
    std::vector<Location> kept;
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const Location location = placeOf(m_tabs->widget(tab));
        const bool isUntitled = location.kind == Location::Kind::File && m_services.workspace.isUntitled(location.file);
        if (!isUntitled)
            kept.push_back(location);
    }
    return kept;
}

void Pages::restore(const std::vector<Location>& pages, int current) {
    const QScopedValueRollback going(m_going, true);
    for (const Location& location : pages)
        if (QWidget* page = m_tabs->showPage(location, faceOf(location))) {
            m_tabs->setFace(page, faceOf(location));
            showPlace(page, location);
        }
    m_tabs->setCurrentIndex(std::min(current, m_tabs->count() - 1));
    if (m_tabs->currentWidget())
        m_services.navigator.noteCurrent(this->current());
}

void Pages::closeSaved() {
    const QScopedValueRollback going(m_going, true);
    std::vector<QWidget*> pages;
    pages.reserve(static_cast<std::size_t>(m_tabs->count()));
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        pages.push_back(m_tabs->widget(tab));
    for (QWidget* page : pages) {
        const Location location = m_tabs->locationOf(page);
        if (location.kind != Location::Kind::File) {
            m_tabs->closePage(page);
            continue;
        }
        Buffer* buffer = m_services.buffers.find(location.file);
        if (buffer && !buffer->isModified() && !buffer->isUntitled())
            m_services.buffers.close(buffer);
    }
}

void Pages::goTo(const Location& location) {
    const QScopedValueRollback going(m_going, true);
    QWidget* page = m_tabs->showPage(location, faceOf(location));
    if (!page)
        return m_services.navigator.stayAt(current());
    m_tabs->setFace(page, faceOf(location)); // its buffer is there now
    showPlace(page, location);
    m_services.navigator.noteCurrent(current());
    emit placeChanged(current());
}

void Pages::focusPage() {
    if (QWidget* page = m_tabs->currentWidget())
        page->setFocus(Qt::ShortcutFocusReason);
}

void Pages::onPageShown(QWidget* page) {
    if (m_going)
        return;
    if (!page)
        return m_services.navigator.go(Location::welcome());
    Location location = m_tabs->locationOf(page);
    location.begin = location.end = -1; // as it was left
    m_services.navigator.go(location);
}

void Pages::closeCurrent() {
    if (QWidget* page = m_tabs->currentWidget())
        closePage(page);
}

QWidget* Pages::makePage(const Location& location) {
    switch (location.kind) {
    case Location::Kind::Welcome:
        return makeWelcome();
    case Location::Kind::File:
        return makeFilePage(location);
    case Location::Kind::Family:
    case Location::Kind::Architecture:
        return makeRegistryPage(location);
    case Location::Kind::Extensions:
        return makeExtensionsPage();
    case Location::Kind::Source:
        return makeSourcePage(location);
    }
    return nullptr;
}

QWidget* Pages::makeWelcome() {
    auto* page = new WelcomePage(m_services.theme);
    Workspace& workspace = m_services.workspace;
    const auto fill = [&workspace, page] {
        std::optional<std::size_t> cards;
        if (const CheckSession* session = workspace.session()) {
            cards = 0;
            for (const CardFile& file : session->catalog().files())
                if (session->catalog().sources()[file.source].from_registry)
                    for (const Card& card : file.cards)
                        *cards += card.is_card() ? 1U : 0U;
        }
        page->setNote(emptyNote(workspace));
        page->setRegistry(*workspace.registry(), workspace.isAlone() ? std::nullopt : cards);
    };
    RecentPaths& recent = m_services.recent;
    page->setRecent(recent.paths());
    fill();
    connect(&workspace, &Workspace::loaded, page, fill);
    connect(&recent, &RecentPaths::changed, page, [page, &recent] { page->setRecent(recent.paths()); });
    const auto nameKeys = [this, page] {
        page->setOpenFolderKeys(m_openFolder.shortcut().toString(QKeySequence::NativeText));
    };
    nameKeys();
    connect(&m_openFolder, &QAction::changed, page, nameKeys);
    connect(page, &WelcomePage::recentRemovalWanted, &recent, &RecentPaths::remove);
    connect(page, &WelcomePage::openFolderWanted, this, &Pages::openFolderWanted);
    connect(page, &WelcomePage::exampleWanted, this, &Pages::exampleWanted);
    connect(page, &WelcomePage::recentChosen, this, &Pages::recentChosen);
    connect(page, &WelcomePage::familiesWanted, this, &Pages::familiesWanted);
    connect(page, &WelcomePage::sourcesWanted, this, &Pages::sourcesWanted);
    return page;
}

} // namespace fairlead::ui
