// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/config_schema.h"

#include <memory>
#include <string_view>
#include <vector>

namespace fairlead {

/// The config classes of a registry: each followed by those that its fields name.
///
/// A value that is cheap to copy; it may be used from any thread. A schema may outlive the list that it is from.
class ConfigSchemas {
public:
    using List = std::vector<std::shared_ptr<const ConfigSchema>>;

    ConfigSchemas() = default;
    ConfigSchemas(List list);
    /// Schemas that are read when they are first asked for, each by itself. `json` is an object of schemas by class
    /// name that is known to be good (else they throw SnapshotError then), and outlives all copies.
    [[nodiscard]] static ConfigSchemas deferred(std::string_view json);

    [[nodiscard]] const List& list() const;
    /// The schema of a class by its full name, or null.
    [[nodiscard]] std::shared_ptr<const ConfigSchema> find(std::string_view class_name) const;

private:
    struct Source;
    std::shared_ptr<Source> source_; ///< null: no schemas
};

} // namespace fairlead
