// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"

#include <cstdint>
#include <string>

namespace fairlead {

/// A source's folder or file as fairseq2's texts name it; of given bytes, which fairseq2 has not, what they are called:
/// `standard input` for `-`.
[[nodiscard]] std::string source_place(const Catalog& catalog, std::uint32_t source);

/// The folder, or the file itself, that the shown paths of a source's files begin with; empty if they are relative to a
/// folder that is not known, or the bytes were given.
[[nodiscard]] std::string shown_root(const AssetSource& source);

} // namespace fairlead
