// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/error.h>

#include <filesystem>
#include <optional>
#include <string>

// The errors of families and hubs (fairseq2's models/hub.py, models/family.py, datasets/, data/tokenizers/).
namespace fairlead {
inline namespace abi1 {

/// Python's TypeError: an argument of another type than the one that is expected.
class FAIRLEAD_API TypeError : public Error {
public:
    using Error::Error;
    ~TypeError() override;
};

/// An error about something that has a name.
class FAIRLEAD_API NamedError : public Error {
public:
    ~NamedError() override;
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

protected:
    NamedError(std::string name, std::string text, std::string details = {});

private:
    std::string name_;
};

// There is no card of that name.
class FAIRLEAD_API ModelNotKnownError : public NamedError {
public:
    explicit ModelNotKnownError(const std::string& name);
    ~ModelNotKnownError() override;
};
class FAIRLEAD_API DatasetNotKnownError : public NamedError {
public:
    explicit DatasetNotKnownError(const std::string& name);
    ~DatasetNotKnownError() override;
};
class FAIRLEAD_API TokenizerNotKnownError : public NamedError {
public:
    explicit TokenizerNotKnownError(const std::string& name);
    ~TokenizerNotKnownError() override;
};

// No family of that name is registered. `details`: those that are.
class FAIRLEAD_API ModelFamilyNotKnownError : public NamedError {
public:
    explicit ModelFamilyNotKnownError(const std::string& name, std::string details = {});
    ~ModelFamilyNotKnownError() override;
};
class FAIRLEAD_API DatasetFamilyNotKnownError : public NamedError {
public:
    explicit DatasetFamilyNotKnownError(const std::string& name, std::string details = {});
    ~DatasetFamilyNotKnownError() override;
};
class FAIRLEAD_API TokenizerFamilyNotKnownError : public NamedError {
public:
    explicit TokenizerFamilyNotKnownError(const std::string& name, std::string details = {});
    ~TokenizerFamilyNotKnownError() override;
};

class FAIRLEAD_API ModelArchitectureNotKnownError : public Error {
public:
    ModelArchitectureNotKnownError(std::string arch, std::string family, std::string details = {});
    ~ModelArchitectureNotKnownError() override;

    [[nodiscard]] const std::string& arch() const noexcept { return arch_; }
    [[nodiscard]] const std::string& family() const noexcept { return family_; }

private:
    std::string arch_;
    std::string family_;
};

/// A card without the field that says where its files are: one has to ask for them. `info_url()`: the card's `url`.
class FAIRLEAD_API GatedError : public NamedError {
public:
    ~GatedError() override;
    [[nodiscard]] const std::optional<std::string>& info_url() const noexcept { return info_url_; }

protected:
    GatedError(const std::string& name, const char* what, std::optional<std::string> info_url);

private:
    std::optional<std::string> info_url_;
};
class FAIRLEAD_API ModelGatedError : public GatedError {
public:
    ModelGatedError(const std::string& name, std::optional<std::string> info_url);
    ~ModelGatedError() override;
};
class FAIRLEAD_API TokenizerGatedError : public GatedError {
public:
    TokenizerGatedError(const std::string& name, std::optional<std::string> info_url);
    ~TokenizerGatedError() override;
};

/// What an opener throws if a dataset cannot be opened; open_dataset() makes an AssetCardError of it.
class FAIRLEAD_API DatasetError : public Error {
public:
    using Error::Error;
    ~DatasetError() override;
};

/// What a loader throws if a tokenizer's file cannot be understood; load_tokenizer() makes an AssetCardError of it.
class FAIRLEAD_API TokenizerModelError : public Error {
public:
    TokenizerModelError(std::filesystem::path path, std::string text, std::string details = {});
    ~TokenizerModelError() override;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace abi1
} // namespace fairlead
