// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"

#include <QString>

#include <filesystem>
#include <optional>

namespace fairlead::ui {

/// The key of a path: absolute, without `.` and `..`, links kept; bytes that are no UTF-8 as `\xNN`.
[[nodiscard]] QString keyOfPath(const std::filesystem::path& path);

/// The key of a catalog's file: of its path; `registry:` + its path in a recorded source; `checkpoint:` + what is
/// shown of cards that fairseq2 makes; the title of an untitled text.
[[nodiscard]] QString keyOfFile(const CardFile& file, const AssetSource& source);
[[nodiscard]] QString keyOfFile(const Catalog& catalog, quint32 file);

/// The file of a key, or none. Looks at every file for what is not a path on disk.
[[nodiscard]] std::optional<quint32> fileOfKey(const Catalog& catalog, const QString& key);

/// `registry:…`, `checkpoint:…`: text that no person wrote and nobody can save.
[[nodiscard]] bool isMadeKey(const QString& key);

} // namespace fairlead::ui
