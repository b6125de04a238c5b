// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/mangled_name.h"

#include <dlfcn.h>
#include <fairlead/type_id.h>
#include <functional>

namespace fairlead {
inline namespace abi1 {

TypeRecord::TypeRecord(const std::type_info& type, std::size_t type_size, std::size_t type_alignment) noexcept
    : mangled_name(type.name()), hash(std::hash<std::string_view>{}(mangled_name)), size(type_size),
      alignment(type_alignment), local(container::names_local_entity(mangled_name)) {}

std::string TypeId::name() const { return container::python_name(std::string(record_->mangled_name)); }

std::string TypeId::printed() const { return "<class '" + name() + "'>"; }

std::string TypeId::library() const {
    Dl_info found{};
    if (dladdr(record_, &found) == 0 || found.dli_fname == nullptr)
        return "an unknown library";
    return found.dli_fname;
}

} // namespace abi1
} // namespace fairlead
