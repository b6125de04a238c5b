// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/module_places.h"

#include "core/extensions/trace/function_scopes.h"

#include <algorithm>
#include <cstdlib>
#include <cxxabi.h>
#include <dwarf.h>
#include <elfutils/libdw.h>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fairlead {
namespace {

struct Freed {
    void operator()(void* memory) const noexcept { std::free(memory); } // NOLINT: libdw malloc()s
};

/// Without what is nothing to people: the inline namespace, and that a part of a function stands apart.
std::string readable(std::string name) {
    name.erase(std::min(name.find(" [clone "), name.size()));
    constexpr std::string_view abi = "abi1::";
    for (auto at = name.find(abi); at != std::string::npos; at = name.find(abi, at))
        name.erase(at, abi.size());
    return name;
}

std::string demangled(const char* symbol) {
    if (symbol == nullptr)
        return {};
    int status = 0;
    const std::unique_ptr<char, Freed> text(abi::__cxa_demangle(symbol, nullptr, nullptr, &status));
    return readable(text == nullptr ? symbol : text.get());
}

/// The namespaces and classes that a function stands in, with colons: `my_package::(anonymous namespace)::`.
std::string scope_of(Dwarf_Die definition) {
    Dwarf_Attribute attribute;
    for (const unsigned origin : {DW_AT_abstract_origin, DW_AT_specification}) {
        Dwarf_Die other;
        if (dwarf_attr(&definition, origin, &attribute) != nullptr && dwarf_formref_die(&attribute, &other) != nullptr)
            definition = other;
    }
    Dwarf_Die* scopes = nullptr;
    const int count = dwarf_getscopes_die(&definition, &scopes);
    const std::unique_ptr<Dwarf_Die, Freed> memory(scopes);
    std::string text;
    for (Dwarf_Die& scope : std::span(scopes, count > 0 ? static_cast<std::size_t>(count) : 0)) {
        const char* name = dwarf_diename(&scope);
        switch (dwarf_tag(&scope)) {
        case DW_TAG_namespace:
            text.insert(0, name == nullptr ? std::string("(anonymous namespace)::") : std::string(name) + "::");
            break;
        case DW_TAG_class_type:
        case DW_TAG_structure_type:
            text.insert(0, name == nullptr ? std::string("(lambda)::") : std::string(name) + "::");
            break;
        default:
            break;
        }
    }
    return text;
}

std::string function_of(Dwarf_Die& die) {
    Dwarf_Attribute attribute;
    for (const unsigned name : {DW_AT_linkage_name, DW_AT_MIPS_linkage_name})
        if (dwarf_attr_integrate(&die, name, &attribute) != nullptr)
            if (const char* text = dwarf_formstring(&attribute))
                return demangled(text);
    // What is local to a file has no linker's name.
    const char* name = dwarf_diename(&die);
    return name == nullptr ? std::string() : readable(scope_of(die) + name);
}

std::optional<Dwarf_Word> number(Dwarf_Die& die, unsigned name) {
    Dwarf_Attribute attribute;
    Dwarf_Word value = 0;
    if (dwarf_attr(&die, name, &attribute) == nullptr || dwarf_formudata(&attribute, &value) != 0)
        return std::nullopt;
    return value;
}

/// Names of files may be relative to where the compiler ran.
std::string full_path(Dwarf_Die* unit, const char* file) {
    const std::filesystem::path path(file);
    Dwarf_Attribute attribute;
    const char* folder =
        dwarf_attr(unit, DW_AT_comp_dir, &attribute) == nullptr ? nullptr : dwarf_formstring(&attribute);
    if (path.is_absolute() || folder == nullptr)
        return path.lexically_normal().string();
    return (std::filesystem::path(folder) / path).lexically_normal().string();
}

/// Puts the place that an inlined function was called at into the frame of its caller.
void place_call(Dwarf_Die& inlined, TraceFrame& caller) {
    caller.line = static_cast<int>(number(inlined, DW_AT_call_line).value_or(0));
    Dwarf_Die unit;
    Dwarf_Files* files = nullptr;
    std::size_t count = 0;
    const auto index = number(inlined, DW_AT_call_file);
    if (index && dwarf_diecu(&inlined, &unit, nullptr, nullptr) != nullptr &&
        dwarf_getsrcfiles(&unit, &files, &count) == 0)
        if (const char* file = dwarf_filesrc(files, static_cast<std::size_t>(*index), nullptr, nullptr))
            caller.file = full_path(&unit, file);
}

/// The unit with the functions: under -gsplit-dwarf another one than the one with the lines.
Dwarf_Die* unit_with_functions(Dwarf_Die* unit, Dwarf_Die& split) {
    std::uint8_t type = 0;
    if (dwarf_cu_info(unit->cu, nullptr, &type, nullptr, &split, nullptr, nullptr, nullptr) == 0 &&
        type == DW_UT_skeleton && split.addr != nullptr)
        return &split;
    return unit;
}

/// A row of the table of lines, if there is one.
bool place_at(Dwarf_Die* unit, Dwarf_Addr address, TraceFrame& frame) {
    Dwarf_Line* line = dwarf_getsrc_die(unit, address);
    int number = 0;
    if (line == nullptr || dwarf_lineno(line, &number) != 0 || number == 0)
        return false;
    frame.line = number;
    if (const char* file = dwarf_linesrc(line, nullptr, nullptr))
        frame.file = full_path(unit, file);
    return true;
}

/// g++ moves what ends in a throw out of its function, and leaves out the row there if its line is that of the last row
/// of what stays: so it is looked up there.
void place_line(Dwarf_Die* unit, Dwarf_Addr address, std::span<Dwarf_Die> scopes, TraceFrame& frame) {
    if (place_at(unit, address, frame))
        return;
    const auto function =
        std::ranges::find_if(scopes, [](Dwarf_Die& die) { return dwarf_tag(&die) == DW_TAG_subprogram; });
    if (function == scopes.end())
        return;
    Dwarf_Addr base = 0;
    Dwarf_Addr begin = 0;
    Dwarf_Addr end = 0;
    for (std::ptrdiff_t at = 0; (at = dwarf_ranges(&*function, at, &base, &begin, &end)) > 0;)
        if ((address < begin || address >= end) && end > begin && place_at(unit, end - 1, frame))
            return;
}

} // namespace

