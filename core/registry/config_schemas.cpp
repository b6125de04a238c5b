// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/config_schemas.h"

#include "core/registry/json_cursor.h"
#include "core/registry/read_records.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace fairlead {

struct ConfigSchemas::Source {
    std::once_flag read;
    std::string_view json; ///< empty: the list was given
    List list;
};

ConfigSchemas::ConfigSchemas(List list) : source_(std::make_shared<Source>()) { source_->list = std::move(list); }

ConfigSchemas ConfigSchemas::deferred(std::string_view json) {
    ConfigSchemas schemas{List{}};
    schemas.source_->json = json;
    return schemas;
}

const ConfigSchemas::List& ConfigSchemas::list() const {
    static const List none;
    if (!source_) {
        return none;
    }
    if (!source_->json.empty()) {
        std::call_once(source_->read, [this] {
            JsonCursor cursor(source_->json);
            source_->list = read_config_schemas(cursor);
            cursor.finish();
        });
    }
    return source_->list;
}

std::shared_ptr<const ConfigSchema> ConfigSchemas::find(std::string_view class_name) const {
    const List& all = list();
    const auto found = std::ranges::find(all, class_name, &ConfigSchema::class_name);
    return found == all.end() ? nullptr : *found;
}

} // namespace fairlead
