// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/code_places.h"

#include "core/extensions/trace/module_places.h"

#include <cstdlib>
#include <elfutils/libdwfl.h>
#include <memory>
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

} // namespace

std::vector<TraceFrame> places_of(std::span<const std::uintptr_t> return_addresses) {
    const std::unique_ptr<Dwfl, Ended> modules(dwfl_begin(&callbacks));
    const bool known = modules != nullptr && dwfl_linux_proc_report(modules.get(), ::getpid()) == 0 &&
                       dwfl_report_end(modules.get(), nullptr, nullptr) == 0;
    std::vector<TraceFrame> frames;
    for (const std::uintptr_t address : return_addresses) {
        // A call may be its function's last instruction: what is looked up is the byte before where it returns to.
        Dwfl_Module* module = known ? dwfl_addrmodule(modules.get(), address - 1) : nullptr;
        if (module == nullptr)
            frames.push_back({.offset = address});
        else
            for (TraceFrame& frame : places_in(module, address - 1))
                frames.push_back(std::move(frame));
    }
    return frames;
}

} // namespace fairlead
