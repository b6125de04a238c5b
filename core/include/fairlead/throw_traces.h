// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/abi_note.h>

#include <cstdint>
#include <exception>
#include <string>
#include <vector>

namespace fairlead {
inline namespace abi1 {

/// A call that was under way when an exception was thrown.
struct TraceFrame {
    std::string function{};   ///< as C++ writes it; empty if not known
    std::string file{};       ///< of the source; empty without debug information
    int line = 0;             ///< from 1; 0: not known
    std::string library{};    ///< the file of the library or program that the code is in
    std::uint64_t offset = 0; ///< of the return address in that file's address space; 0 for an inlined call
    bool inlined = false;     ///< the compiler put this call's code into its caller
    bool foreign = false;     ///< of the standard library, the system or Fairlead: shown folded
};

/// Knows where exceptions were thrown. A program that wants traces links `fairlead::trace` and hands recorded_throws()
/// to init_fairseq2(); what is linked without has no traces.
class ThrowTraces {
public:
    ThrowTraces() = default;
    ThrowTraces(const ThrowTraces&) = delete;
    ThrowTraces& operator=(const ThrowTraces&) = delete;
    virtual ~ThrowTraces() = default;

    /// The calls at the point where an exception was thrown (not thrown again), innermost first, inlined ones
    /// included. Empty if nothing is known: std::make_exception_ptr() leaves no trace. May be called from any thread.
    [[nodiscard]] virtual std::vector<TraceFrame> frames(const std::exception_ptr& exception) const = 0;

    /// Whether a function of this process is called for an object, as a member function that is not static is: debug
    /// information tells, the linker's name does not. False if that is not known. `function`: where its code begins.
    /// May be called from any thread.
    [[nodiscard]] virtual bool is_called_for_object(const void* /*function*/) const { return false; }
};

/// The traces that linking `fairlead::trace` records from the start of the program on, for exceptions of every thread
/// and library: it stands in for the C++ runtime's __cxa_throw. A record lives as long as its exception.
[[nodiscard]] const ThrowTraces& recorded_throws() noexcept;

} // namespace abi1
} // namespace fairlead
