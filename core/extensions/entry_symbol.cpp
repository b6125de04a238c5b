// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/entry_symbol.h"

#include "core/files/printable_text.h"

#include <fairlead/abi_note.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <vector>

namespace fairlead {
namespace {

constexpr std::string_view own_namespace = "abi1";
constexpr std::string_view own_prefix = "abi1::";
static_assert(FAIRLEAD_ABI_VERSION == 1);

std::string sized(std::string_view part) { return fmt::format("{}{}", part.size(), part); }

/// The beginning that all functions of a name share, whatever their parameters.
std::string symbol_start(std::span<const std::string> function) {
    if (function.size() == 1)
        return "_Z" + sized(function[0]);
    std::string symbol = "_ZN";
    for (const std::string& part : function)
        symbol += sized(part);
    return symbol + 'E';
}

std::string joined(std::span<const std::string> function) { return fmt::format("{}", fmt::join(function, "::")); }

std::string without(std::string text, std::string_view part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
        text.erase(at, part.size());
    return text;
}

std::string raw_demangled(std::string_view symbol) {
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> text(
        abi::__cxa_demangle(std::string(symbol).c_str(), nullptr, nullptr, &status), std::free);
    return text == nullptr ? std::string(symbol) : std::string(text.get());
}

/// The N of a function whose only parameter is `fairlead::abiN::DependencyContainer&`, or empty.
std::string abi_of(std::string_view demangled_function) {
    constexpr std::string_view before = "(fairlead::abi";
    constexpr std::string_view after = "::DependencyContainer&)";
    const auto at = demangled_function.rfind(before);
    if (at == std::string_view::npos || !demangled_function.ends_with(after))
        return {};
    const auto number =
        demangled_function.substr(at + before.size(), demangled_function.size() - after.size() - at - before.size());
    return number.find_first_not_of("0123456789") == std::string_view::npos ? std::string(number) : std::string();
}

std::string declaration(std::span<const std::string> function) {
    return fmt::format("void {}(fairlead::DependencyContainer&)", joined(function));
}

/// Whether a symbol is the function's, but for unnamed namespaces around it.
bool is_unnamed(std::string_view symbol, std::span<const std::string> function) {
    if (symbol.find("_GLOBAL__N_1") == std::string_view::npos || !symbol.ends_with("19DependencyContainerE"))
        return false;
    const std::string text = without(raw_demangled(symbol), "(anonymous namespace)::");
    return text == raw_demangled(entry_symbol(function));
}

template <class Names>
std::string listed(const Names& names) {
    constexpr std::size_t most = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += fmt::format("{}`{}`", i == 0 ? "" : ", ", printable_text(names[i]));
    if (names.size() > most)
        text += fmt::format(" and {} more", names.size() - most);
    return text;
}

} // namespace

std::string entry_symbol(std::span<const std::string> function) {
    // A namespace that stands in the name already is written short in the parameters.
    std::string fairlead = "N8fairlead" + sized(own_namespace);
    if (function.size() > 1 && function[0] == "fairlead")
        fairlead = function.size() > 2 && function[1] == own_namespace ? "NS0_" : "NS_" + sized(own_namespace);
    return symbol_start(function) + 'R' + fairlead + "19DependencyContainerE";
}

std::string demangled(std::string_view symbol) { return without(raw_demangled(symbol), own_prefix); }

std::string no_function(std::span<const std::string> function) {
    return fmt::format("has no function `{}` (static, inline or in an unnamed namespace?)", declaration(function));
}

std::optional<NoEntry> find_no_entry(const ElfLibrary& library, std::span<const std::string> function) {
    const std::string wanted = entry_symbol(function);
    const std::string start = symbol_start(function);
    const std::string name = joined(function);
    std::vector<std::string> others;
    std::vector<std::string> entries;
    for (const ElfSymbol& symbol : library.symbols) {
        if (!symbol.defined || !symbol.function)
            continue;
        if (symbol.name == wanted)
            return std::nullopt;
        if (symbol.name == function.back())
            others.push_back(fmt::format("extern \"C\" {}", function.back()));
        if (!symbol.name.starts_with("_Z"))
            continue;
        if (symbol.name.starts_with(start))
            others.push_back(raw_demangled(symbol.name));
        else if (symbol.name.ends_with("19DependencyContainerE") && entries.size() < 100) {
            const std::string text = raw_demangled(symbol.name);
            const bool nameable = text.find_first_of("<$") == std::string::npos; // no template's, no lambda's
            if (nameable && abi_of(text) == std::to_string(FAIRLEAD_ABI_VERSION))
                entries.push_back(text.substr(0, text.find('(')));
        }
    }
    for (const std::string& other : others)
        if (const std::string abi = abi_of(other); !abi.empty())
            return NoEntry{true, fmt::format("has `{}` for version {} of Fairlead's ABI; this is version {}. Build it "
                                             "again with this Fairlead's headers",
                                             name, abi, FAIRLEAD_ABI_VERSION)};
    if (!others.empty()) {
        for (std::string& other : others)
            other = without(other, own_prefix);
        return NoEntry{true, fmt::format("has {}, but it must be `{}`", listed(others), declaration(function))};
    }
    // g++ marks what is local to a file by an L; clang does not.
    std::string local = wanted;
    const std::string last = sized(function.back());
    local.insert(local.rfind(last, start.size() - (function.size() == 1 ? 0 : 1)), "L");
    for (const std::string_view hidden : library.hidden_functions) {
        if (hidden == wanted || hidden == local)
            return NoEntry{false, fmt::format("has `{}`, but does not export it: it is static, or compiled with "
                                              "-fvisibility=hidden. Write [[gnu::visibility(\"default\")]] before it",
                                              name)};
        if (is_unnamed(hidden, function))
            return NoEntry{false,
                           fmt::format("has `{}`, but does not export it: it is in an unnamed namespace. Take it "
                                       "out of that",
                                       name)};
    }
    // Linkers list them in orders of their own. First those that stand in another namespace.
    std::ranges::sort(entries, {}, [&](const std::string& entry) {
        const std::size_t scope = entry.rfind("::");
        const std::string_view own = std::string_view(entry).substr(scope == std::string::npos ? 0 : scope + 2);
        return std::pair(own != function.back(), entry);
    });
    if (!entries.empty())
        return NoEntry{
            false, fmt::format("{}. Functions of it that could be meant: {}", no_function(function), listed(entries))};
    return NoEntry{false, no_function(function)};
}

} // namespace fairlead
