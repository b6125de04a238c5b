// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cxxabi.h>
#include <exception>

namespace fairlead {

/// Runs a step of an extension's code and gives what it throws, an exception of any type; null: nothing. The end of the
/// thread (pthread_exit) is none and passes.
///
/// That end has no object, so that the reference to it binds to null: the undefined behaviour sanitizer, which would
/// end the process for that, does not look here.
template <class Step>
[[nodiscard]] __attribute__((no_sanitize("null", "alignment"))) std::exception_ptr thrown_by(Step step) {
    try {
        step();
        return nullptr;
    } catch (abi::__forced_unwind&) {
        throw;
    } catch (...) {
        return std::current_exception();
    }
}

} // namespace fairlead
