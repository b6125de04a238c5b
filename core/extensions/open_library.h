// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/byte_source.h"

#include <filesystem>
#include <memory>

namespace fairlead {

/// Opens a regular file to be read; null if it is none or cannot be opened. errno, or 0 for what is no file, is put
/// into `error`, if that is given.
[[nodiscard]] std::unique_ptr<ByteSource> open_library(const std::filesystem::path& path, int* error = nullptr);

} // namespace fairlead
