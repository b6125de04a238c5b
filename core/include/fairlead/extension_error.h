// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/error.h>

#include <string>

namespace fairlead {
inline namespace abi1 {

/// An extension that failed while FAIRSEQ2_EXTENSION_TRACE is set (composition/extensions.py). What the extension threw
/// is nested in it (std::nested_exception), save where it cannot be called at all. `details()`: whose extension it is.
class FAIRLEAD_API ExtensionError : public Error {
public:
    ExtensionError(std::string entry_point, std::string text, std::string details);
    ~ExtensionError() override;

    /// The value of the entry point: `library:namespace::function`.
    [[nodiscard]] const std::string& entry_point() const noexcept { return entry_point_; }

private:
    std::string entry_point_;
};

/// Why an extension's function could not be had: a bad entry point, no library, one that does not fit. Each stands for
/// what Python raises while it imports a module.
class FAIRLEAD_API ExtensionImportError : public Error {
public:
    using Error::Error;
    ~ExtensionImportError() override;
};

} // namespace abi1
} // namespace fairlead
