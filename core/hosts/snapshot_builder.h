// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/hosts/host_message.h"

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

namespace fairlead {

/// Puts a host's messages together to a snapshot. What belongs to nothing that was sent is passed over. Extensions are
/// not its business.
class SnapshotBuilder {
public:
    void take(const HelloMessage& hello);
    void take(SourceMessage message);
    void take(CardMessage message);
    void take(FamilyMessage message);
    void take(ArchitectureMessage message);
    void take(ConfigSchema schema);
    void take(DoneMessage message);

    /// What is known by now; the builder is empty afterwards.
    [[nodiscard]] RegistrySnapshot finish();

private:
    RegistrySnapshot snapshot_;
    std::map<std::size_t, std::size_t> sources_; ///< places by index
    ConfigSchemas::List schemas_;
};

} // namespace fairlead
