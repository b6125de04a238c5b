// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

namespace fairlead {

/// How deep Python's `copy.deepcopy` goes when fairseq2 copies a card's metadata (assets/metadata_provider.py): frames
/// and C calls as CPython 3.11 counts them against its limit of 1000; of what goes deeper than that only that it does.
/// `has_base_path`: the card comes from a file.
[[nodiscard]] int copy_depth(const yaml::Value& metadata, bool has_base_path);

} // namespace fairlead
