// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"

#include <cstdint>
#include <vector>

namespace fairlead {

/// A source whose names stand in another one too, for a reason that is one and not many: FS019.
struct SourceRepeat {
    enum class How : std::uint8_t { same, inside, around, copy };
    std::uint32_t source = 0; ///< the one to take out: the person's, of two of these the later
    std::uint32_t other = 0;
    How how = How::copy;
    std::size_t names = 0; ///< that stand in both

    friend bool operator==(const SourceRepeat&, const SourceRepeat&) = default;
};

/// Fewer doubled names than this are told one by one.
inline constexpr std::size_t min_copied_names = 3;

/// At most one for each source.
[[nodiscard]] std::vector<SourceRepeat> source_repeats(const Catalog& catalog);

} // namespace fairlead
