// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/mangled_name.h"

#include <algorithm>
#include <cstdlib>
#include <cxxabi.h>
#include <memory>

namespace fairlead {
inline namespace abi1 {
namespace container {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

std::string demangled(const std::string& mangled) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> text(
        abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
    return status == 0 && text != nullptr ? std::string(text.get()) : mangled;
}

} // namespace

bool names_local_entity(std::string_view mangled) noexcept {
    // Written names are skipped by their lengths, so that of what is left a Z is the ABI's: "a name inside a function".
    std::size_t at = 0;
    const auto skip_past = [&](char end) { at = std::min(mangled.find(end, at), mangled.size() - 1) + 1; };
    while (at < mangled.size()) {
        const char c = mangled[at];
        if (c == 'Z')
            return true;
        if (is_digit(c)) {
            std::size_t length = 0;
            for (; at < mangled.size() && is_digit(mangled[at]) && length < mangled.size(); ++at)
                length = length * 10 + static_cast<std::size_t>(mangled[at] - '0');
            if (mangled.substr(at).starts_with("_GLOBAL__N_"))
                return true;
            at += length;
        } else if (c == 'S' && at + 1 < mangled.size() && is_lower(mangled[at + 1])) {
            at += 2; // std::
        } else if (c == 'S' || c == 'T' || c == 'A') {
            skip_past('_'); // a substitution, a template parameter, the extent of an array
        } else if (c == 'L' && at + 1 < mangled.size() && is_lower(mangled[at + 1])) {
            skip_past('E'); // a literal of a fundamental type
        } else {
            ++at;
        }
    }
    return false;
}

std::string python_name(const std::string& mangled) {
    std::string name = demangled(mangled);
    for (const std::string_view integer : {"char", "signed char", "unsigned char", "short", "unsigned short", "int",
                                           "unsigned int", "long", "unsigned long", "long long", "unsigned long long"})
        if (name == integer)
            return "int";
    if (name == "double" || name == "float" || name == "long double")
        return "float";
    replace_all(name, "std::__cxx11::", "std::");
    if (name == "std::basic_string<char, std::char_traits<char>, std::allocator<char> >")
        return "str";
    replace_all(name, "fairlead::abi1::", "fairlead::");
    replace_all(name, "::", ".");
    return name;
}

} // namespace container
} // namespace abi1
} // namespace fairlead
