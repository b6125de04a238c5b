// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/extensions/extension_samples.h"
#include "ui/text/english_plurals.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTableView>

#include <memory>

namespace fairlead::ui {

/// The page of extensions with the sample state, seen.
struct ExtensionsBench {
    EnglishPlurals plurals;
    Theme theme;
    ExtensionsPage page{theme};

    ExtensionsBench() {
        QCoreApplication::installTranslator(&plurals);
        theme.apply(*qApp, Theme::Choice::Light);
        page.resize(1100, 640);
        page.show();
        page.setState(sampleState());
    }
    [[nodiscard]] QTableView* table() const { return page.findChild<QTableView*>(); }
};

} // namespace fairlead::ui
