// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace fairlead {

/// What torch of an environment calls its dtypes and kinds of devices.
struct TorchNames {
    /// Names in the module torch that are a dtype, sorted, each with the dtype's own: `half`, `float16`.
    std::vector<std::pair<std::string, std::string>> dtypes{};
    std::vector<std::string> device_types{}; ///< as torch lists them in its error

    bool operator==(const TorchNames&) const = default;

    /// The own name of a dtype (`float32` of `float`), or none.
    [[nodiscard]] std::optional<std::string_view> dtype(std::string_view name) const noexcept;
};

/// Why a text is no device: torch's own words.
struct DeviceError {
    std::string text;
};

/// A device's text as torch prints it (`cuda:0`), or why there is none (c10/core/Device.cpp).
[[nodiscard]] std::variant<std::string, DeviceError> read_device(std::string_view text, const TorchNames& torch);

} // namespace fairlead
