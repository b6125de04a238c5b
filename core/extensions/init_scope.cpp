// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/init_scope.h"

#include <fairlead/dependency_errors.h>

namespace fairlead {
namespace {

/// Whether a scope is alive on this thread. Nothing else of init_fairseq2() outlives a call.
thread_local bool running = false;

} // namespace

InitScope::InitScope() {
    if (running)
        throw InvalidOperationError("`init_fairseq2()` cannot be called recursively.");
    running = true;
}

InitScope::~InitScope() { running = false; }

} // namespace fairlead
