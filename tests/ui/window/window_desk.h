// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/registry/registry_fixture.h"
#include "ui/buffers/buffer_store.h"
#include "ui/log/host_records.h"
#include "ui/log/log_store.h"
#include "ui/navigation/navigator.h"
#include "ui/settings/settings.h"
#include "ui/window/main_window.h"
#include "ui/window/recent_paths.h"
#include "ui/workspace/environment.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>

namespace fairlead::ui {

/// What a program holds, on a folder of a test's own.
struct WindowDesk : RegistryFixture {
    /// `run`: how extensions are loaded; empty: by a host, which is not beside a test.
    explicit WindowDesk(MainWindow::Memory memory, Environment::Run run = {})
        : environment(workspace.registry(),
                      {.run = std::move(run),
                       .log = [box = mailbox](const fairlead::LogRecord& record, const ExtensionReport* report) {
                           box->post(recordOf(record, report));
                       }}) {
        theme.apply(*qApp, Theme::Choice::Light);
        window = std::make_unique<MainWindow>(
            WindowServices{theme, workspace, environment, buffers, navigator, log, recent, settings}, memory);
        window->resize(1280, 800);
    }

    bool start(const QStringList& paths) {
        QSignalSpy settled(window.get(), &MainWindow::settled);
        window->start(paths);
        window->show();
        return settled.wait(30'000) && QTest::qWaitForWindowActive(window.get());
    }

    /// As the window system does it: first over the window, then into it.
    bool drop(const QMimeData& data) const {
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &drop);
        return enter.isAccepted() && drop.isAccepted();
    }

    template <typename T>
    T* find() const {
        return window->findChild<T*>();
    }

    BufferStore buffers{workspace, {}};
    std::shared_ptr<LogMailbox> mailbox = std::make_shared<LogMailbox>(100);
    Environment environment;
    Navigator navigator;
    Settings settings{[](const char* name) -> const char* { return std::getenv(name); }};
    LogStore log{mailbox};
    RecentPaths recent;
    std::unique_ptr<MainWindow> window;
};

} // namespace fairlead::ui
