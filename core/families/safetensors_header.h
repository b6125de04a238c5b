// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <fairlead/tensor.h>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace fairlead {

/// Why bytes are no safetensors file.
class SafetensorsError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A tensor of a safetensors file; `bytes` are the file's.
struct SafetensorsEntry {
    std::string name{};
    DataType type = DataType::float32;
    Shape shape{};
    std::span<const std::byte> bytes{};
};

/// The tensors of a safetensors file, in the order of their bytes. The rules are those of the format's own reader: a
/// length in eight bytes, that many of JSON, then the tensors without gaps up to the end. Of arbitrary bytes it throws
/// SafetensorsError, or gives what lies within them.
[[nodiscard]] std::vector<SafetensorsEntry> read_safetensors(std::span<const std::byte> file);

} // namespace fairlead
