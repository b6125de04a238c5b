// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/open_window.h"
#include "ui/detail/notice_bar.h"

#include <sys/stat.h>

namespace fairlead::ui {

inline struct stat statusOf(const QString& path) {
    struct stat status {};
    if (::stat(path.toLocal8Bit().constData(), &status) != 0)
        qFatal("%s is not there", qPrintable(path));
    return status;
}

/// A window on a folder with a file whose bytes an editor easily loses: CR LF, and a byte that is no UTF-8.
class SavingWindow : public OpenWindow {
public:
    const QString name = QStringLiteral("a.yaml");
    const QByteArray text = "name: a\r\nurl: \xFF\r\n";
    const QByteArray typed = "# x\r\nname: a\r\nurl: \xFF\r\n";

    /// Types `typed`'s first line at the beginning of a file.
    [[nodiscard]] bool typeInto(const QString& file) {
        navigator.go(Location::inFile(path(file), 0, 0));
        OpenWindow::type(QStringLiteral("# x"));
        OpenWindow::key(Qt::Key_Return);
        return page() && page()->buffer().isModified();
    }
    static void save() { OpenWindow::key(Qt::Key_S, Qt::ControlModifier); }
    /// The texts of the strips above the text, those shown.
    [[nodiscard]] QStringList notices() const {
        QStringList texts;
        for (const NoticeBar* bar : page()->findChildren<NoticeBar*>())
            if (bar->isVisible())
                texts.append(bar->text());
        return texts;
    }
};

} // namespace fairlead::ui
