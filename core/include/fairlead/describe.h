// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>
#include <fairlead/throw_traces.h>

#include <exception>
#include <string>

namespace fairlead {
inline namespace abi1 {

/// All that an exception says, as lines for people: its class and text, the details of an Error in brackets below, and
/// in the same way what is nested in it (std::throw_with_nested), each after "caused by", at most 100. An error of
/// fairseq2's has fairseq2's name, any other class the name that C++ writes. Control characters are escaped. Each line
/// has its end. May be called from any thread.
///
///     AssetDownloadError: Download of lab://a failed. There is no index.
///     caused by std::runtime_error: index.txt cannot be read.
[[nodiscard]] FAIRLEAD_API std::string describe(const std::exception& exception);

/// The same of whatever was thrown, `throw 42` included: `describe(std::current_exception())`. With traces
/// (`&recorded_throws()`, of fairlead::trace) also the calls from where each was thrown, with file and line. Empty if
/// there is no exception.
[[nodiscard]] FAIRLEAD_API std::string describe(const std::exception_ptr& exception,
                                                const ThrowTraces* traces = nullptr);

} // namespace abi1
} // namespace fairlead
