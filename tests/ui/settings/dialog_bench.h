// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/settings/shell.h"
#include "tests/ui/support/hands.h"

#include "core/registry/bundled.h"
#include "ui/settings/settings.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/shortcuts.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace fairlead::ui {

/// The dialog on settings of a test's own, and what a person finds in it.
struct DialogBench {
    QTemporaryDir folder; // the home directory
    Theme theme;
    Shortcuts shortcuts;
    std::unique_ptr<Settings> settings; // may be replaced while there is no dialog
    std::unique_ptr<SettingsDialog> dialog;

    DialogBench() {
        theme.apply(*qApp, Theme::Choice::Light);
        QSettings().clear();
        settings = std::make_unique<Settings>(shell({{"HOME", folder.path().toStdString()}}));
    }

    void make() {
        dialog.reset();
        dialog = std::make_unique<SettingsDialog>(SettingsDialog::Context{
            *settings, shortcuts, theme, bundled_snapshot(), QStringLiteral("Bundled registry")});
    }
    void open(const char* page) {
        make();
        dialog->showPage(QString::fromLatin1(page));
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    }
    template <typename T>
    [[nodiscard]] T* in(const QString& name) const {
        for (T* widget : dialog->findChildren<T*>())
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        qFatal("there is no %s", qPrintable(name));
    }
    template <typename T>
    [[nodiscard]] T* called(const QString& text) const {
        for (T* button : dialog->findChildren<T*>())
            if (button->isVisible() && button->text().remove(u'&') == text)
                return button;
        qFatal("there is no %s", qPrintable(text));
    }
    template <typename T>
    void click(const QString& text) const {
        T* button = called<T>(text);
        QTest::mouseClick(button, Qt::LeftButton, Qt::NoModifier, QPoint(9, button->height() / 2));
    }
    void press(const char* button) const { QVERIFY(Hands::click(*dialog, QString::fromLatin1(button))); }
    [[nodiscard]] bool isSaid(const QString& part) const {
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(part))
                return true;
        return false;
    }
};

} // namespace fairlead::ui
