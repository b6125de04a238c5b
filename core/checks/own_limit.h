// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/session.h"

#include <string>

namespace fairlead {

// fairseq2 reads files of any size and values of any number. Fairlead stops at limits of its own, and does not know
// what fairseq2 makes of what lies beyond them.

/// Whether a finding tells of such a limit.
[[nodiscard]] bool is_own_limit(const Diagnostic& finding) noexcept;
/// The same of what a store says. It may say so where another file is at fault, too.
[[nodiscard]] bool is_own_limit(const AssetError& error) noexcept;
/// False if nothing but limits keeps sources unread: fairseq2 may load them, or may not.
[[nodiscard]] bool is_verdict_known(const CheckSession& session);
/// `AssetMetadataError: …`, what fairseq2 says of sources that it does not load: of the first fault that is known.
[[nodiscard]] std::string refusal_text(const CheckSession& session);

} // namespace fairlead
