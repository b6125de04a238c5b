// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fairlead/screenshot.h"

#include "ui/window/main_window.h"

#include <QApplication>
#include <QImageWriter>
#include <QTimer>

#include <cstdio>

namespace fairlead {

namespace {

using namespace std::chrono_literals;

// Marks and trees follow a load by timers of their own, of up to 120 ms.
constexpr auto restTime = 400ms;
constexpr auto longestLoad = 10min;

int writePicture(const QPixmap& picture, const QString& file) {
    QImageWriter writer(file, "png");
    if (writer.write(picture.toImage()))
        return 0;
    std::fprintf(stderr, "fairlead: the picture could not be written to %s: %s.\n", qPrintable(file),
                 qPrintable(writer.errorString()));
    return 2;
}

} // namespace

int takeScreenshot(ui::MainWindow& window, const QString& file) {
    int status = 2;
    QTimer rest;
    rest.setSingleShot(true);
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&window, &ui::MainWindow::settled, &rest, [&] { rest.start(restTime); });
    QObject::connect(&rest, &QTimer::timeout, &window, [&] {
        status = writePicture(window.grab(), file);
        QApplication::exit();
    });
    QObject::connect(&limit, &QTimer::timeout, &window, [] {
        std::fprintf(stderr, "fairlead: loading took too long; no picture was written.\n");
        QApplication::exit();
    });
    limit.start(longestLoad);
    window.show();
    QApplication::exec();
    return status;
}

} // namespace fairlead
