// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <fairlead/dependency_resolver.h>
#include <fairlead/hugging_face_converter.h>
#include <fairlead/not_supported_error.h>
#include <fmt/format.h>

namespace fairlead {
inline namespace abi1 {

HuggingFaceConverter::~HuggingFaceConverter() = default;
LegacyHuggingFaceConverter::~LegacyHuggingFaceConverter() = default;

HuggingFaceConfig LegacyHuggingFaceConverter::to_hg_config(const ConfigRef&) const { throw NotSupportedError(""); }

StateDict LegacyHuggingFaceConverter::to_hg_state_dict(StateDict, const ConfigRef&) const {
    throw NotSupportedError("");
}

std::shared_ptr<HuggingFaceConverter> get_hugging_face_converter(DependencyResolver& resolver,
                                                                 const std::string& family_name) {
    auto converter = resolver.maybe_resolve<HuggingFaceConverter>(family_name);
    if (converter == nullptr)
        throw NotSupportedError(fmt::format("{} model family does not support Hugging Face conversion.", family_name));
    return converter;
}

} // namespace abi1
} // namespace fairlead
