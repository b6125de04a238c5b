// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/abi_note.h>

/// Marks what libfairlead_core exports, however the code that includes it is compiled.
#define FAIRLEAD_API __attribute__((visibility("default")))

/// Marks what each library keeps a copy of its own of, whatever else is loaded.
#define FAIRLEAD_OWN __attribute__((visibility("hidden")))

/// The name of the interface's version, which is part of every symbol: a library built for another one does not fit.
namespace fairlead {
inline namespace abi1 {}
} // namespace fairlead

#if __cplusplus < 202002L
#error "fairlead: C++20 is needed: compile with -std=c++20"
#endif
