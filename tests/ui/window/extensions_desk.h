// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/native_host.h"
#include "tests/ui/window/window_desk.h"
#include "ui/window/environment_picker.h"
#include "ui/window/main_tool_bar.h"

#include <QSettings>
#include <QTest>

#include <atomic>

namespace fairlead::ui {

/// Where a desk's extensions are found, and how often they were loaded.
struct ExtensionsLab {
    QTemporaryDir lab;
    std::atomic<int> runs = 0;

    ExtensionsLab() {
        QSettings().clear();
        qputenv("FAIRLEAD_EXTENSION_PATH", lab.path().toUtf8());
        qputenv("XDG_DATA_DIRS", lab.filePath(QStringLiteral("none")).toUtf8());
    }
    /// `group`: the entry points, LIBRARIES in place of the folder of the tests' libraries.
    [[nodiscard]] bool setEntryPoints(QByteArray group) const {
        group.replace("LIBRARIES", FAIRLEAD_FIXTURE_LIBRARIES);
        QFile manifest(lab.filePath(QStringLiteral("lab.toml")));
        const QByteArray text = "[project]\nname = \"lab\"\nversion = \"2\"\n"
                                "[project.entry-points.\"fairseq2.extension\"]\n" +
                                group;
        return manifest.open(QFile::WriteOnly) && manifest.write(text) == text.size();
    }
};

/// A window on extensions that a real host loads: a good one, one that throws, one that crashes.
struct ExtensionsDesk : ExtensionsLab, WindowDesk {
    ExtensionsDesk()
        : WindowDesk(MainWindow::Memory::None,
                     [this](NativeHostOptions options, const HostListener& listener, const std::stop_token& stop) {
                         ++runs;
                         options.program = FAIRLEAD_HOST;
                         return run_native_host(options, listener, stop);
                     }) {}

    /// Nothing is loaded yet.
    bool open() {
        return setEntryPoints("good = \"LIBRARIES/libregisters.so:registers::two\"\n"
                              "thrower = \"LIBRARIES/libregisters.so:registers::one_then_throws\"\n"
                              "crasher = \"LIBRARIES/libmisbehaves.so:misbehaves::crashes\"\n") &&
               start({});
    }
    /// Chooses the native extensions, and waits until all are loaded.
    void choose() {
        find<MainToolBar>()->picker().environmentActions().at(1)->trigger();
        QVERIFY(environment.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!environment.isRunning(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.isLoading(), 30'000);
    }
};

} // namespace fairlead::ui
