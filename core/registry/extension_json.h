// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/extension_report.h"

#include <string_view>

namespace fairlead {

class JsonCursor;
class JsonWriter;

// The JSON form of extension reports: `extension` in snapshot.schema.json, one for snapshots, the hosts' protocol and
// fairleadctl.

/// The members of an object that is open.
void write_extension_members(JsonWriter& json, const ExtensionReport& extension);

/// Reads a member of the object at hand into the report; false: it is another one, untouched. Throws SnapshotError.
bool read_extension_member(JsonCursor& json, std::string_view key, ExtensionReport& extension);
/// Reads an object, skipping members that it does not know. Throws SnapshotError; `name` has to be there.
[[nodiscard]] ExtensionReport read_extension(JsonCursor& json);

} // namespace fairlead
