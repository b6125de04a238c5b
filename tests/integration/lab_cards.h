// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

/// A run beside `lab/models.yaml`: two models on one base, one of them with an overlay for `user` and a tokenizer, and
/// a card of no family.
[[nodiscard]] Command lab();
