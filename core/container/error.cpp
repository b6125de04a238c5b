// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <fairlead/error.h>
#include <ostream>
#include <utility>

namespace fairlead {
inline namespace abi1 {

Error::Error(std::string text, std::string details) : text_(std::move(text)), details_(std::move(details)) {}
Error::~Error() = default;
Error::Error(const Error&) = default;
Error& Error::operator=(const Error&) = default;

std::string Error::printed() const { return details_.empty() ? text_ : text_ + "\n" + details_; }

std::ostream& operator<<(std::ostream& out, const Error& error) { return out << error.printed(); }

InternalError::~InternalError() = default;
ValueError::~ValueError() = default;

} // namespace abi1
} // namespace fairlead
