// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace fairlead {

/// An error that fairseq2 would raise, as a value: its class without module, and its text.
struct AssetError {
    std::string type{};    ///< `AssetMetadataError`, `AssetCardError`, `UnicodeDecodeError`, …
    std::string message{}; ///< fairseq2's text; for raw errors what is known of it
    std::string cause{};   ///< the text of the error below it (ruamel's), if any
    friend bool operator==(const AssetError&, const AssetError&) = default;
};

/// The base of what the strict interface throws. `error().type` is fairseq2's name of the class.
class FairseqError : public std::runtime_error {
public:
    explicit FairseqError(AssetError error) : std::runtime_error(error.message), error_(std::move(error)) {}
    [[nodiscard]] const AssetError& error() const noexcept { return error_; }

private:
    AssetError error_;
};

// fairseq2's classes (assets/metadata_provider.py, assets/store.py, assets/card.py, error.py).
class AssetMetadataError : public FairseqError {
    using FairseqError::FairseqError;
};
class AssetSourceNotFoundError : public FairseqError {
    using FairseqError::FairseqError;
};
class AssetNotFoundError : public FairseqError {
    using FairseqError::FairseqError;
};
class AssetCardError : public FairseqError {
    using FairseqError::FairseqError;
};
class OperationalError : public FairseqError {
    using FairseqError::FairseqError;
};
/// What nothing in fairseq2 wraps: `error().type` says which.
class RawError : public FairseqError {
    using FairseqError::FairseqError;
};

/// Throws the class that belongs to an error's type.
[[noreturn]] void throw_error(AssetError error);

} // namespace fairlead
