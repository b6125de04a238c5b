// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace fairlead::yaml {

/// A half-open range of bytes in the text of a document.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
    friend bool operator==(const TextRange&, const TextRange&) = default;
};

} // namespace fairlead::yaml
