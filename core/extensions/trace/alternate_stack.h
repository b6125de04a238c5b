// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace fairlead {

/// The stack that a thread's signal handlers run on, so that they can when its own is full. Made and destroyed by the
/// thread. One that another made, a sanitizer's for example, is left in its place; without memory there is none.
class AlternateStack {
public:
    AlternateStack() noexcept;
    AlternateStack(const AlternateStack&) = delete;
    AlternateStack& operator=(const AlternateStack&) = delete;
    ~AlternateStack();

private:
    void* memory_ = nullptr;
    std::size_t size_ = 0;
};

/// From now on every new thread of this process gets an AlternateStack: pthread_create() is stood in for.
void give_threads_alternate_stacks() noexcept;

} // namespace fairlead
