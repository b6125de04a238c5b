// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/recovery.h"

#include <string_view>

namespace fairlead {

/// Records are read up to this size; larger texts are no card files.
inline constexpr std::size_t max_recovery_record = 80u << 20;

/// A recovered text as the bytes of a file. For the sources of this folder.
[[nodiscard]] std::string write_recovery_record(const RecoveredText& text);

/// The reverse, without `id`; nothing if the bytes are not one whole record.
[[nodiscard]] std::optional<RecoveredText> read_recovery_record(std::string_view bytes);

} // namespace fairlead
