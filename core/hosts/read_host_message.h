// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/host_message.h"

#include <optional>
#include <string>
#include <string_view>

namespace fairlead {

/// What tells a line's message from others.
struct HostMessageHead {
    std::optional<std::string> type; ///< none: it has no such member
    std::optional<int> protocol;
};

/// Throws SnapshotError for a line that is no JSON object, or whose `type` is no text.
[[nodiscard]] HostMessageHead read_host_message_head(std::string_view line);

/// The message of a type, or none if there is no such type. Members that are not known are skipped. Throws
/// SnapshotError: a member is missing or of a wrong type.
[[nodiscard]] std::optional<HostMessage> read_host_message(std::string_view type, std::string_view line);

} // namespace fairlead
