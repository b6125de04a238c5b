// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

namespace fairlead::yaml {

/// The elements of a list, tuple or set, for a range-based for.
class Value::Elements {
public:
    class Iterator;
    [[nodiscard]] Iterator begin() const noexcept;
    [[nodiscard]] Iterator end() const noexcept;
};

/// The entries of a mapping, omap or pairs, for a range-based for.
class Value::Entries {
public:
    class Iterator;
    [[nodiscard]] Iterator begin() const noexcept;
    [[nodiscard]] Iterator end() const noexcept;
};

} // namespace fairlead::yaml
