// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>
#include <QWidget>

#include <unistd.h>

namespace fairlead::benchmarks {

/// Ends the process when its first window has been painted and handed to the platform.
class UntilFirstPaint : public QApplication {
public:
    UntilFirstPaint(int& argc, char** argv) : QApplication(argc, argv) {
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    }

    bool notify(QObject* receiver, QEvent* event) override {
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        if (event->type() == QEvent::Paint && receiver->isWidgetType() && static_cast<QWidget*>(receiver)->isWindow())
            m_painted = true;
        if (--m_depth == 0 && m_painted)
            ::_exit(0); // the event that painted is over: all widgets, and the window's surface
        return result;
    }

private:
    int m_depth = 0;
    bool m_painted = false;
};

} // namespace fairlead::benchmarks
