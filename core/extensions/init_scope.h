// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

namespace fairlead {

/// While it lives, extensions are being loaded on this thread: another one, and so init_fairseq2(), throws
/// InvalidOperationError, as fairseq2 does when an extension uses hubs or the store (fairseq2/__init__.py).
class InitScope {
public:
    InitScope();
    ~InitScope();
    InitScope(const InitScope&) = delete;
    InitScope& operator=(const InitScope&) = delete;
};

} // namespace fairlead
