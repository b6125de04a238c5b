// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/config_schemas.h"
#include "core/registry/records.h"

#include <string_view>

namespace fairlead {

class JsonCursor;

// The parts of a snapshot's JSON form that occur in several places. All throw SnapshotError.

/// `file` and `line`, which stand among the members of what was registered. False: the member is another one,
/// untouched.
bool read_place(JsonCursor& json, std::string_view key, RegistrationPlace& place);
[[nodiscard]] RecordedError read_error(JsonCursor& json);
/// An object of schemas by class name.
[[nodiscard]] ConfigSchemas::List read_config_schemas(JsonCursor& json);
/// The object that is at hand, and has ended, lacks a member that it needs.
void require(const JsonCursor& json, bool present, std::string_view member);

} // namespace fairlead
