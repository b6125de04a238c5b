// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/source.h"

#include <QByteArray>
#include <QString>

#include <filesystem>

namespace fairlead::ui {

/// Absolute, without `.`, `..` and a slash at the end; links are kept. `~` alone or before a slash is the home folder.
[[nodiscard]] QString absolutePath(const QString& path);

/// The file of a path as text, in which a byte that is no UTF-8 may stand as `\xNN` (printable_path).
[[nodiscard]] std::filesystem::path pathOfText(const QString& text);

/// For people: the home folder as `~`.
[[nodiscard]] QString shortPath(const QString& path);

[[nodiscard]] bool isAtOrBelow(const QString& path, const QString& folder);

/// What a person opened, as a source: a folder or a file.
[[nodiscard]] AssetSource sourceOfPath(const QString& path);

/// A text that is on no disk yet, as a source of one file.
[[nodiscard]] AssetSource untitledSource(const QString& title, const QByteArray& text);
[[nodiscard]] bool isUntitledSource(const AssetSource& source, const QString& title);
[[nodiscard]] bool isUntitledSource(const AssetSource& source);

/// A source as people know it: `fairseq2.assets.cards`, `~/lab/cards`, `my_llama.yaml`. What an extension named is
/// shown as it named it.
[[nodiscard]] QString nameOfSource(std::string_view name);
[[nodiscard]] QString nameOfSource(const AssetSource& source);

} // namespace fairlead::ui
