// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/open_sources.h"

#include <QDir>

#include <array>
#include <system_error>

namespace fairlead::ui {

namespace {

constexpr std::string_view untitledPrefix = "untitled:";

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string withBytes(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\\x" && i + 3 < text.size()) {
            const int high = hexDigit(text[i + 2]);
            const int low = hexDigit(text[i + 3]);
            if (high >= 0 && low >= 0) {
                bytes += static_cast<char>(high * 16 + low);
                i += 3;
                continue;
            }
        }
        bytes += text[i];
    }
    return bytes;
}

} // namespace

QString absolutePath(const QString& path) {
    QString expanded = path;
    if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/")))
        expanded = QDir::homePath() + path.mid(1);
    return QDir::cleanPath(QDir().absoluteFilePath(expanded));
}

std::filesystem::path pathOfText(const QString& text) {
    std::string plain = text.toStdString();
    std::error_code error;
    if (plain.find("\\x") == std::string::npos || std::filesystem::exists(plain, error))
        return plain;
    const std::filesystem::path escaped = withBytes(plain);
    return std::filesystem::exists(escaped, error) ? escaped : std::filesystem::path(plain);
}

QString shortPath(const QString& path) {
    const QString home = QDir::homePath();
    if (home.size() <= 1 || !isAtOrBelow(path, home))
        return path;
    return QLatin1Char('~') + path.mid(home.size());
}

bool isAtOrBelow(const QString& path, const QString& folder) {
    return path == folder || folder == QLatin1String("/") || path.startsWith(folder + QLatin1Char('/'));
}

AssetSource sourceOfPath(const QString& path) { return file_source(pathOfText(path)); }

AssetSource untitledSource(const QString& title, const QByteArray& text) {
    AssetSource source;
    source.kind = SourceKind::file;
    source.name = std::string(untitledPrefix) + title.toStdString();
    source.given.push_back({title.toStdString(), text.toStdString()});
    return source;
}

bool isUntitledSource(const AssetSource& source) { return source.name.starts_with(untitledPrefix); }

bool isUntitledSource(const AssetSource& source, const QString& title) {
    return isUntitledSource(source) && source.name.substr(untitledPrefix.size()) == title.toStdString();
}

QString nameOfSource(std::string_view name) {
    for (const std::string_view place : {"path:", "checkpoint:"})
        if (name.starts_with(place))
            return shortPath(QString::fromUtf8(name.substr(place.size())));
    for (const std::string_view prefix : {std::string_view("package:"), untitledPrefix})
        if (name.starts_with(prefix))
            return QString::fromUtf8(name.substr(prefix.size()));
    return QString::fromUtf8(name);
}

QString nameOfSource(const AssetSource& source) { return nameOfSource(source.name); }

} // namespace fairlead::ui
