// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/manifest.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Any bytes are a manifest whose entries are in order and either name something or say why not, or have a problem with
// a text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace fairlead;
    const Manifest manifest = parse_manifest({reinterpret_cast<const char*>(bytes), size}, "m.toml");
    std::size_t line = 1;
    for (const EntryPoint& entry : manifest.entries) {
        if (entry.position.line < line || entry.position.column == 0)
            std::abort();
        line = entry.position.line;
        if (entry.fault.empty() && entry.target.function.empty())
            std::abort();
    }
    for (const ManifestProblem& problem : manifest.problems)
        if (problem.message.empty() || to_string(problem).find(": ") == std::string::npos)
            std::abort();
    return 0;
}
