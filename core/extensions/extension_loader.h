// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/extension_record.h"

#include <fairlead/dependency_container.h>
#include <fairlead/log.h>
#include <fairlead/throw_traces.h>

#include <exception>
#include <functional>
#include <span>

namespace fairlead {

/// Whether FAIRSEQ2_EXTENSION_TRACE is present, whatever its value. `variable` gives a variable's value, or null.
[[nodiscard]] bool extension_trace_wanted(const std::function<const char*(const char*)>& variable);

/// Finds, looks at, opens and calls an extension, and writes into its record what became of it. Libraries are never
/// closed. Gives what it threw, or an ExtensionImportError; null if all went well or the extension is off. `traces` may
/// be null. `before_call` is called once the library is open, before the function is; it may be empty.
///
/// Nothing is thrown, save by forced unwinding (the end of a thread), which passes. That the extension may end the
/// process is not kept from it.
[[nodiscard]] std::exception_ptr load_extension(DependencyContainer& container, ExtensionRecord& record,
                                                const ThrowTraces* traces,
                                                const std::function<void()>& before_call = {});

/// How extensions are loaded.
struct LoadOptions {
    bool traced = false;                 ///< extension_trace_wanted()
    const ThrowTraces* traces = nullptr; ///< where exceptions were thrown; null: not known
    LogSink log = {};                    ///< gets the warnings; may be empty
};

/// Loads extensions in their order, as fairseq2 does (composition/extensions.py). Not traced, one that fails is a
/// warning and the rest goes on; traced, it throws ExtensionError with what the extension threw nested in it, and what
/// was registered till then stays.
void load_extensions(DependencyContainer& container, std::span<ExtensionRecord> records, const LoadOptions& options);

} // namespace fairlead
