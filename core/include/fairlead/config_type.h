// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_tree.h>
#include <fairlead/type_id.h>
#include <fairlead/validation_result.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead {
inline namespace abi1 {

class DependencyContainer;
struct ConfigClass;

enum class ConfigTypeKind : unsigned char {
    boolean,
    integer,
    real,
    string,
    none,
    path,
    list,
    set,
    dict, ///< with texts as keys
    tuple,
    union_,
    literal,
    enumeration,
    config,
};

/// The type of a config's field, as Python has it.
struct ConfigType {
    ConfigTypeKind kind = ConfigTypeKind::none;
    std::vector<ConfigType> args = {};        ///< of list, set, tuple and union; of a dict that of its values
    std::vector<std::string> values = {};     ///< a literal's texts, an enum's members
    std::optional<TypeId> enumeration = {};   ///< of an enum
    const ConfigClass& (*config)() = nullptr; ///< of a config within the config
    unsigned char bits = 0;                   ///< an integer's, a real's width
    bool is_signed = true;                    ///< of an integer; a real always is
};

struct ConfigClassField {
    std::string name = {};
    ConfigType type = {};
    ConfigTree default_value = {};
    std::string documentation = {}; ///< may be empty
};

/// What is known of a config struct without the struct: config_class() makes it. It lies in the library that has asked
/// for it, which is never unloaded; it may be used from any thread.
struct ConfigClass {
    TypeId kls;
    std::string name = {}; ///< qualified, with dots: `my_package.MyConfig`
    std::vector<ConfigClassField> fields = {};
    /// Unstructures a config, an object of the struct. Throws ValueError if an enum has a value that is no member.
    ConfigTree (*to_tree)(const void* config) = nullptr;
    /// Makes a config of what fits its fields, as what fairseq2's `structure()` gives does; a field that the tree does
    /// not name keeps its default. Throws ValueError if it does not fit.
    std::shared_ptr<void> (*from_tree)(const ConfigTree& tree) = nullptr;
    /// Calls the struct's own `validate()`; null if it has none.
    ValidationResult (*validate)(const void* config) = nullptr;
};

/// A number that changes with the names and types of the fields.
[[nodiscard]] FAIRLEAD_API std::uint64_t fields_fingerprint(const ConfigClass& kls);

/// Notes the fields of the class and of all configs within it: throws TypeConflictError if another library has a class
/// of one of the names with other fields (DependencyContainer::note_fields).
FAIRLEAD_API void note_config_class(DependencyContainer& container, const ConfigClass& kls);

} // namespace abi1
} // namespace fairlead
