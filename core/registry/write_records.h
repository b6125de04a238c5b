// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/records.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

class JsonWriter;
struct ConfigSchema;
struct TorchNames;

// The parts of a snapshot's JSON form that the hosts' protocol has too. Members go into an object that is open.

void write_strings(JsonWriter& json, const std::vector<std::string>& strings);
/// A member that is null for an empty text.
void write_text_or_null(JsonWriter& json, std::string_view key, const std::string& text);
/// `file` and `line`.
void write_place(JsonWriter& json, const RegistrationPlace& place);
/// A member, if there is an error.
void write_error(JsonWriter& json, std::string_view key, const std::optional<RecordedError>& error);
void write_torch(JsonWriter& json, const TorchNames& torch);

/// Without its architectures.
void write_family_members(JsonWriter& json, const FamilyRecord& family);
void write_architecture_members(JsonWriter& json, const ArchitectureRecord& architecture);
/// Without its files.
void write_source_members(JsonWriter& json, const RecordedSource& source);
/// Without the class's name.
void write_schema_members(JsonWriter& json, const ConfigSchema& schema);

} // namespace fairlead