std::vector<TraceFrame> places_in(Dwfl_Module* module, Dwarf_Addr address, UnitRanges& units) {
    TraceFrame first;
    const char* file = nullptr;
    Dwarf_Addr start = 0;
    const char* name = dwfl_module_info(module, nullptr, &start, nullptr, nullptr, nullptr, &file, nullptr);
    first.library = file != nullptr ? file : name != nullptr ? name : "";
    Dwarf_Addr bias = 0;
    if (dwfl_module_getelf(module, &bias) == nullptr)
        bias = start;
    first.offset = address + 1 - bias;

    std::vector<TraceFrame> frames{first};
    Dwarf_Addr debug_bias = 0;
    if (Dwarf_Die* unit = units.find(module, address, debug_bias)) {
        Dwarf_Die split;
        std::vector<Dwarf_Die> scopes = function_scopes(*unit_with_functions(unit, split), address - debug_bias);
        place_line(unit, address - debug_bias, scopes, frames.back());
        for (Dwarf_Die& die : scopes) {
            frames.back().function = function_of(die);
            if (dwarf_tag(&die) == DW_TAG_subprogram) {
                // The symbol table has the parameters of what DWARF gives a bare name.
                const char* symbol = dwfl_module_addrname(module, address);
                if (frames.back().function.find('(') == std::string::npos && symbol != nullptr &&
                    std::string_view(symbol).starts_with("_Z"))
                    frames.back().function = demangled(symbol);
                break;
            }
            TraceFrame caller;
            caller.library = first.library;
            caller.offset = frames.back().offset;
            frames.back().offset = 0;
            frames.back().inlined = true;
            place_call(die, caller);
            frames.push_back(std::move(caller));
        }
    }
    if (frames.back().function.empty())
        frames.back().function = demangled(dwfl_module_addrname(module, address));
    return frames;
}

bool takes_object_in(Dwfl_Module* module, Dwarf_Addr address, UnitRanges& units) {
    Dwarf_Addr bias = 0;
    Dwarf_Die* unit = units.find(module, address, bias);
    if (unit == nullptr)
        return false;
    Dwarf_Die split;
    std::vector<Dwarf_Die> scopes = function_scopes(*unit_with_functions(unit, split), address - bias);
    return !scopes.empty() && dwarf_hasattr_integrate(&scopes.back(), DW_AT_object_pointer) != 0;
}

} // namespace fairlead
