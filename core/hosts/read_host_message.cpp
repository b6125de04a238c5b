// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/read_host_message.h"

#include "core/registry/extension_json.h"
#include "core/registry/json_cursor.h"
#include "core/registry/read_records.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <type_traits>
#include <utility>

namespace fairlead {
namespace {

/// Of indexes, so that a lying one does not ask for memory.
constexpr int largest_index = 1'000'000;

std::size_t read_index(JsonCursor& json) {
    const int index = json.integer(0);
    if (index > largest_index)
        json.fail("must be at most 1000000");
    return static_cast<std::size_t>(index);
}

std::string text_or_nothing(JsonCursor& json) { return json.optional_string().value_or(std::string()); }

HostMessage read_hello(JsonCursor& json) {
    HelloMessage hello;
    bool has_host = false;
    json.object([&](std::string_view key) {
        if (key == "host") {
            has_host = true;
            hello.host = json.string();
        } else if (key == "runtime") {
            json.object([&](std::string_view name) {
                if (name == "fairseq2")
                    hello.fairseq2_version = json.string();
                else if (name == "python")
                    hello.python_version = json.string();
                else
                    hello.runtime.push_back({unescape_json(name), json.string()});
            });
        } else if (key == "traced") {
            hello.traced = json.boolean();
        } else {
            json.skip();
        }
    });
    require(json, has_host, "host");
    return hello;
}

template <class Enum>
Enum read_named(JsonCursor& json, std::optional<Enum> (*named)(std::string_view) noexcept, std::string_view what) {
    const std::optional<Enum> value = named(json.string());
    if (!value)
        json.fail(what);
    return *value;
}

HostMessage read_log(JsonCursor& json) {
    LogRecord record;
    bool has_text = false;
    json.object([&](std::string_view key) {
        if (key == "time") {
            constexpr double year_2200 = 7'258'118'400'000; // a clock counts nanoseconds, up to 2262
            const double time = std::min(json.number(0), year_2200);
            record.time = std::chrono::system_clock::time_point(
                std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(time)));
        } else if (key == "level") {
            record.severity = read_named(json, log_severity, "must be \"info\", \"warning\" or \"error\"");
        } else if (key == "origin") {
            record.origin = read_named(json, log_origin, "must be \"host\", \"fairseq2\", \"stdout\" or \"stderr\"");
        } else if (key == "extension") {
            record.extension = text_or_nothing(json);
        } else if (key == "text") {
            has_text = true;
            record.text = json.string();
        } else {
            json.skip();
        }
    });
    require(json, has_text, "text");
    return record;
}

HostMessage read_extension_message(JsonCursor& json) {
    ExtensionMessage message;
    bool has_index = false;
    bool has_name = false;
    json.object([&](std::string_view key) {
        has_name = has_name || key == "name";
        if (key == "index") {
            has_index = true;
            message.index = read_index(json);
        } else if (!read_extension_member(json, key, message.report)) {
            json.skip();
        }
    });
    require(json, has_index, "index");
    require(json, has_name, "name");
    return message;
}

/// A member of a message whose other members are read apart from it.
template <class Read>
auto read_apart(std::string_view line, std::string_view member, Read read) {
    std::optional<std::invoke_result_t<Read, JsonCursor&>> value;
    JsonCursor json(line);
    json.object([&](std::string_view key) {
        if (key == member)
            value = std::invoke(read, json);
        else
            json.skip();
    });
    require(json, value.has_value(), member);
    return *std::move(value);
}

std::size_t index_in(std::string_view line, std::string_view member) { return read_apart(line, member, read_index); }
std::string text_in(std::string_view line, std::string_view member) {
    return read_apart(line, member, &JsonCursor::string);
}

HostMessage read_progress(JsonCursor& json) {
    HostProgress progress;
    bool has_step = false;
    json.object([&](std::string_view key) {
        if (key == "step") {
            has_step = true;
            progress.step = json.string();
        } else if (key == "done") {
            progress.done = static_cast<std::size_t>(json.integer(0));
        } else if (key == "total") {
            progress.total = static_cast<std::size_t>(json.integer(0));
        } else if (key == "extension") {
            progress.extension = text_or_nothing(json);
        } else {
            json.skip();
        }
    });
    require(json, has_step, "step");
    return progress;
}

HostMessage read_done(JsonCursor& json) {
    DoneMessage done;
    bool has_messages = false;
    json.object([&](std::string_view key) {
        if (key == "messages") {
            has_messages = true;
            done.messages = static_cast<std::size_t>(json.integer(0));
        } else if (key == "environments") {
            done.environments = read_strings(json);
        } else if (key == "schemes") {
            done.schemes = read_strings(json);
        } else if (key == "torch") {
            done.torch = read_torch(json);
        } else {
            json.skip();
        }
    });
    require(json, has_messages, "messages");
    return done;
}

struct Row {
    std::string_view type;
    HostMessage (*read)(JsonCursor& json, std::string_view line);
};

constexpr std::array rows = {
    Row{"hello", [](JsonCursor& json, std::string_view) { return read_hello(json); }},
    Row{"log", [](JsonCursor& json, std::string_view) { return read_log(json); }},
    Row{"extension", [](JsonCursor& json, std::string_view) { return read_extension_message(json); }},
    Row{"source",
        [](JsonCursor& json, std::string_view line) -> HostMessage {
            return SourceMessage{index_in(line, "index"), read_source(json)};
        }},
    Row{"card",
        [](JsonCursor& json, std::string_view line) -> HostMessage {
            return CardMessage{index_in(line, "source"), text_in(line, "path"), read_card(json)};
        }},
    Row{"family", [](JsonCursor& json, std::string_view) -> HostMessage { return FamilyMessage{read_family(json)}; }},
    Row{"architecture",
        [](JsonCursor& json, std::string_view line) -> HostMessage {
            return ArchitectureMessage{text_in(line, "family"), read_architecture(json)};
        }},
    Row{"config_schema",
        [](JsonCursor& json, std::string_view line) -> HostMessage {
            ConfigSchema schema = read_config_schema(json);
            schema.class_name = text_in(line, "class");
            return schema;
        }},
    Row{"progress", [](JsonCursor& json, std::string_view) { return read_progress(json); }},
    Row{"done", [](JsonCursor& json, std::string_view) { return read_done(json); }},
};

} // namespace

HostMessageHead read_host_message_head(std::string_view line) {
    HostMessageHead head;
    JsonCursor json(line);
    json.object([&](std::string_view key) {
        if (key == "type")
            head.type = json.string();
        else if (key == "protocol")
            head.protocol = json.integer(1);
        else
            json.skip();
    });
    json.finish();
    return head;
}

std::optional<HostMessage> read_host_message(std::string_view type, std::string_view line) {
    const auto* const row = std::ranges::find(rows, type, &Row::type);
    if (row == rows.end())
        return std::nullopt;
    JsonCursor json(line);
    HostMessage message = row->read(json, line);
    json.finish();
    return message;
}

} // namespace fairlead
