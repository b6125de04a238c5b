// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {
inline namespace abi1 {

/// What the elements of a tensor are; named as torch names them.
enum class DataType : std::uint8_t {
    bool_,
    uint8,
    int8,
    float8_e4m3fn,
    float8_e5m2,
    uint16,
    int16,
    float16,
    bfloat16,
    uint32,
    int32,
    float32,
    uint64,
    int64,
    float64,
};

/// Bytes of one element.
[[nodiscard]] FAIRLEAD_API std::size_t size_of(DataType type) noexcept;
/// `float32`
[[nodiscard]] FAIRLEAD_API std::string_view to_string(DataType type) noexcept;

using Shape = std::vector<std::int64_t>;

/// As Python prints a tuple: `(2, 3)`, `(2,)`, `()`.
[[nodiscard]] FAIRLEAD_API std::string to_string(const Shape& shape);

/// A tensor's elements, row by row, in the order of bytes of this machine; of whoever holds `bytes`. They may lie at
/// any address: copy_to() is the way to take them out.
struct FAIRLEAD_API Tensor {
    DataType type = DataType::float32;
    Shape shape = {};
    std::span<const std::byte> bytes = {};
    std::shared_ptr<const void> owner = {}; ///< keeps the bytes

    [[nodiscard]] std::size_t elements() const noexcept { return bytes.size() / size_of(type); }
    /// The elements as numbers of another type, as torch's `Tensor.to()` gives them. Throws ValueError if `to` has not
    /// as many elements.
    void copy_to(std::span<float> to) const;
    void copy_to(std::span<double> to) const;
    /// Of integers and truth values; throws ValueError for fractions too. An uint64 beyond the range wraps around.
    void copy_to(std::span<std::int64_t> to) const;
};

} // namespace abi1
} // namespace fairlead
