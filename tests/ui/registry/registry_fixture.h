// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/bundled.h"
#include "ui/registry/registry_model.h"
#include "ui/text/english_plurals.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

namespace fairlead::ui {

/// A workspace on a folder of a test's own, and what shows it.
struct RegistryFixture {
    RegistryFixture() { QCoreApplication::installTranslator(&plurals); }

    QString write(const QString& name, const QByteArray& text) const {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("could not write %s", qPrintable(path));
        return path;
    }

    /// False if it took too long.
    bool open(const QStringList& paths) {
        QSignalSpy loaded(&workspace, &Workspace::loaded);
        workspace.open(paths);
        return loaded.wait(30'000);
    }
    bool openFolder() { return open({folder.path()}); }

    EnglishPlurals plurals;
    QTemporaryDir folder;
    Theme theme;
    Workspace workspace{bundled_snapshot(),
                        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::null_sink_mt>())};
};

/// `llama/Your cards/my_llama`: a row by the texts from its section on. Invalid: there is none.
inline QModelIndex rowCalled(const QAbstractItemModel& model, const QStringList& texts) {
    QModelIndex index;
    for (const QString& text : texts) {
        QModelIndex found;
        for (int row = 0; row < model.rowCount(index) && !found.isValid(); ++row)
            if (const QModelIndex child = model.index(row, 0, index); child.data().toString() == text)
                found = child;
        if (!found.isValid())
            return {};
        index = found;
    }
    return index;
}

inline QStringList textsBelow(const QAbstractItemModel& model, const QModelIndex& parent) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row)
        texts.append(model.index(row, 0, parent).data().toString());
    return texts;
}

} // namespace fairlead::ui
