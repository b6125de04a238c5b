// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/buffers/buffer_store.h"
#include "ui/editor/editor_actions.h"
#include "ui/editor/editor_page.h"
#include "ui/extensions/extension_words.h"
#include "ui/log/log_panel.h"
#include "ui/log/log_store.h"
#include "ui/navigation/navigator.h"
#include "ui/pages/used_by_panel.h"
#include "ui/problems/problems_bar.h"
#include "ui/problems/problems_panel.h"
#include "ui/registry/registry_model.h"
#include "ui/registry/registry_panel.h"
#include "ui/resolved/resolved_panel.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/environment_picker.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/open_commands.h"
#include "ui/window/page_tabs.h"
#include "ui/window/pages.h"
#include "ui/window/pane_switcher.h"
#include "ui/window/recent_paths.h"
#include "ui/window/right_dock.h"
#include "ui/window/save_actions.h"
#include "ui/window/settings_effects.h"
#include "ui/window/status_facts.h"
#include "ui/window/status_line.h"
#include "ui/window/trouble_banner.h"
#include "ui/window/window_menus.h"
#include "ui/workspace/environment.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <set>

namespace fairlead::ui {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr int resolvedWidth = 400;
constexpr int usedByWidth = 312;

} // namespace

MainWindow::MainWindow(const WindowServices& services, Memory memory, QWidget* parent)
    : QMainWindow(parent), m_services(services), m_memory(memory), m_commands(services.buffers, *this),
      m_statusLine(new StatusLine(services.theme)),
      m_open(new OpenCommands(services.workspace, services.buffers, services.navigator, services.recent, this)),
      m_toolBar(new MainToolBar(services.workspace, services.environment, services.navigator, services.theme)),
      m_banner(new TroubleBanner(services.workspace, services.buffers, services.theme)),
      m_registryModel(new RegistryModel(services.workspace, services.theme, this)),
      m_registry(new RegistryPanel(services.workspace, *m_registryModel, services.theme)),
      m_pages(new Pages(services, m_commands, *m_open->openFolderAction())),
      m_problems(new ProblemsPanel(services.workspace, services.buffers, services.navigator, services.theme)),
      m_registryDock(new QDockWidget(tr("Registry"))), m_rightDock(new RightDock),
      m_bottomDock(new BottomDock(services.theme, *m_statusLine)), m_panes(new PaneSwitcher(this)) {
    setWindowIcon(services.theme.icon(QStringLiteral("fairlead")));
    setWindowTitle(tr("Fairlead"));
    setAcceptDrops(true);
    resize(firstSize);
    setStatusBar(m_statusLine);
    addToolBar(m_toolBar);
    addToolBarBreak();
    addToolBar(m_banner);
    setCentralWidget(m_pages);
    new StatusFacts(services.workspace, services.environment, services.buffers, *m_statusLine);
    m_effects = new SettingsEffects(m_services, this);
    m_toolBar->showTracing(m_services.settings.tracing());
    m_effects->follow(m_toolBar->picker());
    makeDocks();
    makePanes();
    makeMenus();
    connectAll();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeDocks() {
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_registryDock->setObjectName(QStringLiteral("registryDock"));
    m_registryDock->setWidget(m_registry);
    addDockWidget(Qt::LeftDockWidgetArea, m_registryDock);
    addDockWidget(Qt::RightDockWidgetArea, m_rightDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_bottomDock);
    m_problemsNumber = m_bottomDock->addPanel(QStringLiteral("problems"), tr("Problems"),
                                              BottomDock::Content{m_problems, m_problems->bar()});
    m_logNumber = m_bottomDock->addPanel(QStringLiteral("log"), tr("Log"), [this] {
        auto* log = new LogPanel(m_services.log, m_services.theme);
        connect(log, &LogPanel::said, m_statusLine, &StatusLine::say);
        m_effects->follow(*log);
        return BottomDock::Content{log, log->bar()};
    });
    resizeDocks({m_registryDock, m_rightDock}, {300, resolvedWidth}, Qt::Horizontal);
    resizeDocks({m_bottomDock}, {206}, Qt::Vertical);
    m_rightDock->showPanel(nullptr);
    m_bottomDock->hide();
}

ResolvedPanel& MainWindow::resolved() {
    if (!m_resolved) {
        m_resolved = new ResolvedPanel(m_services.buffers, m_services.navigator, m_services.theme);
        m_rightDock->addPanel(m_resolved, m_resolved->title(), resolvedWidth);
        connect(m_resolved, &ResolvedPanel::titleChanged, this,
                [this](const QString& title) { m_rightDock->setPanelTitle(m_resolved, title); });
    }
    return *m_resolved;
}

UsedByPanel& MainWindow::usedBy() {
    if (!m_usedBy) {
        m_usedBy = new UsedByPanel(m_services.workspace, m_services.theme);
        m_rightDock->addPanel(m_usedBy, tr("Used by"), usedByWidth);
        connect(m_usedBy, &UsedByPanel::linkActivated, &m_services.navigator, &Navigator::go);
        connect(m_usedBy, &UsedByPanel::countChanged, this,
                [this](const QString& count) { m_rightDock->setPanelTitle(m_usedBy, tr("Used by %1").arg(count)); });
    }
    return *m_usedBy;
}

void MainWindow::makePanes() {
    m_panes->add(tr("&Registry"), m_registryDock, [this] {
        m_registryDock->show();
        m_registry->focusView();
    });
    m_panes->add(tr("Pag&e"), m_pages, [this] { m_pages->focusPage(); });
    m_panes->add(tr("&Details"), m_rightDock, [this] {
        m_rightDock->setWanted(true);
        m_rightDock->focusPanel();
    });
    m_panes->add(tr("P&anels Below"), m_bottomDock, [this] { m_bottomDock->focusPanel(); });
}

void MainWindow::makeMenus() {
    auto* saving = new SaveActions(m_services.buffers, m_commands, *m_pages, m_services.theme, this);
    auto* quit = new QAction(tr("&Quit"), this);
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    m_registryDock->toggleViewAction()->setText(tr("&Registry"));
    m_bottomDock->toggleViewAction()->setText(tr("&Problems and Log"));

    const auto ofEditor = [this](auto list) {
        const EditorPage* editor = m_pages->currentEditor();
        return editor ? (editor->actions().*list)() : QList<QAction*>();
    };
    MenuParts parts;
    parts.file = {m_open->newFileAction(),  m_open->openFolderAction(),
                  m_open->openFileAction(), m_open->recentMenu()->menuAction(),
                  m_open->exampleAction(),  nullptr};
    parts.file += saving->actions() + QList<QAction*>{nullptr, m_pages->closeAction(), nullptr, quit};
    parts.edit = [ofEditor] { return ofEditor(&EditorActions::edit); };
    parts.view = {m_registryDock->toggleViewAction(), m_rightDock->wantedAction(), m_bottomDock->toggleViewAction()};
    parts.viewOfPage = [ofEditor] { return ofEditor(&EditorActions::view); };
    parts.go = QList<QAction*>{m_toolBar->backAction(),  m_toolBar->forwardAction(),   nullptr,
                               m_problems->nextAction(), m_problems->previousAction(), nullptr} +
               m_panes->actions();
    parts.goOfPage = [ofEditor] { return ofEditor(&EditorActions::go); };
    parts.environment = QList<QAction*>{m_toolBar->picker().openAction()} + m_toolBar->picker().environmentActions() +
                        QList<QAction*>{nullptr, m_toolBar->picker().extensionsAction(), nullptr};
    parts.environment +=
        QList<QAction*>{m_toolBar->reloadAction(), m_toolBar->cancelAction(), nullptr, m_toolBar->aloneAction()};
    QAction* fixAll = new QAction(m_services.theme.icon(QStringLiteral("fix")), tr("&Fix All That Is Certain…"), this);
    connect(fixAll, &QAction::triggered, m_problems, &ProblemsPanel::offerAllFixes);
    auto* settings = new QAction(tr("&Settings…"), this);
    settings->setShortcut(Qt::CTRL | Qt::Key_Comma);
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, [this] { m_effects->showDialog(*this); });
    parts.tools = {fixAll, nullptr, settings};
    fillMenus(*menuBar(), parts, m_services.theme, m_services.settings);
    m_effects->follow(actions());
}

