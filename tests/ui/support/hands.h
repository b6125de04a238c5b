// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QTest>

namespace fairlead::ui {

/// What a person does to a window: keys to where the focus is, clicks on what is labelled.
struct Hands {
    /// As a person: to the focus, wherever that is.
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(focus(), key, modifiers);
    }
    static void type(const QString& text) { QTest::keyClicks(focus(), text); }
    /// A menu has it while it is open; afterwards it takes a moment to come back.
    [[nodiscard]] static QWidget* focus() {
        const auto present = [] {
            QWidget* popup = QApplication::activePopupWidget();
            return popup ? popup : QApplication::focusWidget();
        };
        for (QWidget* top : QApplication::topLevelWidgets())
            if (present() == nullptr && top->isVisible() && qobject_cast<QMainWindow*>(top))
                top->activateWindow(); // window systems do it when a menu or dialog closes
        if (!QTest::qWaitFor([&] { return present() != nullptr; }))
            qFatal("nothing has the focus");
        return present();
    }
    /// A visible button by its label.
    [[nodiscard]] static QAbstractButton* button(const QWidget& window, const QString& text) {
        for (QAbstractButton* button : window.findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text().remove(QLatin1Char('&')) == text)
                return button;
        return nullptr;
    }
    [[nodiscard]] static bool click(const QWidget& window, const QString& text) {
        QCoreApplication::processEvents(); // what has just been shown gets its place
        QAbstractButton* found = button(window, text);
        if (found != nullptr)
            QTest::mouseClick(found, Qt::LeftButton);
        return found != nullptr;
    }
    /// Of the window by its label, else of a page.
    [[nodiscard]] static QAction* action(const QWidget& window, const QString& text) {
        for (QAction* action : window.actions() + window.findChildren<QAction*>())
            if (action->text().remove(QLatin1Char('&')) == text)
                return action;
        return nullptr;
    }
};

} // namespace fairlead::ui
