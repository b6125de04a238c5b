// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/snapshot.h"

namespace fairlead {

std::string_view to_string(FamilyKind kind) noexcept {
    switch (kind) {
    case FamilyKind::model:
        return "model";
    case FamilyKind::dataset:
        return "dataset";
    case FamilyKind::tokenizer:
        return "tokenizer";
    }
    return {};
}

} // namespace fairlead
