// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/buffer_key.h"

#include "core/files/read.h"
#include "ui/workspace/open_sources.h"

namespace fairlead::ui {

namespace {

constexpr QLatin1String registryPrefix("registry:");
constexpr QLatin1String checkpointPrefix("checkpoint:");

} // namespace

QString keyOfPath(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(path, error);
    return QString::fromStdString(printable_path((error ? path : absolute).lexically_normal()));
}

QString keyOfFile(const CardFile& file, const AssetSource& source) {
    if (!file.path.empty() && !file.synthetic)
        return keyOfPath(file.path);
    if (isUntitledSource(source))
        return nameOfSource(source);
    const QString shown = QString::fromStdString(file.shown);
    if (source.from_registry)
        return registryPrefix + shown;
    return file.synthetic ? checkpointPrefix + shown : shown;
}

QString keyOfFile(const Catalog& catalog, quint32 file) {
    const CardFile& cardFile = catalog.file(file);
    return keyOfFile(cardFile, catalog.sources()[cardFile.source]);
}

std::optional<quint32> fileOfKey(const Catalog& catalog, const QString& key) {
    if (key.startsWith(QLatin1Char('/')))
        return catalog.file_at(pathOfText(key));
    const auto files = catalog.files();
    for (quint32 index = 0; index < files.size(); ++index)
        if (keyOfFile(catalog, index) == key)
            return index;
    return std::nullopt;
}

bool isMadeKey(const QString& key) { return key.startsWith(registryPrefix) || key.startsWith(checkpointPrefix); }

} // namespace fairlead::ui
