// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/chunk.h"
#include "core/yaml/stream.h"

namespace fairlead::yaml {

Stream::FirstProblem Stream::first_problem() const noexcept {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        if (const Problem* problem = documents_[i].problem())
            return {i, problem};
    }
    return {};
}

} // namespace fairlead::yaml
