// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/extension_json.h"
#include "core/registry/json_cursor.h"
#include "core/registry/read_records.h"

#include <limits>
#include <utility>

namespace fairlead {
namespace {

// Of more, the rest is passed over: nobody reads that far, and a small text could ask for much memory.
constexpr std::size_t most_frames = 1000;
constexpr std::size_t most_causes = 100;
constexpr std::size_t most_owners = 100;
constexpr std::size_t most_registrations = 100'000; // and lacks of them

std::string text_or_nothing(JsonCursor& json) { return json.optional_string().value_or(std::string()); }

ReportedFrame read_frame(JsonCursor& json) {
    ReportedFrame frame;
    json.object([&](std::string_view key) {
        if (key == "function")
            frame.function = text_or_nothing(json);
        else if (key == "file")
            frame.file = text_or_nothing(json);
        else if (key == "line")
            frame.line = json.integer(0);
        else if (key == "code")
            frame.code = text_or_nothing(json);
        else if (key == "library")
            frame.library = text_or_nothing(json);
        else if (key == "own")
            frame.own = json.boolean();
        else
            json.skip();
    });
    return frame;
}

/// `causes`: where to put what the error was caused by; null where nothing further is read.
ReportedError read_reported_error(JsonCursor& json, std::vector<ReportedError>* causes) {
    ReportedError error;
    json.object([&](std::string_view key) {
        if (key == "type") {
            error.type = json.string();
        } else if (key == "message") {
            error.message = json.string();
        } else if (key == "details") {
            error.details = text_or_nothing(json);
        } else if (key == "frames") {
            error.frames = read_list<ReportedFrame>(json, read_frame, most_frames);
        } else if (key == "causes" && causes != nullptr) {
            *causes = read_list<ReportedError>(
                json, [](JsonCursor& cause) { return read_reported_error(cause, nullptr); }, most_causes);
        } else {
            json.skip();
        }
    });
    return error;
}

std::vector<ReportedError> read_errors(JsonCursor& json) {
    if (json.null())
        return {};
    std::vector<ReportedError> causes;
    std::vector<ReportedError> errors{read_reported_error(json, &causes)};
    errors.insert(errors.end(), std::make_move_iterator(causes.begin()), std::make_move_iterator(causes.end()));
    return errors;
}

ReportedRegistration read_registration(JsonCursor& json) {
    ReportedRegistration registration;
    bool has_kind = false;
    bool has_name = false;
    json.object([&](std::string_view key) {
        has_kind = has_kind || key == "kind";
        has_name = has_name || key == "name";
        if (key == "kind")
            registration.kind = json.string();
        else if (key == "name")
            registration.name = json.string();
        else if (key == "type")
            registration.type = json.string();
        else if (!read_place(json, key, registration.place))
            json.skip();
    });
    require(json, has_kind, "kind");
    require(json, has_name, "name");
    return registration;
}

ReportedConflict::Owner read_owner(JsonCursor& json) {
    ReportedConflict::Owner owner;
    json.object([&](std::string_view key) {
        if (key == "name")
            owner.name = json.optional_string();
        else if (!read_place(json, key, owner.place))
            json.skip();
    });
    return owner;
}

std::optional<ReportedConflict> read_conflict(JsonCursor& json) {
    if (json.null())
        return std::nullopt;
    ReportedConflict conflict;
    json.object([&](std::string_view key) {
        if (key == "type") {
            conflict.type = json.string();
        } else if (key == "key") {
            conflict.key = json.optional_string();
        } else if (key == "owners") {
            conflict.owners = read_list<ReportedConflict::Owner>(json, read_owner, most_owners);
        } else {
            json.skip();
        }
    });
    return conflict;
}

ReportedLack read_lack(JsonCursor& json) {
    ReportedLack lack;
    bool has_message = false;
    json.object([&](std::string_view key) {
        has_message = has_message || key == "message";
        if (key == "message")
            lack.message = json.string();
        else if (key == "details")
            lack.details = text_or_nothing(json);
        else if (key == "deferred")
            lack.deferred = json.boolean();
        else if (key == "asked_by")
            lack.asked_by = text_or_nothing(json);
        else if (key == "key")
            lack.key = json.optional_string();
        else if (!read_place(json, key, lack.place))
            json.skip();
    });
    require(json, has_message, "message");
    return lack;
}

Fairseq2Words read_words(JsonCursor& json) {
    Fairseq2Words words;
    json.object([&](std::string_view key) {
        if (key == "untraced")
            words.untraced = json.string();
        else if (key == "traced")
            words.traced = json.string();
        else
            json.skip();
    });
    return words;
}

ExtensionOutcome read_outcome(JsonCursor& json) {
    const std::optional<ExtensionOutcome> outcome = extension_outcome(json.string());
    if (!outcome)
        json.fail("is no state of an extension");
    return *outcome;
}

std::optional<double> read_milliseconds(JsonCursor& json) {
    return json.null() ? std::nullopt : std::optional(json.number(0));
}

/// Members that say what became of it.
bool read_result(JsonCursor& json, std::string_view key, ExtensionReport& extension) {
    if (key == "state") {
        extension.outcome = read_outcome(json);
    } else if (key == "import_ms") {
        extension.import_ms = read_milliseconds(json);
    } else if (key == "call_ms") {
        extension.call_ms = read_milliseconds(json);
    } else if (key == "registered") {
        extension.registered = read_list<ReportedRegistration>(json, read_registration, most_registrations);
    } else if (key == "warning") {
        extension.warning = json.optional_string();
    } else if (key == "error") {
        extension.errors = read_errors(json);
    } else if (key == "exit_code") {
        extension.exit_code = json.null() ? std::nullopt : std::optional(json.integer(std::numeric_limits<int>::min()));
    } else if (key == "signal") {
        extension.signal = json.optional_string();
    } else if (key == "limit_ms") {
        extension.limit_ms = read_milliseconds(json);
    } else if (key == "limit_mib") {
        extension.limit_mib = json.null() ? std::nullopt : std::optional(json.integer(0));
    } else if (key == "conflict") {
        extension.conflict = read_conflict(json);
    } else if (key == "froze") {
        extension.froze = json.boolean();
    } else if (key == "lacks") {
        extension.lacks = read_list<ReportedLack>(json, read_lack, most_registrations);
    } else if (key == "output") {
        extension.output = json.string();
    } else if (key == "fairseq2") {
        extension.fairseq2 = read_words(json);
    } else {
        return false;
    }
    return true;
}

} // namespace

bool read_extension_member(JsonCursor& json, std::string_view key, ExtensionReport& extension) {
    if (key == "name")
        extension.name = json.string();
    else if (key == "value")
        extension.value = json.string();
    else if (key == "distribution")
        extension.distribution = text_or_nothing(json);
    else if (key == "version")
        extension.version = text_or_nothing(json);
    else if (key == "manifest")
        extension.manifest = text_or_nothing(json);
    else if (key == "line")
        extension.line = json.integer(0);
    else if (key == "library")
        extension.library = text_or_nothing(json);
    else
        return read_result(json, key, extension);
    return true;
}

ExtensionReport read_extension(JsonCursor& json) {
    ExtensionReport extension;
    bool has_name = false;
    json.object([&](std::string_view key) {
        has_name = has_name || key == "name";
        if (!read_extension_member(json, key, extension))
            json.skip();
    });
    require(json, has_name, "name");
    return extension;
}

} // namespace fairlead
