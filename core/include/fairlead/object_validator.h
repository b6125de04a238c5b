// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_class.h>

namespace fairlead {
inline namespace abi1 {

/// A config that its class's `validate()`, or that of a config within it, refuses.
class FAIRLEAD_API ValidationError : public Error {
public:
    using Error::Error;
    ~ValidationError() override;
};

/// Asks a config and all configs within it whether they are valid (fairseq2's utils/validation.py); resolve it.
/// It may be used from any thread, as long as none changes the config.
class FAIRLEAD_API ObjectValidator {
public:
    /// Throws ValidationError, which names the fields.
    template <Config C>
    void validate(const C& config) const {
        validate_object(&config, config_class<C>());
    }

    /// The same for code that has the class as a value.
    void validate_object(const void* config, const ConfigClass& kls) const;
};

} // namespace abi1
} // namespace fairlead
