// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/registration.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// How far an extension has come in a host, or how it ended there.
enum class ExtensionOutcome : std::uint8_t {
    discovered,      ///< it stands in a manifest; its turn has not come, or the host ended before
    importing,       ///< its library is being looked at and opened, its module imported
    calling,         ///< its function runs
    registered,      ///< its function has returned
    import_failed,   ///< its function could not be had
    refused,         ///< its library was looked at and not opened
    wrong_signature, ///< its function cannot be called with the container
    type_error,      ///< Python only: a TypeError that fairseq2 lets pass
    failed,          ///< its function threw
    exited,          ///< it ended the process
    crashed,         ///< the process was ended by a signal while it ran
    timed_out,       ///< it did not come back in time, and was ended
    flooded,         ///< it printed more than the limit, and was ended
    off,             ///< switched off: not looked at
};

/// `registered`, `import-failed`, `timed-out`: the `state` of the protocol, of snapshots and of fairleadctl.
[[nodiscard]] std::string_view to_string(ExtensionOutcome outcome) noexcept;
[[nodiscard]] std::optional<ExtensionOutcome> extension_outcome(std::string_view text) noexcept;
/// Whether it is an outcome that a person has to mend.
[[nodiscard]] bool is_failure(ExtensionOutcome outcome) noexcept;
/// Whether the extension took its process with it.
[[nodiscard]] bool ends_process(ExtensionOutcome outcome) noexcept;

/// A call that was under way when an error was thrown.
struct ReportedFrame {
    std::string function{}; ///< as its language writes it; empty: not known
    std::string file{};     ///< of the source; empty: not known
    int line = 0;           ///< from 1; 0: not known
    std::string code{};     ///< the line of the source, without blanks around it; empty: not known
    std::string library{};  ///< the file that the code is in; may be empty
    bool own = true;        ///< of the person's code; false: of a runtime or of Fairlead, shown folded

    bool operator==(const ReportedFrame&) const = default;
};

struct ReportedError {
    std::string type{};                  ///< the exception's class
    std::string message{};               ///< may be empty
    std::string details{};               ///< what is known beyond it: owners, places; may be empty
    std::vector<ReportedFrame> frames{}; ///< innermost first; empty: not known

    bool operator==(const ReportedError&) const = default;
};

/// Something that an extension has registered.
struct ReportedRegistration {
    std::string kind{}; ///< `model family`, `architecture`, `card source`, `object`, …: see registration_kind()
    std::string name{}; ///< its key; of what has none the class without its namespace
    std::string type{}; ///< the class under which it can be resolved, in full
    RegistrationPlace place{};

    bool operator==(const ReportedRegistration&) const = default;
};

/// Two registrations of one class and key.
struct ReportedConflict {
    struct Owner {
        std::optional<std::string> name{}; ///< the extension; none: fairseq2 itself, or the program
        RegistrationPlace place{};
        bool operator==(const Owner&) const = default;
    };
    std::string type{};
    std::optional<std::string> key{};
    std::vector<Owner> owners{}; ///< the one that was there, then the one that came second

    bool operator==(const ReportedConflict&) const = default;
};

/// What a registered class needs and nobody has registered, or a cycle of such needs.
struct ReportedLack {
    std::string message{}; ///< what resolving it would throw
    std::string details{};
    RegistrationPlace place{};        ///< of the registration that has the problem
    bool deferred = false;            ///< only when it is asked for
    std::string asked_by{};           ///< the class that is registered there, `lab.Model`; empty: not known
    std::optional<std::string> key{}; ///< that it is registered with

    bool operator==(const ReportedLack&) const = default;
};

/// What fairseq2 itself does at an extension, in a sentence, with tracing off and on.
struct Fairseq2Words {
    std::string untraced{};
    std::string traced{};

    bool operator==(const Fairseq2Words&) const = default;
};

struct ExtensionReport;
/// The limit that an extension went over, `30 s`, `250 ms`, `64 MiB`; empty: none, or it is not known.
[[nodiscard]] std::string limit_text(const ExtensionReport& extension);

/// What is known of an extension in an environment. A value, of any host.
struct ExtensionReport {
    std::string name{};  ///< the key of its entry point: the owner of what it registers
    std::string value{}; ///< `library:namespace::function`, `package.module:function`
    std::string distribution{};
    std::string version{};
    std::string manifest{}; ///< the file that it stands in
    int line = 0;           ///< in it, from 1
    std::string library{};  ///< the file of its code, if it was found
    ExtensionOutcome outcome = ExtensionOutcome::discovered;
    std::optional<double> import_ms{}; ///< none: not tried, or it never ended
    std::optional<double> call_ms{};
    std::vector<ReportedRegistration> registered{}; ///< in order; what was there before a failure stays
    std::optional<std::string> warning{};           ///< what fairseq2 logs with tracing off
    std::vector<ReportedError> errors{};            ///< of a failure: the outermost first, then what each was caused by
    std::optional<int> exit_code{};
    std::optional<std::string> signal{}; ///< `SIGSEGV`
    std::optional<double> limit_ms{};    ///< of one that timed out: the time that it had for this step
    std::optional<int> limit_mib{};      ///< of one that flooded: how much it might print
    std::optional<ReportedConflict> conflict{};
    bool froze = false;                ///< it resolved something: fairseq2 refuses what later ones register
    std::vector<ReportedLack> lacks{}; ///< of what it has registered
    std::string output{};              ///< of one that ended its process: the last that it printed
    Fairseq2Words fairseq2{};          ///< see foretell_fairseq2()

    bool operator==(const ExtensionReport&) const = default;
};

} // namespace fairlead
