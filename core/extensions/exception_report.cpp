// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/exception_report.h"

#include "core/extensions/entry_symbol.h"
#include "core/files/printable_text.h"

#include <fairlead/error.h>
#include <fmt/format.h>

#include <algorithm>
#include <cxxabi.h>
#include <string_view>
#include <typeinfo>
#include <utility>

namespace fairlead {
namespace {

constexpr std::size_t cause_limit = 100;

/// `std::_Nested_exception<X>` is what std::throw_with_nested() makes of an X.
std::string type_name(const std::type_info& type) {
    std::string name = demangled(type.name());
    constexpr std::string_view wrapper = "std::_Nested_exception<";
    if (name.starts_with(wrapper) && name.ends_with('>'))
        name = name.substr(wrapper.size(), name.size() - wrapper.size() - 1);
    while (name.ends_with(' '))
        name.pop_back();
    return name;
}

struct Caught {
    ReportedException exception;
    std::exception_ptr cause;
};

/// What is wrapped in an exception of any class.
template <class Exception>
std::exception_ptr cause_of(const Exception& exception) {
    const auto* nested = dynamic_cast<const std::nested_exception*>(&exception);
    return nested == nullptr ? std::exception_ptr{} : nested->nested_ptr();
}

template <class Value>
Caught caught_value(const Value& value) {
    return {{type_name(typeid(Value)), fmt::format("{}", value), {}, {}}, {}};
}

Caught look_at(const std::exception& exception) {
    const auto* error = dynamic_cast<const Error*>(&exception);
    return {{type_name(typeid(exception)), exception.what(), error == nullptr ? std::string() : error->details(), {}},
            cause_of(exception)};
}

Caught look_into(const std::exception_ptr& exception) {
    try {
        std::rethrow_exception(exception);
    } catch (const std::exception& caught) {
        return look_at(caught);
    } catch (const std::nested_exception& caught) {
        return {{type_name(typeid(caught)), {}, {}, {}}, caught.nested_ptr()};
    } catch (const std::string& text) {
        return {{"std::string", text, {}, {}}, {}};
    } catch (const char* text) {
        return {{"const char*", text == nullptr ? "" : text, {}, {}}, {}};
    } catch (int value) {
        return caught_value(value);
    } catch (unsigned value) {
        return caught_value(value);
    } catch (long value) {
        return caught_value(value);
    } catch (unsigned long value) {
        return caught_value(value);
    } catch (double value) {
        return caught_value(value);
    } catch (bool value) {
        return caught_value(value);
    } catch (...) {
        const std::type_info* type = abi::__cxa_current_exception_type();
        return {{type == nullptr ? "an exception of another language" : type_name(*type), {}, {}, {}}, {}};
    }
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// A function's name without what templates have before it, their return type: `std::vector<int> lab::make<int>()` is
/// of lab.
std::string_view without_return_type(std::string_view function) {
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i < function.size(); ++i) {
        const char c = function[i];
        if (function.substr(i).starts_with("(anonymous namespace)"))
            i = function.find(')', i);
        else if (c == '<')
            ++depth;
        else if (c == '>')
            --depth;
        else if (c == ' ' && depth == 0)
            begin = i + 1;
        else if (c == '(' && depth == 0)
            break;
    }
    return function.substr(begin);
}

std::string place_of(const TraceFrame& frame) {
    if (!frame.file.empty())
        return fmt::format("{}:{}", printable_text(frame.file), frame.line);
    if (frame.library.empty())
        return fmt::format("{:#x}", frame.offset);
    return fmt::format("{}+{:#x}", printable_text(frame.library), frame.offset);
}

/// Nothing if all are foreign: that there were some tells nobody where to look.
void append_frames(std::string& text, std::span<const TraceFrame> frames) {
    if (std::ranges::all_of(frames, &TraceFrame::foreign))
        return;
    std::vector<std::string> bare; // without debug information
    for (std::size_t i = 0; i < frames.size();) {
        std::size_t end = i;
        while (end < frames.size() && frames[end].foreign)
            ++end;
        if (end > i) {
            text += fmt::format("    … {} {} of the standard library, the system or Fairlead\n", end - i,
                                end - i == 1 ? "call" : "calls");
            i = end;
            continue;
        }
        const TraceFrame& frame = frames[i++];
        if (const std::string name(file_name(frame.library));
            frame.file.empty() && !name.empty() && std::ranges::find(bare, name) == bare.end())
            bare.push_back(name);
        text += fmt::format("    {} in {}{}\n", place_of(frame),
                            frame.function.empty() ? "a function without a name" : printable_text(frame.function),
                            frame.inlined ? " (inlined)" : "");
    }
    if (!bare.empty())
        text += fmt::format("    (build {} with -g to see files and lines)\n",
                            printable_text(fmt::format("{}", fmt::join(bare, ", "))));
}

} // namespace

bool is_foreign(const TraceFrame& frame) {
    constexpr std::string_view libraries[] = {
        "libstdc++.so", "libc++.so",  "libc++abi.so", "libc.so",     "libgcc_s.so", "libpthread.so", "libm.so",
        "ld-linux",     "libasan.so", "libtsan.so",   "libubsan.so", "libfairlead", "fairlead-host", "[vdso]"};
    const std::string_view library = file_name(frame.library);
    const std::string_view function = without_return_type(frame.function);
    const std::string_view file = frame.file;
    return std::ranges::any_of(libraries, [&](std::string_view name) { return library.starts_with(name); }) ||
           function.starts_with("std::") || function.starts_with("__gnu_cxx::") || function.starts_with("fairlead::") ||
           function == "_start" || function == "__libc_start_main" || function == "__libc_start_call_main" ||
           file.find("/include/c++/") != std::string_view::npos ||
           file.find("/include/fairlead/") != std::string_view::npos;
}

namespace {

void append_report(std::vector<ReportedException>& report, std::exception_ptr next, const ThrowTraces* traces) {
    while (next != nullptr && report.size() < cause_limit) {
        Caught caught = look_into(next);
        if (traces != nullptr)
            caught.exception.frames = traces->frames(next);
        for (TraceFrame& frame : caught.exception.frames)
            frame.foreign = is_foreign(frame);
        report.push_back(std::move(caught.exception));
        next = std::move(caught.cause);
    }
}

} // namespace

std::vector<ReportedException> report_exception(const std::exception_ptr& exception, const ThrowTraces* traces) {
    std::vector<ReportedException> report;
    append_report(report, exception, traces);
    return report;
}

std::vector<ReportedException> report_exception(const std::exception& exception) {
    Caught caught = look_at(exception);
    std::vector<ReportedException> report{std::move(caught.exception)};
    append_report(report, std::move(caught.cause), nullptr);
    return report;
}

std::string to_string(std::span<const ReportedException> report) {
    std::string text;
    for (const ReportedException& exception : report) {
        if (!text.empty())
            text += "caused by ";
        text += printable_text(exception.type);
        if (!exception.message.empty())
            text += fmt::format(": {}", printable_text(exception.message));
        text += '\n';
        if (!exception.details.empty())
            text += fmt::format("    ({})\n", printable_text(exception.details));
        append_frames(text, exception.frames);
    }
    return text;
}

} // namespace fairlead
