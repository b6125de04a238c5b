// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Any bytes are a snapshot or a SnapshotError with a text; what is a snapshot can be asked all questions, and is
// written and read again without a change.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace fairlead;
    RegistrySnapshot snapshot;
    try {
        snapshot = read_snapshot({reinterpret_cast<const char*>(bytes), size});
    } catch (const SnapshotError& error) {
        return error.what()[0] == '\0' ? std::abort(), 0 : 0;
    }
    for (const FamilyRecord& family : snapshot.families) {
        for (const ArchitectureRecord* architecture : snapshot.architectures_of(family)) {
            if (!snapshot.find_architecture(family, architecture->name)) {
                std::abort();
            }
        }
        if (!snapshot.find_family(family.kind, family.name)) {
            std::abort();
        }
    }
    for (const auto& schema : snapshot.schemas.list()) {
        if (!snapshot.find_schema(schema->class_name)) {
            std::abort();
        }
    }
    const auto written = write_snapshot(snapshot);
    if (write_snapshot(read_snapshot(written)) != written) {
        std::abort();
    }
    return 0;
}
