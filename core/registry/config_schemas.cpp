// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/config_schemas.h"

#include "core/registry/json_cursor.h"
#include "core/registry/read_records.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace fairlead {

struct ConfigSchemas::Source {
    struct Class {
        std::string name;
        std::string_view json;
        std::shared_ptr<const ConfigSchema> schema; ///< null: not yet read
    };

    void find_classes();
    /// Needs the lock.
    const std::shared_ptr<const ConfigSchema>& read(Class& of) const;

    std::string_view json; ///< empty: the list was given
    std::once_flag found;
    std::mutex lock; ///< for the schemas of the classes
    std::vector<Class> classes;
    std::once_flag listed;
    List list;
};

void ConfigSchemas::Source::find_classes() {
    JsonCursor cursor(json);
    cursor.object([&](std::string_view class_name) {
        std::string name = unescape_json(class_name);
        classes.push_back({.name = std::move(name), .json = cursor.skip(), .schema = {}});
    });
    cursor.finish();
}

const std::shared_ptr<const ConfigSchema>& ConfigSchemas::Source::read(Class& of) const {
    if (!of.schema) {
        JsonCursor cursor(of.json);
        auto schema = std::make_shared<ConfigSchema>(read_config_schema(cursor));
        schema->class_name = of.name;
        of.schema = std::move(schema);
    }
    return of.schema;
}

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
        std::call_once(source_->found, [this] { source_->find_classes(); });
        std::call_once(source_->listed, [this] {
            const std::scoped_lock locked(source_->lock);
            List all;
            for (Source::Class& one : source_->classes) {
                all.push_back(source_->read(one));
            }
            source_->list = std::move(all);
        });
    }
    return source_->list;
}

std::shared_ptr<const ConfigSchema> ConfigSchemas::find(std::string_view class_name) const {
    if (!source_) {
        return nullptr;
    }
    if (source_->json.empty()) {
        const auto found = std::ranges::find(source_->list, class_name, &ConfigSchema::class_name);
        return found == source_->list.end() ? nullptr : *found;
    }
    std::call_once(source_->found, [this] { source_->find_classes(); });
    const auto found = std::ranges::find(source_->classes, class_name, &Source::Class::name);
    if (found == source_->classes.end()) {
        return nullptr;
    }
    const std::scoped_lock locked(source_->lock);
    return source_->read(*found);
}

} // namespace fairlead
