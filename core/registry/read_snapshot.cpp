// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/json_cursor.h"
#include "core/registry/read_records.h"
#include "core/registry/read_trusted_snapshot.h"
#include "core/registry/snapshot.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <optional>

namespace fairlead {

namespace {

template <class T, class Read>
std::vector<T> read_list(JsonCursor& json, Read read) {
    std::vector<T> values;
    json.array([&] { values.push_back(read(json)); });
    return values;
}

std::vector<std::string> read_strings(JsonCursor& json) {
    return read_list<std::string>(json, std::mem_fn(&JsonCursor::string));
}

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

TorchNames read_torch(JsonCursor& json) {
    TorchNames torch;
    json.object([&](std::string_view key) {
        if (key == "dtypes") {
            torch.dtypes.clear();
            json.object([&](std::string_view name) { torch.dtypes.emplace_back(unescape_json(name), json.string()); });
            std::ranges::sort(torch.dtypes);
        } else if (key == "device_types") {
            torch.device_types = read_strings(json);
        } else {
            json.skip();
        }
    });
    return torch;
}

FamilyKind read_family_kind(JsonCursor& json) {
    const auto name = json.string();
    for (const auto kind : {FamilyKind::model, FamilyKind::dataset, FamilyKind::tokenizer}) {
        if (name == to_string(kind)) {
            return kind;
        }
    }
    json.fail("must be \"model\", \"dataset\" or \"tokenizer\"");
}

ArchitectureRecord read_architecture(JsonCursor& json) {
    ArchitectureRecord architecture;
    bool has_name = false;
    json.object([&](std::string_view key) {
        if (key == "name") {
            has_name = true;
            architecture.name = json.string();
        } else if (key == "owner") {
            architecture.owner = json.optional_string();
        } else if (key == "config") {
            architecture.config = RawJson{std::string(json.skip())};
        } else if (key == "config_error") {
            architecture.config_error = read_error(json);
        } else if (!read_place(json, key, architecture.place)) {
            json.skip();
        }
    });
    require(json, has_name, "name");
    return architecture;
}

FamilyRecord read_family(JsonCursor& json) {
    FamilyRecord family;
    bool has_kind = false;
    bool has_name = false;
    json.object([&](std::string_view key) {
        if (key == "kind") {
            has_kind = true;
            family.kind = read_family_kind(json);
        } else if (key == "name") {
            has_name = true;
            family.name = json.string();
        } else if (key == "class") {
            family.class_name = json.string();
        } else if (key == "config_class") {
            family.config_class = json.optional_string();
        } else if (key == "capabilities") {
            family.capabilities = read_strings(json);
        } else if (key == "restrict") {
            family.restrict = json.boolean();
        } else if (key == "owner") {
            family.owner = json.optional_string();
        } else if (key == "architectures") {
            family.architectures = read_list<ArchitectureRecord>(json, read_architecture);
        } else if (key == "default") {
            family.default_config = RawJson{std::string(json.skip())};
        } else if (key == "default_error") {
            family.default_error = read_error(json);
        } else if (key == "error") {
            family.error = read_error(json);
        } else if (!read_place(json, key, family.place)) {
            json.skip();
        }
    });
    require(json, has_kind, "kind");
    require(json, has_name, "name");
    return family;
}

RecordedCard read_card(JsonCursor& json) {
    RecordedCard card;
    bool has_name = false;
    json.object([&](std::string_view key) {
        if (key == "name") {
            has_name = true;
            card.name = json.string();
        } else if (key == "line") {
            card.line = json.integer(0);
        } else {
            json.skip();
        }
    });
    require(json, has_name, "name");
    return card;
}

RecordedFile read_file(JsonCursor& json) {
    RecordedFile file;
    bool has_path = false;
    bool has_text = false;
    json.object([&](std::string_view key) {
        if (key == "path") {
            has_path = true;
            file.path = json.string();
        } else if (key == "cards") {
            file.cards = read_list<RecordedCard>(json, read_card);
        } else if (key == "text") {
            has_text = true;
            file.text = json.string();
        } else {
            json.skip();
        }
    });
    require(json, has_path, "path");
    require(json, has_text, "text");
    return file;
}

RecordedSource read_source(JsonCursor& json) {
    RecordedSource source;
    bool has_name = false;
    json.object([&](std::string_view key) {
        if (key == "name") {
            has_name = true;
            source.name = json.string();
        } else if (key == "folder") {
            source.folder = json.optional_string().value_or("");
        } else if (key == "owner") {
            source.owner = json.optional_string();
        } else if (key == "files") {
            source.files = read_list<RecordedFile>(json, read_file);
        } else if (!read_place(json, key, source.place)) {
            json.skip();
        }
    });
    require(json, has_name, "name");
    return source;
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
