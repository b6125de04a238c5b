// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_class.h>
#include <fairlead/dependency_resolver.h>
#include <fairlead/hugging_face_converter.h>
#include <fairlead/model_family.h>
#include <fairlead/object_function.h>

#include <memory>
#include <string>

namespace fairlead {
inline namespace abi1 {

// What the compiler says of functions that are none of the options'. M is the family's class, C its config's.
template <bool fits>
struct FactoryFits {
    static_assert(fits, "fairlead: `factory` is expected to be a function M(const C&), which may give a "
                        "std::unique_ptr<M> or std::shared_ptr<M>");
};
template <bool fits>
struct AdvancedFactoryFits {
    static_assert(fits, "fairlead: `advanced_factory` is expected to be a function M(fairlead::DependencyResolver&, "
                        "const C&), which may give a std::unique_ptr<M> or std::shared_ptr<M>");
};
template <bool fits>
struct StateDictConverterFits {
    static_assert(fits, "fairlead: `state_dict_converter` is expected to be a function "
                        "fairlead::StateDict(fairlead::StateDict, const C&)");
};
template <bool fits>
struct ShardSpecsFits {
    static_assert(fits, "fairlead: `shard_specs` is expected to be a function fairlead::ShardSpecs(const C&)");
};
template <bool fits>
struct CompilerFits {
    static_assert(fits, "fairlead: `compiler` is expected to be a function void(M&)");
};
template <bool fits>
struct FsdpApplierFits {
    static_assert(fits, "fairlead: `fsdp_applier` is expected to be a function std::shared_ptr<M>(std::shared_ptr<M>, "
                        "const std::string& granularity, const fairlead::FsdpWrapper&)");
};
template <bool fits>
struct LayerwiseAcApplierFits {
    static_assert(fits, "fairlead: `layerwise_ac_applier` is expected to be a function "
                        "std::shared_ptr<M>(std::shared_ptr<M>, int every_nth_layer)");
};
template <bool fits>
struct HgExporterFits {
    static_assert(fits, "fairlead: `hg_exporter` is expected to be a function "
                        "fairlead::HuggingFaceExport(fairlead::StateDict, const C&)");
};

/// What a model family is made of (fairseq2's composition/models.py). One of `factory` and `advanced_factory` is
/// needed, all else may be left out. In place of an M a function may give a std::unique_ptr or std::shared_ptr to one.
template <class M, Config C>
struct ModelFamilyOptions {
    /// `M(const C&)`: makes a model.
    ObjectFunction<M(const C&), FactoryFits> factory = {};
    /// `M(DependencyResolver&, const C&)`: takes the resolver, too.
    ObjectFunction<M(DependencyResolver&, const C&), AdvancedFactoryFits> advanced_factory = {};
    bool supports_meta = true; ///< whether a model can be made without memory for its parameters
    bool restrict = true;      ///< no effect: only safetensors files are read
    /// `StateDict(StateDict, const C&)`: gives a checkpoint's tensors the model's names.
    OptionFunction<StateDict(StateDict, const C&), StateDictConverterFits> state_dict_converter = {};
    /// `ShardSpecs(const C&)`: how the parameters are cut up.
    OptionFunction<ShardSpecs(const C&), ShardSpecsFits> shard_specs = {};
    /// `void(M&)`: compiles a model in its place.
    OptionFunction<void(M&), CompilerFits> compiler = {};
    /// `std::shared_ptr<M>(std::shared_ptr<M>, const std::string& granularity, const FsdpWrapper&)`: gives the model
    /// with its parts wrapped.
    OptionFunction<std::shared_ptr<M>(std::shared_ptr<M>, const std::string&, const FsdpWrapper&), FsdpApplierFits>
        fsdp_applier = {};
    /// `std::shared_ptr<M>(std::shared_ptr<M>, int every_nth_layer)`: gives the model that keeps fewer activations.
    OptionFunction<std::shared_ptr<M>(std::shared_ptr<M>, int), LayerwiseAcApplierFits> layerwise_ac_applier = {};
    /// `HuggingFaceExport(StateDict, const C&)`. Deprecated, as in fairseq2: register a HuggingFaceConverter.
    OptionFunction<HuggingFaceExport(StateDict, const C&), HgExporterFits> hg_exporter = {};
};

} // namespace abi1
} // namespace fairlead
