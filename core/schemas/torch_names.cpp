// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/torch_names.h"

#include "core/files/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fmt/format.h>

namespace fairlead {
namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// `TYPE` or `TYPE:INDEX`, an index without leading zeros.
bool is_device_form(std::string_view type, std::string_view index, bool has_index) noexcept {
    if (type.empty() || !std::ranges::all_of(type, is_letter))
        return false;
    if (!has_index)
        return true;
    return !index.empty() && std::ranges::all_of(index, is_digit) && (index[0] != '0' || index.size() == 1);
}

} // namespace

std::optional<std::string_view> TorchNames::dtype(std::string_view name) const noexcept {
    const auto found = std::ranges::lower_bound(dtypes, name, {}, &std::pair<std::string, std::string>::first);
    if (found == dtypes.end() || found->first != name)
        return std::nullopt;
    return found->second;
}

std::variant<std::string, DeviceError> read_device(std::string_view text, const TorchNames& torch) {
    if (text.empty())
        return DeviceError{"Device string must not be empty"};
    for (std::size_t at = 0; at < text.size(); ++at)
        if (begins_with_surrogate(text.substr(at)))
            return DeviceError{"error unpacking string as utf-8"};
    const std::size_t colon = text.find(':');
    const std::string_view type = text.substr(0, colon);
    const bool has_index = colon != std::string_view::npos;
    const std::string_view index = has_index ? text.substr(colon + 1) : std::string_view();
    if (!is_device_form(type, index, has_index))
        return DeviceError{fmt::format("Invalid device string: '{}'", text)};
    std::int32_t number = -1;
    if (has_index && std::from_chars(index.data(), index.data() + index.size(), number).ec != std::errc())
        return DeviceError{fmt::format("Could not parse device index '{}' in device string '{}'", index, text)};
    if (std::ranges::find(torch.device_types, type) == torch.device_types.end())
        return DeviceError{fmt::format("Expected one of {} device type at start of device string: {}",
                                       fmt::join(torch.device_types, ", "), type)};
    const auto kept = static_cast<std::int8_t>(number); // torch keeps eight bits of it; -1: none
    return kept == -1 ? std::string(type) : fmt::format("{}:{}", type, kept);
}

} // namespace fairlead
