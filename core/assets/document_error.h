// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"

namespace fairlead {

/// FILE of fairseq2's texts. For the sources of this folder.
[[nodiscard]] std::string printable_file(const CardFile& file);

/// The index that fairseq2 gives a document: text without a document is not counted.
[[nodiscard]] std::size_t fairseq2_index(const CardFile& file, std::size_t document);

/// What fairseq2 raises for a file that cannot be read as YAML.
[[nodiscard]] AssetError yaml_error(const CardFile& file, const yaml::Problem& problem);

} // namespace fairlead
