// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/save_suggestion.h"

#include "ui/buffers/buffer.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr qsizetype longestName = 60; // in UTF-8 well below what file systems take

QString suggestedFolder(const Workspace& workspace) {
    for (const QString& path : workspace.paths())
        if (const QFileInfo info(path); info.exists())
            return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    return QDir::homePath();
}

QString suggestedName(const Workspace& workspace, const Buffer& buffer) {
    QString name;
    if (buffer.file()) {
        const CardFile& file = workspace.session()->catalog().file(*buffer.file());
        const auto first = std::ranges::find_if(file.cards, &Card::is_card);
        if (first != file.cards.end())
            name = QString::fromUtf8(first->name.data(), static_cast<qsizetype>(first->name.size()));
    }
    name.remove(QLatin1Char('/'));
    name.truncate(longestName);
    return (name.isEmpty() ? QStringLiteral("cards") : name) + QStringLiteral(".yaml");
}

} // namespace

QString suggestedPath(const Workspace& workspace, const Buffer& buffer) {
    if (!buffer.path().isEmpty())
        return buffer.path();
    return QDir(suggestedFolder(workspace)).filePath(suggestedName(workspace, buffer));
}

} // namespace fairlead::ui
