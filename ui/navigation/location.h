// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/snapshot.h"

#include <QMetaType>
#include <QString>

namespace fairlead::ui {

/// A place in the window that a person can go to, and come back to.
struct Location {
    enum class Kind { Welcome, File, Family, Architecture, Extensions, Source };

    Kind kind = Kind::Welcome;
    QString file;      ///< of a File: the key of its buffer, see BufferStore; of a Source: its path
    qint64 begin = -1; ///< byte offsets in the file to select; -1: as it was left
    qint64 end = -1;
    FamilyKind familyKind = FamilyKind::model;
    QString family;
    QString architecture;
    QString extension; ///< of Extensions: the chosen one; may be empty
    int line = 0;      ///< of a Source, from 1; 0: its begin

    [[nodiscard]] static Location welcome();
    [[nodiscard]] static Location inFile(const QString& key, qint64 begin = -1, qint64 end = -1);
    [[nodiscard]] static Location ofFamily(FamilyKind kind, const QString& family);
    [[nodiscard]] static Location ofExtension(const QString& extension = {});
    /// A text that is read, not edited: what registered something.
    [[nodiscard]] static Location inSource(const QString& path, int line);
    [[nodiscard]] static Location ofArchitecture(const QString& family, const QString& architecture);

    /// Whether both are shown by the same tab.
    [[nodiscard]] bool samePage(const Location& other) const;
    friend bool operator==(const Location&, const Location&) = default;
};

} // namespace fairlead::ui

Q_DECLARE_METATYPE(fairlead::ui::Location)
