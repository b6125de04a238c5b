// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/entry_point.h"
#include "core/extensions/exception_report.h"
#include "core/extensions/manifest_search.h"

#include <fairlead/registration.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// How far an extension has come. It fails *in* the next step; see ExtensionRecord::failure.
enum class ExtensionState : std::uint8_t {
    discovered, ///< it stands in a manifest
    imported,   ///< its library is open, its function found
    registered, ///< its function has returned
};

/// Why an extension came no further.
enum class ExtensionFailure : std::uint8_t {
    bad_entry_point, ///< what stands in the manifest cannot be an extension
    not_found,       ///< there is no such library
    refused,         ///< the library was looked at and not opened, or the function is missing
    wrong_signature, ///< a function of that name takes something else
    not_opened,      ///< the loader refused the library, or it threw while it was opened
    threw,           ///< the function threw
};

/// `discovered`, `imported`, `registered`.
[[nodiscard]] std::string_view to_string(ExtensionState state) noexcept;

/// Of an extension that registered what was registered already.
struct RegistrationConflict {
    std::string type{}; ///< the class, with dots
    Key key{};
    std::vector<Registrant> registrants{}; ///< the one that was there, then the one that came second
};

/// What is known of an extension: a value that outlives its library's use.
struct ExtensionRecord {
    // From the manifest on.
    EntryPoint entry;
    std::string distribution{}; ///< of the manifest; may be empty
    std::string version{};
    bool enabled = true; ///< the person's wish; one that is off stays discovered

    ExtensionState state = ExtensionState::discovered;
    std::optional<ExtensionFailure> failure{}; ///< none: it has not failed (yet)

    // From the attempt on; empty or zero before.
    std::filesystem::path library{};             ///< the file, if it was found
    std::chrono::nanoseconds import_time{};      ///< finding, looking, opening
    std::chrono::nanoseconds call_time{};        ///< zero: it was not called
    std::vector<RegistrationInfo> registered{};  ///< in order; what was there before a failure stays
    std::vector<ReportedException> exceptions{}; ///< of a failure: the outermost first
    std::optional<RegistrationConflict> conflict{};
    bool froze = false;    ///< it was the first to resolve something: nothing can be registered after that
    std::string warning{}; ///< what fairseq2 logs of a failure with tracing off
    std::string error{};   ///< what it raises with tracing on: ExtensionError's text
};

/// A record for each entry of the manifests, in the order of loading.
[[nodiscard]] std::vector<ExtensionRecord> discovered_extensions(const FoundManifests& found);

} // namespace fairlead
