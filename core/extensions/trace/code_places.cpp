// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/code_places.h"

#include "core/extensions/trace/loaded_maps.h"
#include "core/extensions/trace/module_places.h"

#include <cstdio>
#include <cstdlib>
#include <elfutils/libdwfl.h>
#include <link.h>
#include <memory>
#include <mutex>
#include <unistd.h>
#include <utility>

namespace fairlead {
namespace {

int find_debug_information(Dwfl_Module* module, void** data, const char* name, Dwarf_Addr base, const char* file,
                           const char* link, GElf_Word checksum, char** found) {
    // elfutils' own search would end at a server, if the person's shell names one.
    const char* servers = std::getenv("DEBUGINFOD_URLS");
    if (servers == nullptr || *servers == '\0')
        return dwfl_standard_find_debuginfo(module, data, name, base, file, link, checksum, found);
    return dwfl_build_id_find_debuginfo(module, data, name, base, file, link, checksum, found);
}

constexpr Dwfl_Callbacks callbacks = {
    .find_elf = dwfl_linux_proc_find_elf,
    .find_debuginfo = find_debug_information,
    .section_address = nullptr,
    .debuginfo_path = nullptr,
};

struct Ended {
    void operator()(Dwfl* modules) const noexcept { dwfl_end(modules); }
};

struct Closed {
    void operator()(std::FILE* file) const noexcept { static_cast<void>(std::fclose(file)); }
};

/// Appends what stands at a return address. `module`: that of the byte before it, or null.
void append_places(std::vector<TraceFrame>& frames, Dwfl_Module* module, UnitRanges& units, std::uintptr_t address) {
    if (module == nullptr)
        frames.push_back({.offset = address});
    else
        for (TraceFrame& frame : places_in(module, address - 1, units))
            frames.push_back(std::move(frame));
}

/// The libraries of this process with what was read of them. Kept, since reading is what takes the time; made anew
/// when a library was opened since.
class Modules {
public:
    /// The module at an address, or null. Valid until the next call.
    [[nodiscard]] Dwfl_Module* find(std::uintptr_t address) {
        if (const unsigned long long opened = count_opened(); opened != opened_) {
            opened_ = opened;
            report();
        }
        return modules_ == nullptr ? nullptr : dwfl_addrmodule(modules_.get(), address);
    }

    UnitRanges units; ///< of the modules
    std::mutex mutex; ///< libdw is for one thread at a time

private:
    static unsigned long long count_opened() {
        unsigned long long count = 0;
        dl_iterate_phdr(
            [](dl_phdr_info* info, std::size_t, void* data) {
                *static_cast<unsigned long long*>(data) = info->dlpi_adds;
                return 1;
            },
            &count);
        return count;
    }

    void report() {
        units = {};
        modules_.reset(dwfl_begin(&callbacks)); // anew: libdw loses lines of modules that are reported a second time
        if (modules_ != nullptr && (dwfl_linux_proc_report(modules_.get(), ::getpid()) != 0 ||
                                    dwfl_report_end(modules_.get(), nullptr, nullptr) != 0))
            modules_.reset();
    }

    std::unique_ptr<Dwfl, Ended> modules_;
    unsigned long long opened_ = 0;
};

Modules& own_modules() {
    static Modules modules; // of this process, as the hook is
    return modules;
}

} // namespace

std::vector<TraceFrame> places_of(std::span<const std::uintptr_t> return_addresses) {
    Modules& modules = own_modules();
    const std::lock_guard lock(modules.mutex);
    std::vector<TraceFrame> frames;
    // A call may be its function's last instruction: what is looked up is the byte before where it returns to.
    for (const std::uintptr_t address : return_addresses)
        append_places(frames, modules.find(address - 1), modules.units, address);
    return frames;
}

std::vector<TraceFrame> places_of(std::span<const std::uintptr_t> return_addresses, std::string maps) {
    std::unique_ptr<Dwfl, Ended> modules(dwfl_begin(&callbacks));
    maps = loaded_maps(maps); // it may have read debug information itself
    if (const std::unique_ptr<std::FILE, Closed> file(maps.empty() ? nullptr
                                                                   : ::fmemopen(maps.data(), maps.size(), "r"));
        modules != nullptr && (file == nullptr || dwfl_linux_proc_maps_report(modules.get(), file.get()) != 0 ||
                               dwfl_report_end(modules.get(), nullptr, nullptr) != 0))
        modules.reset();
    UnitRanges units;
    std::vector<TraceFrame> frames;
    for (const std::uintptr_t address : return_addresses)
        append_places(frames, modules == nullptr ? nullptr : dwfl_addrmodule(modules.get(), address - 1), units,
                      address);
    return frames;
}

bool takes_object(std::uintptr_t function) {
    Modules& modules = own_modules();
    const std::lock_guard lock(modules.mutex);
    Dwfl_Module* module = modules.find(function);
    return module != nullptr && takes_object_in(module, function, modules.units);
}

} // namespace fairlead
