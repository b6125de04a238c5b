// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// What a new Qt project shows: a main window with a menu bar, a tool bar and a status bar, and nothing in them. With
// --bare not even those, which leaves out that a window with any text in it needs the system's fonts.
#include "until_first_paint.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

#include <string_view>

int main(int argc, char** argv) {
    const bool bare = argc > 1 && std::string_view(argv[1]) == "--bare";
    fairlead::benchmarks::UntilFirstPaint application(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    if (!bare) {
        window.menuBar()->addMenu(QStringLiteral("File"));
        window.addToolBar(QStringLiteral("Tools"));
        window.statusBar();
    }
    window.show();
    return QApplication::exec();
}
