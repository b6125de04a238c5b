// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <cxxabi.h>
#include <exception>
#include <memory>
#include <string>
#include <typeinfo>

namespace fairlead::test {

/// An exception's class without its namespaces.
inline std::string class_of(const std::exception& error) {
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(typeid(error).name(), nullptr, nullptr, nullptr), &std::free);
    const std::string_view text = name.get();
    const auto colon = text.rfind(':');
    return std::string(text.substr(colon == std::string_view::npos ? 0 : colon + 1));
}

/// What `work` throws, as `Class: text`; empty if nothing.
template <class F>
std::string thrown_by(F&& work) {
    try {
        work();
    } catch (const std::exception& error) {
        return class_of(error) + ": " + error.what();
    }
    return {};
}

/// What `work` throws as an E, by its details().
template <class E, class F>
std::string details_of(F&& work) {
    try {
        work();
    } catch (const E& error) {
        return error.details();
    } catch (const std::exception& error) {
        return "another error: " + class_of(error) + ": " + error.what();
    }
    return "nothing was thrown";
}

} // namespace fairlead::test
