// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace fairlead::host {

/// The threads of this process as they were when this was made.
class ThreadCount {
public:
    ThreadCount();
    /// Gives threads that have come since a moment (a tenth of a second, at most) to end.
    void wait_for_new_ones() const;

private:
    std::size_t before_;
};

} // namespace fairlead::host
