// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigation/location.h"

namespace fairlead::ui {

Location Location::welcome() { return {}; }

Location Location::inFile(const QString& key, qint64 begin, qint64 end) {
    Location location;
    location.kind = Kind::File;
    location.file = key;
    location.begin = begin;
    location.end = end < begin ? begin : end;
    return location;
}

Location Location::ofFamily(FamilyKind kind, const QString& family) {
    Location location;
    location.kind = Kind::Family;
    location.familyKind = kind;
    location.family = family;
    return location;
}

Location Location::ofArchitecture(const QString& family, const QString& architecture) {
    Location location;
    location.kind = Kind::Architecture;
    location.familyKind = FamilyKind::model;
    location.family = family;
    location.architecture = architecture;
    return location;
}

Location Location::ofExtension(const QString& extension) {
    Location location;
    location.kind = Kind::Extensions;
    location.extension = extension;
    return location;
}

Location Location::inSource(const QString& path, int line) {
    Location location;
    location.kind = Kind::Source;
    location.file = path;
    location.line = line;
    return location;
}

bool Location::samePage(const Location& other) const {
    return kind == other.kind && file == other.file && familyKind == other.familyKind && family == other.family &&
           architecture == other.architecture;
}

} // namespace fairlead::ui
