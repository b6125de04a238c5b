// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/source.h"
#include "core/hosts/host_run.h"
#include "ui/settings/settings_values.h"

#include <span>
#include <vector>

namespace fairlead::ui {

/// A variable that fairseq2 reads.
struct KnownVariable {
    const char* name;
    bool isOwn;    ///< of fairseq2's; else of Python's world, or the machine's
    bool isSecret; ///< its value is not shown
};

inline constexpr const char* traceVariable = "FAIRSEQ2_EXTENSION_TRACE";
/// Where native extensions are looked for; Fairlead's own.
inline constexpr const char* extensionPathVariable = "FAIRLEAD_EXTENSION_PATH";

/// All that fairseq2 0.8.1 reads: its own six first, in the order of its documentation.
[[nodiscard]] std::span<const KnownVariable> knownVariables();

/// What is changed for a host, by name: variables set, and variables removed where there is no value. Those that are
/// as in the shell already are left out; FAIRSEQ2_EXTENSION_TRACE follows the wish to trace.
[[nodiscard]] std::vector<HostVariable> variableChanges(const SettingsValues& values, bool tracing,
                                                        const VariableLookup& shell);

/// The variables as they are with these changes. A value: it may be used on any thread, and outlives what it was made
/// of, save `shell`.
[[nodiscard]] VariableLookup changedVariables(std::vector<HostVariable> changes, VariableLookup shell);

} // namespace fairlead::ui
