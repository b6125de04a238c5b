// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/config_schemas.h"
#include "core/registry/json_cursor.h"
#include "core/registry/records.h"
#include "core/schemas/torch_names.h"

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

// The parts of a snapshot's JSON form that occur in several places. All throw SnapshotError.

/// `file` and `line`, which stand among the members of what was registered. False: the member is another one,
/// untouched.
bool read_place(JsonCursor& json, std::string_view key, RegistrationPlace& place);
[[nodiscard]] RecordedError read_error(JsonCursor& json);
/// An object of schemas by class name.
[[nodiscard]] ConfigSchemas::List read_config_schemas(JsonCursor& json);
/// Of one class.
[[nodiscard]] ConfigSchema read_config_schema(JsonCursor& json);
[[nodiscard]] ArchitectureRecord read_architecture(JsonCursor& json);
[[nodiscard]] FamilyRecord read_family(JsonCursor& json);
[[nodiscard]] RecordedCard read_card(JsonCursor& json);
[[nodiscard]] RecordedSource read_source(JsonCursor& json);
[[nodiscard]] TorchNames read_torch(JsonCursor& json);

/// Of more than `most` elements the rest is passed over.
template <class T, class Read>
[[nodiscard]] std::vector<T> read_list(JsonCursor& json, Read read,
                                       std::size_t most = std::numeric_limits<std::size_t>::max()) {
    std::vector<T> values;
    json.array([&] {
        if (values.size() < most)
            values.push_back(read(json));
        else
            json.skip();
    });
    return values;
}
[[nodiscard]] std::vector<std::string> read_strings(JsonCursor& json);

/// The object that is at hand, and has ended, lacks a member that it needs.
void require(const JsonCursor& json, bool present, std::string_view member);

} // namespace fairlead
