// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/hands.h"

#include "core/registry/bundled.h"
#include "ui/buffers/buffer_store.h"
#include "ui/editor/card_editor.h"
#include "ui/editor/editor_page.h"
#include "ui/log/log_store.h"
#include "ui/log/mailbox_sink.h"
#include "ui/navigation/navigator.h"
#include "ui/settings/settings.h"
#include "ui/text/english_plurals.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/page_tabs.h"
#include "ui/window/recent_paths.h"
#include "ui/window/status_line.h"
#include "ui/workspace/environment.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <spdlog/spdlog.h>

namespace fairlead::ui {

/// What the program holds, with a window on a folder of cards. Unsaved text at the end is given up.
struct OpenWindow : Hands {
    OpenWindow() {
        qApp->installTranslator(&plurals);
        theme.apply(*qApp, Theme::Choice::Light);
        logger->set_level(spdlog::level::trace);
        workspace = std::make_unique<Workspace>(bundled_snapshot(), logger);
        buffers =
            std::make_unique<BufferStore>(*workspace, (folder.path() + QStringLiteral("/recovery")).toStdString());
        QDir(folder.path()).mkdir(QStringLiteral("cards"));
    }
    ~OpenWindow() {
        buffers->giveUpUnsaved();
        window.reset();
    }

    [[nodiscard]] QString cards() const { return folder.filePath(QStringLiteral("cards")); }
    [[nodiscard]] QString path(const QString& name) const { return cards() + QLatin1Char('/') + name; }

    QString write(const QString& name, const QByteArray& text) const {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QFile::WriteOnly) || file.write(text) != text.size())
            qFatal("could not write %s", qPrintable(path(name)));
        return path(name);
    }
    [[nodiscard]] QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArrayLiteral("<no file>");
    }

    void makeWindow() {
        window = std::make_unique<MainWindow>(
            WindowServices{theme, *workspace, environment, *buffers, navigator, log, recent, settings},
            MainWindow::Memory::Keep);
        window->resize(1280, 800);
    }
    bool start(const QStringList& paths) {
        makeWindow();
        QSignalSpy settled(window.get(), &MainWindow::settled);
        window->start(paths);
        window->show();
        return settled.wait(30'000) && QTest::qWaitForWindowActive(window.get());
    }
    /// On the folder of cards, with one of its files in front.
    bool startWith(const QString& name) {
        if (!start({cards()}))
            return false;
        navigator.go(Location::inFile(path(name), 0, 0));
        return editor() != nullptr;
    }
    bool waitUntilLoaded() const {
        return QTest::qWaitFor([this] { return !workspace->isLoading(); }, 20'000);
    }

    [[nodiscard]] PageTabs* tabs() const { return window->findChild<PageTabs*>(); }
    [[nodiscard]] EditorPage* page() const { return qobject_cast<EditorPage*>(tabs()->currentWidget()); }
    [[nodiscard]] CardEditor* editor() const { return page() ? &page()->editor() : nullptr; }
    [[nodiscard]] QString said() const { return window->findChild<StatusLine*>()->message(); }

    [[nodiscard]] bool click(const QString& text) const { return Hands::click(*window, text); }
    [[nodiscard]] QAction* action(const QString& text) const { return Hands::action(*window, text); }

    /// Whether a record says this, now or soon; the text as the log panel has it, without its time.
    [[nodiscard]] bool isLogged(LogLevel level, const QString& origin, const QString& text) const {
        return QTest::qWaitFor([&] {
            for (quint64 number = log.first(); number < log.end(); ++number)
                if (const LogRecord& record = log.record(number);
                    record.level == level && record.origin == origin && record.text.contains(text))
                    return true;
            return false;
        });
    }

    EnglishPlurals plurals;
    QTemporaryDir folder;
    Theme theme;
    std::shared_ptr<LogMailbox> mailbox = std::make_shared<LogMailbox>(10'000);
    LogStore log{mailbox};
    std::shared_ptr<spdlog::logger> logger =
        std::make_shared<spdlog::logger>("fairlead", std::make_shared<MailboxSink>(mailbox));
    Environment environment{bundled_snapshot(), {}};
    Navigator navigator;
    RecentPaths recent;
    Settings settings{[](const char* name) -> const char* { return std::getenv(name); }};
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<BufferStore> buffers;
    std::unique_ptr<MainWindow> window; // last: it uses all of the above
};

} // namespace fairlead::ui
