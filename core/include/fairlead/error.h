// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <exception>
#include <iosfwd>
#include <string>

namespace fairlead {
inline namespace abi1 {

/// What the registries, hubs and extensions throw. `what()` is fairseq2's text, word for word; what Fairlead knows
/// beyond it (keys, owners, places) stands in `details()`, one line without its end, often empty.
class FAIRLEAD_API Error : public std::exception {
public:
    explicit Error(std::string text, std::string details = {});
    ~Error() override;
    Error(const Error&);
    Error& operator=(const Error&);

    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }
    [[nodiscard]] const std::string& details() const noexcept { return details_; }
    /// The text and, if there are details, a second line with them.
    [[nodiscard]] std::string printed() const;

protected:
    void set_text(std::string text) { text_ = std::move(text); }
    void set_details(std::string details) { details_ = std::move(details); }

private:
    std::string text_;
    std::string details_;
};

FAIRLEAD_API std::ostream& operator<<(std::ostream& out, const Error& error);

/// A state of things that only a mistake in the program can bring about (fairseq2's error.py).
class FAIRLEAD_API InternalError : public Error {
public:
    using Error::Error;
    ~InternalError() override;
};

/// Python's ValueError: arguments that do not go together.
class FAIRLEAD_API ValueError : public Error {
public:
    using Error::Error;
    ~ValueError() override;
};

} // namespace abi1
} // namespace fairlead
