// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/asset_card.h>
#include <fairlead/config_ref.h>
#include <fairlead/family_errors.h>
#include <fairlead/state_dict.h>
#include <fairlead/typed_object.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace fairlead {
inline namespace abi1 {

/// How a parameter is divided among devices (fairseq2's sharder.py).
struct ShardSpec {
    int dim = 0;                  ///< which of its dimensions
    bool region_boundary = false; ///< whether it is where two parallel regions meet
};
using ShardSpecs = std::map<std::string, ShardSpec>; ///< by the parameters' names

/// Wraps a part of a model for FSDP: the part, and whether it is divided again after its forward pass.
using FsdpWrapper = std::function<TypedObject(const TypedObject& module, std::optional<bool> reshard_after_forward)>;

/// Models of one kind: what is registered under a family's name (fairseq2's models/family.py). Most are made by
/// register_model_family(), and asked through a ModelHub.
///
/// Configs and models are objects of config_class() and kls(), exactly. A family is valid as long as its resolver. Its
/// functions may be called from any thread, if those that it was made of may.
class FAIRLEAD_API ModelFamily {
public:
    ModelFamily() = default;
    ModelFamily(const ModelFamily&) = delete;
    ModelFamily& operator=(const ModelFamily&) = delete;
    virtual ~ModelFamily();

    [[nodiscard]] virtual std::set<std::string> get_archs() const = 0;
    /// A new config, or null.
    [[nodiscard]] virtual std::shared_ptr<void> maybe_get_arch_config(const std::string& arch) const = 0;
    /// That of the card's `model_arch`, else the class's default, with what the card and its bases override. Throws
    /// AssetCardError, InternalError, and RawError where fairseq2's error is Python's own.
    [[nodiscard]] virtual std::shared_ptr<void> get_model_config(const AssetCard& card) const = 0;

    // All that take a config throw TypeError if it is not of the family's class.
    /// Throws NotSupportedError if `meta` is asked for and not supported.
    [[nodiscard]] virtual std::shared_ptr<void> create_new_model(const ConfigRef& config, bool meta) const = 0;
    /// `config`: in place of the card's. Throws ModelGatedError, AssetCardError, AssetDownloadError, OperationalError.
    [[nodiscard]] virtual std::shared_ptr<void> load_model(const AssetCard& card,
                                                           const std::optional<ConfigRef>& config) const = 0;
    /// Throws CorruptModelCheckpointError, std::filesystem::filesystem_error. `restrict` has no effect: only
    /// safetensors files are read, which hold nothing but tensors.
    [[nodiscard]] virtual std::shared_ptr<void> load_custom_model(const std::filesystem::path& path,
                                                                  const ConfigRef& config,
                                                                  std::optional<bool> restrict) const = 0;
    /// The tensors under the model's names. They are read when they are used.
    [[nodiscard]] virtual StateDict iter_checkpoint(const std::filesystem::path& path, const ConfigRef& config,
                                                    std::optional<bool> restrict) const = 0;

    // Each throws NotSupportedError if the family cannot do it, and TypeError if the model is of another class.
    [[nodiscard]] virtual ShardSpecs get_shard_specs(const ConfigRef& config) const = 0;
    virtual void compile(const TypedObject& model) const = 0;
    [[nodiscard]] virtual TypedObject apply_fsdp(const TypedObject& model, const std::string& granularity,
                                                 const FsdpWrapper& wrapper) const = 0;
    [[nodiscard]] virtual TypedObject apply_layerwise_ac(const TypedObject& model, int every_nth_layer) const = 0;

    [[nodiscard]] virtual const std::string& name() const noexcept = 0;
    [[nodiscard]] virtual TypeId kls() const = 0;
    [[nodiscard]] virtual const ConfigClass* config_class() const noexcept = 0;

    [[nodiscard]] virtual bool supports_meta() const noexcept = 0;
    [[nodiscard]] virtual bool supports_model_parallelism() const noexcept = 0;
    [[nodiscard]] virtual bool supports_compilation() const noexcept = 0;
    [[nodiscard]] virtual bool supports_fsdp() const noexcept = 0;
    [[nodiscard]] virtual bool supports_layerwise_ac() const noexcept = 0;
};

/// The family that a card names. Throws AssetNotFoundError, AssetCardError, AssetCardNotValidError if the card has no
/// `model_family`, ModelFamilyNotKnownError if that is not registered.
[[nodiscard]] FAIRLEAD_API std::string get_model_family_name(DependencyResolver& resolver, const CardOrName& card);
/// Nothing if the card has no `model_family`; else the same.
[[nodiscard]] FAIRLEAD_API std::optional<std::string> maybe_get_model_family_name(DependencyResolver& resolver,
                                                                                  const CardOrName& card);

} // namespace abi1
} // namespace fairlead
