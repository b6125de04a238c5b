// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/error.h>

namespace fairlead {
inline namespace abi1 {

/// Something is asked for that this object does not do (fairseq2's error.py).
class FAIRLEAD_API NotSupportedError : public Error {
public:
    using Error::Error;
    ~NotSupportedError() override;
};

} // namespace abi1
} // namespace fairlead
