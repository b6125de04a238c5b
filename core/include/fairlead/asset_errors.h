// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/error.h>

#include <string>

// The errors of card sources, the store and cards (fairseq2's assets/metadata_provider.py, store.py, card.py,
// error.py).
namespace fairlead {
inline namespace abi1 {

/// An error that fairseq2 would raise, as a value: its class without module, and its text.
struct AssetError {
    std::string type{};    ///< `AssetMetadataError`, `AssetCardError`, `UnicodeDecodeError`, …
    std::string message{}; ///< fairseq2's text; for raw errors what is known of it
    std::string cause{};   ///< the text of the error below it (ruamel's), if any
    friend bool operator==(const AssetError&, const AssetError&) = default;
};

/// The base of what the store and cards throw. `error().type` is fairseq2's name of the class.
class FAIRLEAD_API FairseqError : public Error {
public:
    /// The details are those given, else the error's cause.
    explicit FairseqError(AssetError error, std::string details = {});
    ~FairseqError() override;

    [[nodiscard]] const AssetError& error() const noexcept { return error_; }

private:
    AssetError error_;
};

/// A source's files, or what stands in them, cannot be understood.
class FAIRLEAD_API AssetMetadataError : public FairseqError {
public:
    using FairseqError::FairseqError;
    ~AssetMetadataError() override;
};

class FAIRLEAD_API AssetSourceNotFoundError : public FairseqError {
public:
    using FairseqError::FairseqError;
    ~AssetSourceNotFoundError() override;
};

/// What the system refused: a file that cannot be read, …
class FAIRLEAD_API OperationalError : public FairseqError {
public:
    using FairseqError::FairseqError;
    ~OperationalError() override;
};

/// What nothing in fairseq2 wraps: `error().type` says which.
class FAIRLEAD_API RawError : public FairseqError {
public:
    using FairseqError::FairseqError;
    ~RawError() override;
};

class FAIRLEAD_API AssetNotFoundError : public FairseqError {
public:
    explicit AssetNotFoundError(AssetError error, std::string name = {});
    ~AssetNotFoundError() override;

    /// As it was asked for.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

private:
    std::string name_;
};

/// What a card says cannot be used. What it comes from is nested in it (std::nested_exception) where there is one.
class FAIRLEAD_API AssetCardError : public FairseqError {
public:
    explicit AssetCardError(AssetError error, std::string name = {});
    AssetCardError(std::string name, std::string text, std::string details = {});
    ~AssetCardError() override;

    /// The card's, as the text has it.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

private:
    std::string name_;
};

/// A card that is not of the kind that is asked for: it has no `model_family`, …
class FAIRLEAD_API AssetCardNotValidError : public FairseqError {
public:
    AssetCardNotValidError(std::string name, std::string text);
    ~AssetCardNotValidError() override;

    [[nodiscard]] const std::string& name() const noexcept { return name_; }

private:
    std::string name_;
};

} // namespace abi1
} // namespace fairlead
