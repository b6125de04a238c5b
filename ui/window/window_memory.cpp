// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_memory.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr qsizetype rememberedSets = 40; // of sources; the oldest are forgotten

const QString setsKey = QStringLiteral("windows/sets");
const QString layoutKey = QStringLiteral("windows/layout");

QString keyOf(const QStringList& paths) {
    const QByteArray joined = paths.join(QLatin1Char('\n')).toUtf8();
    return QStringLiteral("windows/") +
           QString::fromLatin1(QCryptographicHash::hash(joined, QCryptographicHash::Sha1).toHex().left(16));
}

void readLayout(const QSettings& settings, const QString& key, WindowMemory& memory) {
    memory.geometry = settings.value(key + QStringLiteral("/geometry")).toByteArray();
    memory.docks = settings.value(key + QStringLiteral("/docks")).toByteArray();
    memory.rightDockWanted = settings.value(key + QStringLiteral("/rightDock"), true).toBool();
    memory.bottomPanel = settings.value(key + QStringLiteral("/bottomPanel")).toInt();
    memory.hiddenProblems = settings.value(key + QStringLiteral("/hiddenProblems")).toInt();
    memory.zoom = settings.value(key + QStringLiteral("/zoom")).toInt();
}

void writeLayout(QSettings& settings, const QString& key, const WindowMemory& memory) {
    settings.setValue(key + QStringLiteral("/geometry"), memory.geometry);
    settings.setValue(key + QStringLiteral("/docks"), memory.docks);
    settings.setValue(key + QStringLiteral("/rightDock"), memory.rightDockWanted);
    settings.setValue(key + QStringLiteral("/bottomPanel"), memory.bottomPanel);
    settings.setValue(key + QStringLiteral("/hiddenProblems"), memory.hiddenProblems);
    settings.setValue(key + QStringLiteral("/zoom"), memory.zoom);
}

} // namespace

RememberedWindow recallWindow(const QStringList& paths) {
    const QSettings settings;
    RememberedWindow remembered;
    const QString key = keyOf(paths);
    remembered.wasOpen = settings.value(setsKey).toStringList().contains(key);
    readLayout(settings, remembered.wasOpen ? key : layoutKey, remembered.memory);
    if (!remembered.wasOpen)
        return remembered;
    remembered.memory.unfolded = settings.value(key + QStringLiteral("/unfolded")).toStringList();
    remembered.memory.currentPage = settings.value(key + QStringLiteral("/page")).toInt();
    for (const QString& text : settings.value(key + QStringLiteral("/pages")).toStringList())
        if (const auto location = locationOfText(text))
            remembered.memory.pages.push_back(*location);
    return remembered;
}

void rememberWindow(const QStringList& paths, const WindowMemory& memory) {
    QSettings settings;
    const QString key = keyOf(paths);
    QStringList sets = settings.value(setsKey).toStringList();
    sets.removeAll(key);
    sets.prepend(key);
    while (sets.size() > rememberedSets)
        settings.remove(sets.takeLast());
    settings.setValue(setsKey, sets);

    writeLayout(settings, layoutKey, memory);
    writeLayout(settings, key, memory);
    settings.setValue(key + QStringLiteral("/unfolded"), memory.unfolded);
    settings.setValue(key + QStringLiteral("/page"), memory.currentPage);
    QStringList pages;
    for (const Location& page : memory.pages)
        pages.append(textOf(page));
    settings.setValue(key + QStringLiteral("/pages"), pages);
}

QString textOf(const Location& location) {
    QStringList parts;
    switch (location.kind) {
    case Location::Kind::Welcome:
        parts = {QStringLiteral("welcome")};
        break;
    case Location::Kind::File:
        parts = {QStringLiteral("file"), location.file, QString::number(location.begin), QString::number(location.end)};
        break;
    case Location::Kind::Family:
        parts = {QStringLiteral("family"), QString::number(static_cast<int>(location.familyKind)), location.family};
        break;
    case Location::Kind::Architecture:
        parts = {QStringLiteral("architecture"), location.family, location.architecture};
        break;
    case Location::Kind::Extensions:
        parts = {QStringLiteral("extensions"), location.extension};
        break;
    case Location::Kind::Source:
        parts = {QStringLiteral("source"), location.file, QString::number(location.line)};
        break;
    }
    return parts.join(QLatin1Char('\t'));
}

std::optional<Location> locationOfText(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('\t'));
    if (parts.front() == QLatin1String("welcome"))
        return Location::welcome();
    if (parts.front() == QLatin1String("file") && parts.size() == 4)
        return Location::inFile(parts[1], parts[2].toLongLong(), parts[3].toLongLong());
    if (parts.front() == QLatin1String("family") && parts.size() == 3) {
        const int kind = std::clamp(parts[1].toInt(), 0, 2);
        return Location::ofFamily(static_cast<FamilyKind>(kind), parts[2]);
    }
    if (parts.front() == QLatin1String("architecture") && parts.size() == 3)
        return Location::ofArchitecture(parts[1], parts[2]);
    if (parts.front() == QLatin1String("extensions") && parts.size() == 2)
        return Location::ofExtension(parts[1]);
    if (parts.front() == QLatin1String("source") && parts.size() == 3)
        return Location::inSource(parts[1], parts[2].toInt());
    return std::nullopt;
}

} // namespace fairlead::ui
