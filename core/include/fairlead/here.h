// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

namespace fairlead {
inline namespace abi1 {

/// A place in a source, as std::source_location, which not every compiler that builds extensions has. As a default
/// argument `Here::current()` is the place of the call.
class Here {
public:
    /// No place: an empty file name.
    constexpr Here() noexcept = default;
    [[nodiscard]] static constexpr Here current(const char* file = __builtin_FILE(),
                                                const char* function = __builtin_FUNCTION(),
                                                unsigned line = __builtin_LINE()) noexcept {
        Here here;
        here.file_ = file;
        here.function_ = function;
        here.line_ = line;
        return here;
    }

    [[nodiscard]] constexpr const char* file_name() const noexcept { return file_; }
    [[nodiscard]] constexpr const char* function_name() const noexcept { return function_; }
    [[nodiscard]] constexpr unsigned line() const noexcept { return line_; }

private:
    const char* file_ = "";
    const char* function_ = "";
    unsigned line_ = 0;
};

} // namespace abi1
} // namespace fairlead
