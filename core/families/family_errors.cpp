// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <fairlead/dependency_errors.h>
#include <fairlead/family_errors.h>
#include <fairlead/typed_object.h>
#include <fmt/format.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {

TypeError::~TypeError() = default;

NamedError::NamedError(std::string name, std::string text, std::string details)
    : Error(std::move(text), std::move(details)), name_(std::move(name)) {}
NamedError::~NamedError() = default;

ModelNotKnownError::ModelNotKnownError(const std::string& name)
    : NamedError(name, fmt::format("{} is not a known model.", name)) {}
ModelNotKnownError::~ModelNotKnownError() = default;

DatasetNotKnownError::DatasetNotKnownError(const std::string& name)
    : NamedError(name, fmt::format("{} is not a known dataset.", name)) {}
DatasetNotKnownError::~DatasetNotKnownError() = default;

TokenizerNotKnownError::TokenizerNotKnownError(const std::string& name)
    : NamedError(name, fmt::format("{} is not a known tokenizer.", name)) {}
TokenizerNotKnownError::~TokenizerNotKnownError() = default;

ModelFamilyNotKnownError::ModelFamilyNotKnownError(const std::string& name, std::string details)
    : NamedError(name, fmt::format("{} is not a known model family.", name), std::move(details)) {}
ModelFamilyNotKnownError::~ModelFamilyNotKnownError() = default;

DatasetFamilyNotKnownError::DatasetFamilyNotKnownError(const std::string& name, std::string details)
    : NamedError(name, fmt::format("{} is not a known dataset family.", name), std::move(details)) {}
DatasetFamilyNotKnownError::~DatasetFamilyNotKnownError() = default;

TokenizerFamilyNotKnownError::TokenizerFamilyNotKnownError(const std::string& name, std::string details)
    : NamedError(name, fmt::format("{} is not a known tokenizer family.", name), std::move(details)) {}
TokenizerFamilyNotKnownError::~TokenizerFamilyNotKnownError() = default;

ModelArchitectureNotKnownError::ModelArchitectureNotKnownError(std::string arch, std::string family,
                                                               std::string details)
    : Error(fmt::format("{} is not a known {} model architecture.", arch, family), std::move(details)),
      arch_(std::move(arch)), family_(std::move(family)) {}
ModelArchitectureNotKnownError::~ModelArchitectureNotKnownError() = default;

GatedError::GatedError(const std::string& name, const char* what, std::optional<std::string> info_url)
    : NamedError(name, fmt::format("{} is a gated {} and cannot be loaded. See {} for details.", name, what,
                                   info_url.value_or("None"))),
      info_url_(std::move(info_url)) {}
GatedError::~GatedError() = default;

ModelGatedError::ModelGatedError(const std::string& name, std::optional<std::string> info_url)
    : GatedError(name, "model", std::move(info_url)) {}
ModelGatedError::~ModelGatedError() = default;

TokenizerGatedError::TokenizerGatedError(const std::string& name, std::optional<std::string> info_url)
    : GatedError(name, "tokenizer", std::move(info_url)) {}
TokenizerGatedError::~TokenizerGatedError() = default;

DatasetError::~DatasetError() = default;

TokenizerModelError::TokenizerModelError(std::filesystem::path path, std::string text, std::string details)
    : Error(std::move(text), std::move(details)), path_(std::move(path)) {}
TokenizerModelError::~TokenizerModelError() = default;

void TypedObject::expect(const TypeId& kls) const {
    if (kls_ != kls)
        throw InternalError(fmt::format("Object is expected to be of type `{}`, but is of type `{}` instead.",
                                        kls.printed(), kls_.printed()));
    if (!kls_.fits(kls))
        throw TypeConflictError(kls_, kls);
}

} // namespace abi1
} // namespace fairlead
