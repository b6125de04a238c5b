// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/bundled.h"
#include "ui/buffers/buffer_commands.h"
#include "ui/buffers/buffer_store.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/navigation/navigator.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <spdlog/spdlog.h>

namespace fairlead::ui {

/// The parts of a window around an editor, and a folder of cards to try them on.
struct Desk {
    QTemporaryDir folder;
    Theme theme;
    Workspace workspace{bundled_snapshot(), std::make_shared<spdlog::logger>("test")};
    Navigator navigator;
    BufferStore buffers{workspace, (folder.path() + QStringLiteral("/recovery")).toStdString()};
    QWidget window;
    BufferCommands commands{buffers, window};
    std::vector<std::unique_ptr<EditorPage>> pages;

    Desk() {
        theme.apply(*qApp, Theme::Choice::Light);
        QDir(folder.path()).mkdir(QStringLiteral("cards"));
    }
    ~Desk() { pages.clear(); }

    [[nodiscard]] QString path(const QString& name) const { return folder.path() + QStringLiteral("/cards/") + name; }

    void write(const QString& name, const QByteArray& text) const {
        QFile file(path(name));
        QVERIFY2(file.open(QFile::WriteOnly), qPrintable(file.errorString()));
        file.write(text);
    }

    [[nodiscard]] QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArrayLiteral("<no file>");
    }

    /// Opens the folder of cards, and waits until it is checked.
    void load() {
        QSignalSpy loaded(&workspace, &Workspace::loaded);
        workspace.open({folder.path() + QStringLiteral("/cards")});
        QVERIFY2(loaded.wait(20000), "the folder was not loaded");
        waitUntilLoaded();
    }

    void waitUntilLoaded() {
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.isLoading(), 20000);
        QCoreApplication::processEvents();
    }

    Buffer* open(const QString& name) { return buffers.open(path(name)); }

    /// A page that is shown and has the focus.
    EditorPage* show(Buffer* buffer) {
        pages.push_back(
            std::make_unique<EditorPage>(EditorContext{workspace, buffers, commands, navigator, theme}, *buffer));
        EditorPage* page = pages.back().get();
        QObject::connect(&buffers, &BufferStore::closing, page, [this, page](Buffer* closing) {
            if (&page->buffer() == closing)
                std::erase_if(pages, [page](const auto& other) { return other.get() == page; });
        });
        page->resize(800, 600);
        page->show();
        page->activateWindow();
        page->setFocus();
        return page;
    }

    EditorPage* show(const QString& name) { return show(open(name)); }
};

} // namespace fairlead::ui
