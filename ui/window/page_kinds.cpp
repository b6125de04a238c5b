// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pages.h"

#include "ui/buffers/buffer_commands.h"
#include "ui/buffers/buffer_store.h"
#include "ui/buffers/places.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/extensions/extensions_page.h"
#include "ui/navigation/navigator.h"
#include "ui/pages/architecture_page.h"
#include "ui/pages/family_page.h"
#include "ui/pages/source_page.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/window/open_place.h"
#include "ui/window/page_tabs.h"
#include "ui/workspace/environment.h"
#include "ui/workspace/workspace.h"

// What each kind of page is, and what the window does with it.

namespace fairlead::ui {

namespace {

QString iconOfFamily(FamilyKind kind) {
    switch (kind) {
    case FamilyKind::model:
        return QStringLiteral("family");
    case FamilyKind::tokenizer:
        return QStringLiteral("tokenizer");
    case FamilyKind::dataset:
        break;
    }
    return QStringLiteral("dataset");
}

} // namespace

TabFace Pages::faceOf(const Location& location) const {
    switch (location.kind) {
    case Location::Kind::Welcome:
        return {tr("Welcome"), QStringLiteral("list"), tr("What to do first"), false};
    case Location::Kind::Family:
        return {location.family, iconOfFamily(location.familyKind), tr("Family %1").arg(location.family), false};
    case Location::Kind::Architecture:
        return {location.architecture, QStringLiteral("architecture"),
                tr("Architecture %1 of %2").arg(location.architecture, location.family), false};
    case Location::Kind::Extensions:
        return {tr("Extensions"), QStringLiteral("extension"), tr("What became of each extension"), false};
    case Location::Kind::Source:
        return {location.file.mid(location.file.lastIndexOf(QLatin1Char('/')) + 1), QStringLiteral("file"),
                location.file, false};
    case Location::Kind::File:
        break;
    }
    const Buffer* buffer = m_services.buffers.find(location.file);
    if (!buffer)
        return {location.file.mid(location.file.lastIndexOf(QLatin1Char('/')) + 1), QStringLiteral("card"),
                location.file, false};
    const CheckSession* session = m_services.workspace.session();
    const QString title = session && buffer->file() && !m_services.workspace.isLoading()
                              ? shortName(session->catalog(), *buffer->file())
                              : buffer->title();
    return {title, QStringLiteral("card"), buffer->key(), buffer->isModified()};
}

Location Pages::placeOf(QWidget* page) const {
    if (const auto* editor = qobject_cast<const EditorPage*>(page))
        return editor->location();
    if (const auto* extensions = qobject_cast<const ExtensionsPage*>(page))
        return extensions->location();
    if (const auto* source = qobject_cast<const SourcePage*>(page))
        return Location::inSource(source->path(), source->line());
    return m_tabs->locationOf(page);
}

void Pages::showPlace(QWidget* page, const Location& location) {
    if (auto* editor = qobject_cast<EditorPage*>(page))
        return editor->showPlace(location);
    if (auto* extensions = qobject_cast<ExtensionsPage*>(page))
        extensions->choose(location.extension);
    else if (auto* source = qobject_cast<SourcePage*>(page))
        source->showLine(location.line);
    page->setFocus(Qt::OtherFocusReason);
}

QWidget* Pages::makeRegistryPage(const Location& location) {
    Navigator& navigator = m_services.navigator;
    if (location.kind == Location::Kind::Family) {
        auto* page =
            new FamilyPage(m_services.workspace, location.familyKind, location.family, m_services.theme, m_tabs);
        connect(page, &FamilyPage::linkActivated, &navigator, &Navigator::go);
        return page;
    }
    auto* page = new ArchitecturePage(m_services.workspace.registry(), location.family, location.architecture,
                                      m_services.theme, m_tabs);
    connect(page, &ArchitecturePage::linkActivated, &navigator, &Navigator::go);
    connect(&m_services.workspace, &Workspace::loaded, page,
            [this, page] { page->setRegistry(m_services.workspace.registry()); });
    return page;
}

QWidget* Pages::makeExtensionsPage() {
    Navigator& navigator = m_services.navigator;
    Environment& environment = m_services.environment;
    auto* page = new ExtensionsPage(m_services.theme, m_tabs);
    page->setState(environment.extensions());
    connect(&environment, &Environment::changed, page,
            [page, &environment] { page->setState(environment.extensions()); });
    connect(page, &ExtensionsPage::runWanted, &environment, [&environment] {
        if (environment.kind() == Environment::Kind::Recorded)
            environment.choose(Environment::Kind::Native);
        else
            environment.reload();
    });
    connect(page, &ExtensionsPage::cancelWanted, &environment, &Environment::cancel);
    connect(page, &ExtensionsPage::enabledWanted, &environment, &Environment::setEnabled);
    connect(page, &ExtensionsPage::linkActivated, &navigator, &Navigator::go);
    connect(page, &ExtensionsPage::placeActivated, &navigator, [this](const QString& file, int line) {
        openPlace(m_services.settings.values().editorCommand, file, line, m_services.navigator);
    });
    connect(page, &ExtensionsPage::chosenChanged, this, [this, page] {
        if (m_tabs->currentWidget() != page)
            return;
        m_services.navigator.noteCurrent(page->location());
        emit placeChanged(page->location());
    });
    return page;
}

QWidget* Pages::makeSourcePage(const Location& location) {
    return new SourcePage(location.file, m_services.theme, m_tabs);
}

QWidget* Pages::makeFilePage(const Location& location) {
    Buffer* buffer = m_services.buffers.open(location.file);
    if (!buffer)
        return nullptr;
    auto* page = new EditorPage(
        {m_services.workspace, m_services.buffers, m_commands, m_services.navigator, m_services.theme}, *buffer);
    const auto refreshFace = [this, page, buffer] {
        m_tabs->setLocation(page, Location::inFile(buffer->key()));
        m_tabs->setFace(page, faceOf(Location::inFile(buffer->key())));
    };
    connect(buffer, &Buffer::modifiedChanged, page, refreshFace);
    connect(buffer, &Buffer::keyChanged, page, [this, buffer, refreshFace](const QString& before) {
        refreshFace();
        m_services.navigator.renameFile(before, buffer->key());
    });
    connect(page, &EditorPage::statusChanged, this, [this, page] {
        if (m_tabs->currentWidget() != page)
            return;
        m_services.navigator.noteCurrent(page->location());
        emit placeChanged(page->location());
    });
    connect(page, &EditorPage::cardChanged, this, [this, page] {
        if (m_tabs->currentWidget() == page)
            emit cardChanged();
    });
    connect(page, &EditorPage::said, this, &Pages::said);
    page->editor().setZoom(m_zoom);
    connect(&page->editor(), &CardEditor::zoomChanged, this, &Pages::setZoom);
    emit editorMade(page);
    return page;
}

void Pages::setZoom(int points) {
    if (std::exchange(m_zoom, points) == points)
        return;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (const auto* editor = qobject_cast<const EditorPage*>(m_tabs->widget(tab)))
            editor->editor().setZoom(points);
}

void Pages::closePage(QWidget* page) {
    if (auto* editor = qobject_cast<EditorPage*>(page))
        m_commands.close(&editor->buffer());
    else
        m_tabs->closePage(page);
}

EditorPage* Pages::currentEditor() const { return qobject_cast<EditorPage*>(m_tabs->currentWidget()); }

} // namespace fairlead::ui
