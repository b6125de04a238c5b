// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/host_run.h"
#include "core/schemas/torch_names.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace fairlead {

// What a host says, one message a line: resources/host_protocol.schema.json.

/// The version of the protocol, `protocol` of `hello`.
inline constexpr int host_protocol = 1;

/// The first message.
struct HelloMessage {
    std::string host;                    ///< `native`, `python`
    std::string fairseq2_version;        ///< whose rules it follows
    std::string python_version;          ///< may be empty
    std::vector<LibraryVersion> runtime; ///< other versions
    bool traced = false;
    bool operator==(const HelloMessage&) const = default;
};

/// What is known of an extension now; later ones replace earlier ones of the index.
struct ExtensionMessage {
    std::size_t index = 0; ///< in the order of loading
    ExtensionReport report;
    bool operator==(const ExtensionMessage&) const = default;
};

/// A source of cards. Sent again with more files.
struct SourceMessage {
    std::size_t index = 0; ///< in the order of registration
    RecordedSource source; ///< files without their cards
    bool operator==(const SourceMessage&) const = default;
};

struct CardMessage {
    std::size_t source = 0; ///< index
    std::string path;       ///< of the file in it
    RecordedCard card;
    bool operator==(const CardMessage&) const = default;
};

/// Without its architectures.
struct FamilyMessage {
    FamilyRecord family;
    bool operator==(const FamilyMessage&) const = default;
};

struct ArchitectureMessage {
    std::string family; ///< the first model family of its config class
    ArchitectureRecord architecture;
    bool operator==(const ArchitectureMessage&) const = default;
};

/// The last message.
struct DoneMessage {
    std::size_t messages = 0; ///< sent before this one
    std::vector<std::string> environments;
    std::vector<std::string> schemes;
    TorchNames torch;
    bool operator==(const DoneMessage&) const = default;
};

using HostMessage = std::variant<HelloMessage, LogRecord, ExtensionMessage, SourceMessage, CardMessage, FamilyMessage,
                                 ArchitectureMessage, ConfigSchema, HostProgress, DoneMessage>;

/// A message as its line, without the line's end. Text that is no UTF-8 is written as `\xNN`.
[[nodiscard]] std::string write_host_message(const HostMessage& message);

} // namespace fairlead
