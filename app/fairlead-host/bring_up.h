// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/fairlead-host/arguments.h"
#include "app/fairlead-host/message_channel.h"

namespace fairlead::host {

/// Brings up a container as init_fairseq2() does, but goes through all extensions, whatever becomes of each, and says
/// what is registered. Nothing that is made here is destroyed: the process ends after it.
void bring_up(const Arguments& arguments, MessageChannel& channel);

} // namespace fairlead::host
