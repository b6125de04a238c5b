// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairlead-host/extension_round.h"
#include "app/fairlead-host/extension_watch.h"
#include "app/fairlead-host/message_channel.h"

#include <fairlead/dependency_container.h>

#include <functional>
#include <string>
#include <vector>

namespace fairlead::host {

/// What asks extensions for what they have registered: that runs their code again.
struct ForeignCode {
    DependencyContainer& container;
    ExtensionRound& extensions;
    MessageChannel& channel;
    ExtensionWatch& watch;

    /// Calls `ask` for a registration of an extension, such that whoever started the host knows whose code runs. What
    /// it throws is a line of the log that begins with `trouble`. Registrations of the program are passed over.
    void run(const HostProgress& progress, const RegistrationInfo& registration, const std::string& trouble,
             const std::function<void(std::size_t extension)>& ask) const;
    /// The same for each element of a class in the collection, by its number among them.
    void run_elements(
        const std::string& step, const TypeId& kls, const std::string& trouble,
        const std::function<void(std::size_t element, const RegistrationInfo&, std::size_t extension)>& ask) const;
};

} // namespace fairlead::host
