// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_ref.h>
#include <fairlead/config_tree.h>
#include <fairlead/state_dict.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The way to Hugging Face Transformers (fairseq2's models/hg/converter.py).
namespace fairlead {
inline namespace abi1 {

class DependencyResolver;

/// The config of a Hugging Face model.
struct HuggingFaceConfig {
    ConfigTree data = {};               ///< a mapping: keys are attributes of the class
    std::string kls_name = {};          ///< `LlamaConfig`
    std::vector<std::string> arch = {}; ///< `LlamaForCausalLM`
};

/// A model as Hugging Face has it: what the older form of a converter gives, all at once (models/family.py).
struct HuggingFaceExport {
    StateDict state_dict = {};
    HuggingFaceConfig config = {};
};

/// Converts a family's configs and state dicts. Registered under the family's name:
/// `container.register_type<HuggingFaceConverter, MyConverter>({.key = "my_family"})`.
class FAIRLEAD_API HuggingFaceConverter {
public:
    HuggingFaceConverter() = default;
    HuggingFaceConverter(const HuggingFaceConverter&) = delete;
    HuggingFaceConverter& operator=(const HuggingFaceConverter&) = delete;
    virtual ~HuggingFaceConverter();

    // Both throw TypeError if the config is not of the family's class.
    [[nodiscard]] virtual HuggingFaceConfig to_hg_config(const ConfigRef& config) const = 0;
    [[nodiscard]] virtual StateDict to_hg_state_dict(StateDict state_dict, const ConfigRef& config) const = 0;
};

/// What `hg_exporter` of register_model_family() is registered as. Asked as any other, it throws NotSupportedError.
class FAIRLEAD_API LegacyHuggingFaceConverter final : public HuggingFaceConverter {
public:
    using Exporter = std::function<HuggingFaceExport(StateDict, const ConfigRef&)>;

    explicit LegacyHuggingFaceConverter(Exporter exporter) : exporter_(std::move(exporter)) {}
    ~LegacyHuggingFaceConverter() override;

    [[nodiscard]] HuggingFaceConfig to_hg_config(const ConfigRef& config) const override;
    [[nodiscard]] StateDict to_hg_state_dict(StateDict state_dict, const ConfigRef& config) const override;
    /// Throws TypeError if the config is not of the family's class.
    [[nodiscard]] HuggingFaceExport export_model(StateDict state_dict, const ConfigRef& config) const {
        return exporter_(std::move(state_dict), config);
    }

private:
    Exporter exporter_;
};

/// Throws NotSupportedError if the family has none.
[[nodiscard]] FAIRLEAD_API std::shared_ptr<HuggingFaceConverter>
get_hugging_face_converter(DependencyResolver& resolver, const std::string& family_name);

} // namespace abi1
} // namespace fairlead
