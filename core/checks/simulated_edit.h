// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_context.h"

namespace fairlead {

/// Whether an edit takes an empty document away and leaves the one before it as it is: read and compared, for what
/// stands behind a marker may become part of a block scalar before it. Looks at both documents' texts.
[[nodiscard]] bool removes_a_document(const CheckContext& context, const TextEdit& edit);

} // namespace fairlead
