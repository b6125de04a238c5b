// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/extension_json.h"
#include "core/registry/json_cursor.h"
#include "core/registry/read_records.h"
#include "core/registry/read_trusted_snapshot.h"
#include "core/registry/snapshot.h"

#include <fmt/format.h>
#include <optional>

namespace fairlead {

namespace {

void read_runtime(JsonCursor& json, RegistrySnapshot& snapshot) {
    bool has_version = false;
    snapshot.libraries.clear();
    json.object([&](std::string_view key) {
        if (key == "fairseq2") {
            has_version = true;
            snapshot.fairseq2_version = json.string();
        } else if (key == "python") {
            snapshot.python_version = json.string();
        } else {
            snapshot.libraries.push_back({unescape_json(key), json.string()});
        }
    });
    require(json, has_version, "fairseq2");
}

void read_format(JsonCursor& json) {
    if (const int format = json.integer(1); format != snapshot_format) {
        json.fail(fmt::format("is {}, but this version of Fairlead reads {} only", format, snapshot_format));
    }
}

/// What is wrong with the member `format`, wherever it stands: that explains all else that is.
std::optional<SnapshotError> find_format_error(std::string_view text) {
    bool at_format = false;
    try {
        JsonCursor json(text);
        json.object([&](std::string_view key) {
            at_format = key == "format";
            if (at_format) {
                read_format(json);
            } else {
                json.skip();
            }
        });
    } catch (const SnapshotError& error) {
        if (at_format) {
            return error;
        }
    }
    return std::nullopt;
}

RegistrySnapshot read_whole(JsonCursor& json, bool defer_schemas) {
    RegistrySnapshot snapshot;
    bool has_format = false;
    bool has_runtime = false;
    bool has_families = false;
    json.object([&](std::string_view key) {
        if (key == "format") {
            has_format = true;
            read_format(json);
        } else if (key == "notice") {
            snapshot.notice = json.string();
        } else if (key == "recorded") {
            snapshot.recorded = json.boolean();
        } else if (key == "runtime") {
            has_runtime = true;
            read_runtime(json, snapshot);
        } else if (key == "environments") {
            snapshot.environments = read_strings(json);
        } else if (key == "torch") {
            snapshot.torch = read_torch(json);
        } else if (key == "schemes") {
            snapshot.schemes = read_strings(json);
        } else if (key == "families") {
            has_families = true;
            snapshot.families = read_list<FamilyRecord>(json, read_family);
        } else if (key == "sources") {
            snapshot.sources = read_list<RecordedSource>(json, read_source);
        } else if (key == "extensions") {
            snapshot.extensions = read_list<ExtensionReport>(json, read_extension);
        } else if (key == "schemas") {
            snapshot.schemas = defer_schemas ? ConfigSchemas::deferred(json.take_rest()) : read_config_schemas(json);
        } else {
            json.skip();
        }
    });
    require(json, has_format, "format");
    require(json, has_runtime, "runtime");
    require(json, has_families, "families");
    json.finish();
    return snapshot;
}

} // namespace

RegistrySnapshot read_snapshot(std::string_view json) {
    try {
        JsonCursor cursor(json);
        return read_whole(cursor, false);
    } catch (const SnapshotError&) {
        if (const auto error = find_format_error(json)) {
            throw *error;
        }
        throw;
    }
}

RegistrySnapshot read_trusted_snapshot(std::string_view json) {
    JsonCursor cursor(json);
    return read_whole(cursor, true);
}

} // namespace fairlead
