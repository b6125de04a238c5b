// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/error.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace fairlead {
inline namespace abi1 {

/// A text that is no URI.
class FAIRLEAD_API UriFormatError : public Error {
public:
    using Error::Error;
    ~UriFormatError() override;
};

/// A URI as fairseq2 has it (utils/uri.py): as Python's urlparse() and urlunparse() leave it. A value.
class FAIRLEAD_API Uri {
public:
    /// Throws UriFormatError.
    [[nodiscard]] static Uri parse(std::string_view text);
    /// Nothing where parse() would throw.
    [[nodiscard]] static std::optional<Uri> maybe_parse(std::string_view text);
    /// `file://` and the absolute path, percent-encoded. Throws ValueError if the path is relative.
    [[nodiscard]] static Uri from_path(const std::filesystem::path& path);

    /// What stands before the colon, in small letters: `hg`.
    [[nodiscard]] const std::string& scheme() const noexcept { return scheme_; }
    /// What follows `file://`, not decoded. Throws NotSupportedError for any other scheme.
    [[nodiscard]] std::filesystem::path to_path() const;
    [[nodiscard]] const std::string& str() const noexcept { return text_; }

    friend bool operator==(const Uri&, const Uri&) = default;

private:
    explicit Uri(std::string text);

    std::string text_;
    std::string scheme_;
};

} // namespace abi1
} // namespace fairlead
