// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_path.h"
#include "core/assets/python_uri.h"

#include <fairlead/not_supported_error.h>
#include <fairlead/uri.h>
#include <fmt/format.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {

NotSupportedError::~NotSupportedError() = default;
UriFormatError::~UriFormatError() = default;

Uri::Uri(std::string text) : text_(std::move(text)), scheme_(text_.substr(0, text_.find(':'))) {}

std::optional<Uri> Uri::maybe_parse(std::string_view text) {
    auto normalized = python::normalized_uri(text);
    if (!normalized)
        return std::nullopt;
    return Uri(std::move(*normalized));
}

Uri Uri::parse(std::string_view text) {
    if (auto uri = maybe_parse(text))
        return std::move(*uri);
    // A text with a scheme is refused only for its host.
    const bool has_scheme = python::normalized_uri(text.substr(0, text.find(':') + 1)).has_value();
    throw UriFormatError(has_scheme ? fmt::format("{} cannot be parsed as URI.", text)
                                    : fmt::format("{} does not have a URI scheme.", text));
}

Uri Uri::from_path(const std::filesystem::path& path) {
    if (!path.is_absolute())
        throw ValueError("relative path can't be expressed as a file URI");
    if (const auto uri = python::path_uri(python::path_text(path.native())))
        return parse(*uri);
    throw ValueError(fmt::format("{} cannot be expressed as a file URI", path.string()));
}

std::filesystem::path Uri::to_path() const {
    if (scheme_ != "file")
        throw NotSupportedError("`to_path()` is only supported for URIs with file scheme.");
    return python::path_text(std::string_view(text_).substr(7));
}

} // namespace abi1
} // namespace fairlead