void MainWindow::connectAll() {
    Navigator& navigator = m_services.navigator;
    connect(m_registry, &RegistryPanel::locationChosen, &navigator, &Navigator::go);
    connect(m_banner, &TroubleBanner::locationChosen, &navigator, &Navigator::go);
    connect(m_banner, &TroubleBanner::fixesWanted, m_problems, &ProblemsPanel::offerAllFixes);
    connect(m_problems, &ProblemsPanel::attentionWanted, this, [this] { m_bottomDock->showPanel(m_problemsNumber); });
    connect(m_problems, &ProblemsPanel::countChanged, this,
            [this](int count) { m_bottomDock->setCount(m_problemsNumber, count); });
    m_bottomDock->setCount(m_problemsNumber, m_problems->count());
    const auto markUnsaved = [this] {
        std::set<quint32> files;
        for (const Buffer* buffer : m_services.buffers.modified())
            if (buffer->file())
                files.insert(*buffer->file());
        m_registryModel->setUnsaved(std::move(files));
    };
    connect(&m_services.buffers, &BufferStore::modifiedCountChanged, this, markUnsaved);
    connect(&m_services.workspace, &Workspace::loaded, this, markUnsaved);
    connect(m_pages, &Pages::said, m_statusLine, &StatusLine::sayHere);
    connect(&m_services.buffers, &BufferStore::recovered, this, [this](const Buffer* buffer) {
        m_recovered.push_back(buffer->key());
        if (!m_recalled) // else when the sources are loaded
            showRecovered();
    });
    connect(&m_services.buffers, &BufferStore::failed, m_statusLine, &StatusLine::say);
    connect(m_pages, &Pages::editorMade, m_effects, [this](EditorPage* page) { m_effects->follow(*page); });
    connect(m_pages, &Pages::cardChanged, this, &MainWindow::updateCard);
    connect(m_pages, &Pages::placeChanged, this, &MainWindow::updateForPlace);
    connect(&m_services.navigator, &Navigator::wentTo, this, [this] { m_registry->reveal(m_pages->current()); });
    connect(m_pages, &Pages::openFolderWanted, m_open, &OpenCommands::openFolder);
    connect(m_pages, &Pages::exampleWanted, m_open, &OpenCommands::openExample);
    connect(m_pages, &Pages::recentChosen, this, [this](const QString& path) { m_open->openPaths({path}); });
    connect(m_pages, &Pages::familiesWanted, this, [this](FamilyKind kind) {
        m_registryDock->show();
        m_registry->showSection(kind);
    });
    connect(m_pages, &Pages::sourcesWanted, this, [this] {
        m_registryDock->show();
        m_registry->showSources();
    });
    connect(m_open, &OpenCommands::aboutToReplace, this, &MainWindow::replaceSources);
    // In a turn of its own: to make pages takes as long as all that the others do with a load.
    connect(&m_services.workspace, &Workspace::loaded, this, &MainWindow::onLoaded, Qt::QueuedConnection);
    Environment& environment = m_services.environment;
    connect(&environment, &Environment::registryChanged, this,
            [this, &environment] { m_services.workspace.setRegistry(environment.registry()); });
    connect(&environment, &Environment::changed, this, [this] {
        if (m_pages->current().kind == Location::Kind::Extensions)
            m_statusLine->setText(countsText(m_services.environment.extensions()), {}, {}, false);
    });
    connect(m_statusLine, &StatusLine::verdictClicked, this, [this] { m_banner->reopen(); });
    const auto countLog = [this] {
        const int count = m_services.log.count(LogLevel::Warning);
        m_bottomDock->setCount(m_logNumber, count, tr("%n warning(s) and error(s)", nullptr, count));
    };
    connect(&m_services.log, &LogStore::changed, this, countLog);
    countLog();
}

} // namespace fairlead::ui
