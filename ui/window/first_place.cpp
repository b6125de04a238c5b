// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/first_place.h"

#include "ui/buffers/buffer_key.h"
#include "ui/buffers/places.h"
#include "ui/workspace/open_sources.h"

#include <algorithm>

namespace fairlead::ui {

namespace {

int weightOf(const Diagnostic& diagnostic) {
    if (diagnostic.load)
        return 3;
    return diagnostic.severity == Severity::error ? 2 : diagnostic.severity == Severity::warning ? 1 : 0;
}

bool isOwn(const Catalog& catalog, quint32 file) { return !catalog.sources()[catalog.file(file).source].from_registry; }

// What is wrong with packages alone is not what somebody opened files for.
std::optional<DocumentPlace> ownPlace(const Catalog& catalog, const Diagnostic& diagnostic) {
    if (!diagnostic.place || isOwn(catalog, diagnostic.place->file))
        return diagnostic.place;
    for (const RelatedPlace& related : diagnostic.related)
        if (!related.here.empty() && isOwn(catalog, related.place.file))
            return related.place;
    return std::nullopt;
}

std::optional<Location> lineOf(const Catalog& catalog, quint32 file, qint64 line) {
    const std::string text = catalog.file(file).stream.text();
    std::size_t at = 0;
    for (qint64 passed = 1; passed < line; ++passed) {
        at = text.find('\n', at);
        if (at == std::string::npos)
            return std::nullopt;
        ++at;
    }
    return Location::inFile(keyOfFile(catalog, file), static_cast<qint64>(at), static_cast<qint64>(at));
}

std::optional<quint32> fileCalled(const Catalog& catalog, const QString& name) {
    if (const auto file = fileOfKey(catalog, absolutePath(name)))
        return file;
    const auto files = catalog.files();
    for (quint32 file = 0; file < files.size(); ++file)
        if (shortName(catalog, file) == name)
            return file;
    return std::nullopt;
}

std::optional<Location> cardCalled(const Catalog& catalog, const QString& name) {
    const qsizetype at = name.indexOf(QLatin1Char('@'));
    const std::string plain = name.left(at).toStdString();
    const std::string environment = at < 0 ? std::string() : name.mid(at + 1).toStdString();
    const auto card = catalog.find(plain, environment);
    return card ? std::optional(locationOf(catalog, *card)) : std::nullopt;
}

} // namespace

std::optional<Location> firstPlace(const CheckSession& session) {
    const Catalog& catalog = session.catalog();
    std::optional<DocumentPlace> worst;
    int weight = 0;
    for (const Diagnostic* diagnostic : session.diagnostics())
        if (const auto place = ownPlace(catalog, *diagnostic); place && weightOf(*diagnostic) > weight) {
            worst = place;
            weight = weightOf(*diagnostic);
        }
    if (worst)
        return locationOf(catalog, *worst);
    const auto files = catalog.files();
    std::optional<QString> first;
    for (quint32 file = 0; file < files.size(); ++file)
        if (isOwn(catalog, file) && !files[file].synthetic)
            first = first ? std::min(*first, keyOfFile(catalog, file)) : keyOfFile(catalog, file);
    return first ? std::optional(Location::inFile(*first)) : std::nullopt;
}

std::optional<Location> placeCalled(const QString& text, const CheckSession& session) {
    const Catalog& catalog = session.catalog();
    if (auto card = cardCalled(catalog, text))
        return card;
    if (const auto file = fileCalled(catalog, text))
        return Location::inFile(keyOfFile(catalog, *file));
    bool isNumber = false;
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    if (const qint64 line = text.mid(colon + 1).toLongLong(&isNumber); colon > 0 && isNumber)
        if (const auto file = fileCalled(catalog, text.left(colon)))
            return lineOf(catalog, *file, line);

    const RegistrySnapshot& registry = *session.registry();
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    const FamilyRecord* family = registry.find_family(FamilyKind::model, text.left(slash).toStdString());
    if (family && slash < 0)
        return Location::ofFamily(FamilyKind::model, text);
    if (family && registry.find_architecture(*family, text.mid(slash + 1).toStdString()))
        return Location::ofArchitecture(text.left(slash), text.mid(slash + 1));
    return std::nullopt;
}

} // namespace fairlead::ui
