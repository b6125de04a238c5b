// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairlead-host/foreign_code.h"

namespace fairlead::host {

/// Sends the families that extensions have registered, their architectures with complete configs, and the config
/// classes; and calls architectures so in the extensions' reports. A family or a config that cannot be made is sent
/// with its error.
void send_families(const ForeignCode& code);

} // namespace fairlead::host
