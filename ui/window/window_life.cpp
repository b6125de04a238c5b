// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/buffers/buffer_store.h"
#include "ui/editor/editor_page.h"
#include "ui/extensions/extension_words.h"
#include "ui/navigation/navigator.h"
#include "ui/pages/used_by_panel.h"
#include "ui/problems/problems_bar.h"
#include "ui/problems/problems_panel.h"
#include "ui/registry/registry_panel.h"
#include "ui/resolved/resolved_panel.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/first_place.h"
#include "ui/window/open_commands.h"
#include "ui/window/page_tabs.h"
#include "ui/window/pages.h"
#include "ui/window/right_dock.h"
#include "ui/window/status_line.h"
#include "ui/workspace/environment.h"
#include "ui/workspace/open_sources.h"
#include "ui/workspace/workspace.h"

#include <QCloseEvent>
#include <QMimeData>
#include <QTimer>

#include <chrono>
#include <utility>

// From opening sources to leaving them: what is taken over from last time, what is shown first, what is kept.

namespace fairlead::ui {

namespace {

constexpr auto longestUnseen = std::chrono::milliseconds(300);

// In a title `[*]` stands for the sign of unsaved text; twice it stands for itself.
QString inTitle(QString name) { return name.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")); }

} // namespace

void MainWindow::start(const QStringList& paths) {
    QStringList absolute;
    for (const QString& path : paths)
        absolute.append(absolutePath(path));
    recall(absolute);
    if (m_recalled && !m_recalled->memory.geometry.isEmpty())
        restoreGeometry(m_recalled->memory.geometry);
    if (!m_recalled->memory.unfolded.isEmpty())
        m_registry->unfold(m_recalled->memory.unfolded);
    else if (absolute.isEmpty())
        m_registry->unfoldByDefault();
    m_services.workspace.prepare(absolute);
    m_isToRead = true;
    QTimer::singleShot(longestUnseen, this, &MainWindow::readFirst); // of a window that nobody shows
}

bool MainWindow::event(QEvent* event) {
    const bool isDone = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && m_isToRead)
        QMetaObject::invokeMethod(this, &MainWindow::readFirst, Qt::QueuedConnection);
    return isDone;
}

void MainWindow::readFirst() {
    if (!std::exchange(m_isToRead, false))
        return;
    m_services.workspace.reload();
    if (m_services.workspace.paths().isEmpty())
        m_services.navigator.go(Location::welcome()); // while they are read
}

void MainWindow::recall(const QStringList& paths) {
    m_recalled = m_memory == Memory::Keep ? recallWindow(paths) : RememberedWindow();
    const WindowMemory& memory = m_recalled->memory;
    m_rightDock->setWanted(memory.rightDockWanted);
    m_bottomDock->setCurrentPanel(memory.bottomPanel);
    m_problems->bar()->setHidden(memory.hiddenProblems);
    m_pages->setZoom(memory.zoom);
    if (memory.docks.isEmpty())
        return;
    m_rightDock->keepWidth();
    restoreState(memory.docks);
}

void MainWindow::replaceSources(const QStringList& paths) {
    m_isToRead = false; // others are read
    remember();
    m_pages->closeSaved();
    recall(paths);
}

void MainWindow::remember() {
    if (m_memory == Memory::None)
        return;
    WindowMemory memory;
    memory.geometry = saveGeometry();
    memory.docks = saveState();
    memory.rightDockWanted = m_rightDock->isWanted();
    memory.bottomPanel = m_bottomDock->currentPanel();
    memory.hiddenProblems = m_problems->bar()->hidden();
    memory.zoom = m_pages->zoom();
    memory.unfolded = m_registry->unfolded();
    memory.pages = m_pages->kept();
    memory.currentPage = m_pages->tabs().currentIndex();
    rememberWindow(m_services.workspace.paths(), memory);
}

void MainWindow::onLoaded() {
    if (m_services.workspace.isLoading())
        return; // something else is wanted already
    if (m_recalled) {
        const RememberedWindow recalled = *std::exchange(m_recalled, std::nullopt);
        if (recalled.memory.unfolded.isEmpty())
            m_registry->unfoldByDefault();
        else
            m_registry->unfold(recalled.memory.unfolded);
        if (!recalled.memory.pages.empty())
            m_pages->restore(recalled.memory.pages, recalled.memory.currentPage);
        if (!recalled.wasOpen && !m_services.workspace.session()->diagnostics().empty())
            m_bottomDock->show();
        openFirstPages();
    }
    showRecovered();
    updateForPlace(m_pages->current());
    emit settled();
}

// Each has a page, and says there what there is to decide; the first one is in front.
void MainWindow::showRecovered() {
    const std::vector<QString> files = std::exchange(m_recovered, {});
    for (auto file = files.rbegin(); file != files.rend(); ++file)
        m_services.navigator.go(Location::inFile(*file));
}

void MainWindow::openFirstPages() {
    const CheckSession& session = *m_services.workspace.session();
    if (m_services.workspace.paths().isEmpty() || m_pages->tabs().count() > 0)
        return;
    if (const auto place = firstPlace(session))
        m_services.navigator.go(*place);
    else
        m_services.navigator.go(Location::welcome());
}

void MainWindow::updateForPlace(const Location& location) {
    const EditorPage* editor = m_pages->currentEditor();
    if (editor) {
        m_statusLine->setText(editor->positionText(), editor->yamlText(), editor->savedText(),
                              editor->buffer().isModified());
        setWindowTitle(tr("%1[*] – Fairlead").arg(inTitle(editor->buffer().title())));
        setWindowModified(editor->buffer().isModified());
    } else {
        m_statusLine->setText(
            location.kind == Location::Kind::Extensions ? countsText(m_services.environment.extensions()) : QString(),
            {}, {}, false);
        setWindowModified(false);
        setWindowTitle(location.kind == Location::Kind::Family ? tr("%1 – Fairlead").arg(inTitle(location.family))
                       : location.kind == Location::Kind::Architecture
                           ? tr("%1 – Fairlead").arg(inTitle(location.architecture))
                       : location.kind == Location::Kind::Extensions ? tr("Extensions – Fairlead")
                       : location.kind == Location::Kind::Source     ? tr("%1 – Fairlead").arg(inTitle(location.file))
                                                                     : tr("Fairlead"));
    }
    const bool isOfRegistry = location.kind == Location::Kind::Family || location.kind == Location::Kind::Architecture;
    if (isOfRegistry)
        usedBy().show(location);
    m_rightDock->showPanel(isOfRegistry ? static_cast<QWidget*>(&usedBy()) : editor ? &resolved() : nullptr);
    updateCard();
    m_registry->follow(location);
}

void MainWindow::updateCard() {
    const EditorPage* editor = m_pages->currentEditor();
    if (editor || m_resolved)
        resolved().setCard(editor ? editor->card() : std::nullopt);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    // Network folders tell nobody of changes: whoever comes back to the window sees them at last then.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_services.buffers.checkDisk();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_commands.mayQuit()) {
        event->ignore();
        return;
    }
    remember();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!OpenCommands::pathsOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    if (const QStringList paths = OpenCommands::pathsOf(*event->mimeData()); !paths.isEmpty()) {
        event->acceptProposedAction();
        m_open->openPaths(paths);
    }
}

} // namespace fairlead::ui
