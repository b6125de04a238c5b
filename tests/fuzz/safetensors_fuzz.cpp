// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/safetensors_header.h"

#include <cstdlib>

/// Whatever the bytes, the reader gives tensors that lie within them and are as large as they say, or throws.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::byte> file(reinterpret_cast<const std::byte*>(data), size);
    try {
        for (const fairlead::SafetensorsEntry& entry : fairlead::read_safetensors(file)) {
            std::size_t bytes = fairlead::size_of(entry.type);
            for (const std::int64_t dimension : entry.shape)
                bytes *= static_cast<std::size_t>(dimension);
            const bool within = entry.bytes.data() >= file.data() &&
                                entry.bytes.data() + entry.bytes.size() <= file.data() + file.size();
            if (!within || bytes != entry.bytes.size())
                std::abort();
        }
    } catch (const fairlead::SafetensorsError&) {
        return 0;
    }
    return 0;
}
