// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/json_cursor.h"
#include "core/registry/read_records.h"

#include <algorithm>

namespace fairlead {

namespace {

RecordedFile read_recorded_file(JsonCursor& json) {
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

} // namespace

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
            source.files = read_list<RecordedFile>(json, read_recorded_file);
        } else if (!read_place(json, key, source.place)) {
            json.skip();
        }
    });
    require(json, has_name, "name");
    return source;
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

} // namespace fairlead
