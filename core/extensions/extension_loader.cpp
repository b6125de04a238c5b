// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/extension_loader.h"

#include "core/extensions/entry_symbol.h"
#include "core/extensions/library_location.h"
#include "core/extensions/library_look.h"
#include "core/extensions/thrown_by.h"
#include "core/files/printable_text.h"

#include <fairlead/dependency_errors.h>
#include <fairlead/extension_error.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <dlfcn.h>
#include <mutex>
#include <set>
#include <string>
#include <utility>

namespace fairlead {
namespace {

using Setup = void (*)(DependencyContainer&);

/// An extension's failure before its function is called.
struct ImportFailure {
    ExtensionFailure failure;
    std::string message;
};

[[noreturn]] void fail(ExtensionFailure failure, std::string message) {
    throw ImportFailure{failure, std::move(message)};
}

/// dlopen(3), through which exceptions of the library's own constructors pass: it is declared to throw nothing, so it
/// must not be known for what it is. The loader keeps its lock then, for this thread: no other one can open a library
/// any more. That is better than the end of the program, which is the alternative.
void* open_library_file(const std::filesystem::path& path) {
    void* (*open)(const char*, int) = ::dlopen;
    asm("" : "+r"(open)); // NOLINT(hicpp-no-assembler)
    return open(path.c_str(), RTLD_NOW | RTLD_LOCAL);
}

/// Libraries of this process that threw while they were opened. The loader takes them for open from then on, but what
/// they should have set up is missing. As the loader's own list, this is one for the whole process.
class HalfOpened {
public:
    static void add(const std::filesystem::path& path) {
        const std::lock_guard lock(mutex_);
        paths_.insert(path);
    }
    static bool has(const std::filesystem::path& path) {
        const std::lock_guard lock(mutex_);
        return paths_.contains(path);
    }

private:
    static inline std::mutex mutex_;
    static inline std::set<std::filesystem::path> paths_;
};

/// Debug information may say what a linker's name does not: that a function is a member that needs an object.
void refuse_for_object(const std::filesystem::path& library, const EntryPointTarget& target, const void* function,
                       const ThrowTraces* traces) {
    const bool in_scope = target.function.size() > 1;
    if (traces != nullptr && in_scope && traces->is_called_for_object(function))
        fail(ExtensionFailure::wrong_signature,
             fmt::format("{} has `{}` as a member function that is called for an object, but an extension's function "
                         "has none: make it static, or take it out of its class.",
                         printable_text(library.native()), fmt::join(target.function, "::")));
}

Setup find_setup(ExtensionRecord& record, const ThrowTraces* traces) {
    if (!record.entry.fault.empty())
        fail(ExtensionFailure::bad_entry_point, record.entry.fault);
    const EntryPointTarget& target = record.entry.target;
    auto located = locate_library(record.entry.manifest.parent_path(), target.library);
    if (auto* missing = std::get_if<LibraryNotFound>(&located))
        fail(ExtensionFailure::not_found, std::move(missing->message));
    record.library = std::get<std::filesystem::path>(located);

    std::string message;
    const auto faults = look_at_library(record.library, target);
    for (const LibraryFault& fault : faults)
        message += (message.empty() ? "" : " ") + fault.message;
    if (!faults.empty())
        fail(faults.front().what == LibraryFault::What::wrong_signature ? ExtensionFailure::wrong_signature
                                                                        : ExtensionFailure::refused,
             message);

    const auto path = std::filesystem::canonical(record.library);
    if (HalfOpened::has(path))
        fail(ExtensionFailure::not_opened,
             fmt::format("{} threw when it was opened before. It cannot be opened again by this process.",
                         printable_text(path.native())));
    void* library = nullptr;
    try {
        library = open_library_file(path);
    } catch (...) {
        HalfOpened::add(path);
        throw;
    }
    if (library == nullptr) {
        const char* reason = ::dlerror();
        fail(ExtensionFailure::not_opened,
             fmt::format("{} cannot be opened: {}.", printable_text(path.native()),
                         printable_text(reason == nullptr ? "the loader does not say why" : reason)));
    }
    void* function = ::dlsym(library, entry_symbol(target.function).c_str());
    if (function == nullptr)
        fail(ExtensionFailure::refused,
             fmt::format("{} {}.", printable_text(path.native()), printable_text(no_function(target.function))));
    refuse_for_object(path, target, function, traces);
    return reinterpret_cast<Setup>(function);
}

std::exception_ptr import(ExtensionRecord& record, Setup& setup, const ThrowTraces* traces) {
    return thrown_by([&] {
        try {
            setup = find_setup(record, traces);
        } catch (const ImportFailure& failure) {
            record.failure = failure.failure;
            throw ExtensionImportError(failure.message);
        } catch (...) { // a constructor of the library's own
            record.failure = ExtensionFailure::not_opened;
            throw;
        }
    });
}

std::string owner_of(const ExtensionRecord& record) {
    return fmt::format("{}, {}:{}", printable_text(record.entry.name), printable_text(record.entry.manifest.native()),
                       record.entry.position.line);
}

/// The conflict that an exception tells of, or one that it wraps.
std::optional<RegistrationConflict> conflict_in(const std::exception_ptr& exception) {
    constexpr int depth_limit = 100;
    std::exception_ptr next = exception;
    for (int depth = 0; next != nullptr && depth < depth_limit; ++depth) {
        try {
            std::rethrow_exception(std::exchange(next, nullptr));
        } catch (const InvalidOperationError& error) {
            if (error.kls())
                return RegistrationConflict{error.kls()->name(), error.key(), error.registrants()};
            if (const auto* nested = dynamic_cast<const std::nested_exception*>(&error))
                next = nested->nested_ptr();
        } catch (const std::nested_exception& nested) {
            next = nested.nested_ptr();
        } catch (...) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

void describe_failure(ExtensionRecord& record, const std::exception_ptr& exception, const ThrowTraces* traces) {
    constexpr std::string_view how = "Set `FAIRSEQ2_EXTENSION_TRACE` environment variable to print the stack trace.";
    const std::string value = printable_text(record.entry.value.empty() ? record.entry.name : record.entry.value);
    record.exceptions = report_exception(exception, traces);
    record.conflict = conflict_in(exception);
    if (record.failure == ExtensionFailure::wrong_signature) {
        record.warning = fmt::format("{} entry point is not a valid extension. {}", value, how);
        record.error = fmt::format("{} entry point cannot be run as an extension since its signature does not match "
                                   "`extension_function(container: DependencyContainer)`.",
                                   value);
    } else {
        record.warning = fmt::format("{} extension failed. {}", value, how);
        record.error = fmt::format("{} extension failed.", value);
    }
}

} // namespace

bool extension_trace_wanted(const std::function<const char*(const char*)>& variable) {
    return variable("FAIRSEQ2_EXTENSION_TRACE") != nullptr;
}

std::exception_ptr load_extension(DependencyContainer& container, ExtensionRecord& record, const ThrowTraces* traces,
                                  const std::function<void()>& before_call) {
    if (!record.enabled)
        return nullptr;
    using Clock = std::chrono::steady_clock;
    const bool frozen_before = container.is_frozen();
    const auto begin = Clock::now();
    Setup setup = nullptr;
    std::exception_ptr exception = import(record, setup, traces);
    const auto imported = Clock::now();
    record.import_time = imported - begin;
    if (exception == nullptr) {
        record.state = ExtensionState::imported;
        const std::size_t before = container.registrations().size();
        if (before_call)
            before_call();
        const auto called = Clock::now();
        exception = thrown_by([&] {
            const OwnerScope owner(container, record.entry.name);
            setup(container);
        });
        record.call_time = Clock::now() - called;
        record.froze = !frozen_before && container.is_frozen();
        auto registrations = container.registrations();
        record.registered.assign(registrations.begin() + static_cast<std::ptrdiff_t>(before), registrations.end());
        if (exception == nullptr)
            record.state = ExtensionState::registered;
        else
            record.failure = ExtensionFailure::threw;
    }
    if (exception != nullptr)
        describe_failure(record, exception, traces);
    return exception;
}

void load_extensions(DependencyContainer& container, std::span<ExtensionRecord> records, const LoadOptions& options) {
    const auto log = [&](LogLevel level, const std::string& line) {
        if (options.log)
            options.log(level, line);
    };
    for (ExtensionRecord& record : records) {
        const std::exception_ptr exception = load_extension(container, record, options.traces);
        if (exception == nullptr) {
            if (options.traced && record.state == ExtensionState::registered)
                log(LogLevel::info, fmt::format("{} extension registered successfully.", record.entry.value));
        } else if (!options.traced) {
            log(LogLevel::warning, record.warning);
        } else if (record.failure == ExtensionFailure::wrong_signature) {
            // fairseq2 suppresses the cause here: the details say what the function takes.
            throw ExtensionError(record.entry.value, record.error,
                                 fmt::format("{}: {}", owner_of(record), record.exceptions.front().message));
        } else {
            try {
                std::rethrow_exception(exception);
            } catch (...) {
                std::throw_with_nested(ExtensionError(record.entry.value, record.error, owner_of(record)));
            }
        }
    }
}

} // namespace fairlead
