// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/asset_card.h>
#include <fairlead/config_ref.h>
#include <fairlead/dependency_container.h>
#include <fairlead/family_errors.h>
#include <fairlead/object_function.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace fairlead {
inline namespace abi1 {

/// Datasets of one kind: what is registered under a family's name (fairseq2's datasets/family.py). Configs and datasets
/// are objects of config_class() and kls(), exactly. Valid as long as its resolver. Its functions may be called from
/// any thread, if those that it was made of may.
class FAIRLEAD_API DatasetFamily {
public:
    DatasetFamily() = default;
    DatasetFamily(const DatasetFamily&) = delete;
    DatasetFamily& operator=(const DatasetFamily&) = delete;
    virtual ~DatasetFamily();

    /// The class's default, with what the card and its bases override. Throws AssetCardError, InternalError, and
    /// RawError where fairseq2's error is Python's own.
    [[nodiscard]] virtual std::shared_ptr<void> get_dataset_config(const AssetCard& card) const = 0;
    /// `config`: in place of the card's. Throws AssetCardError, OperationalError; TypeError if the config is not of the
    /// family's class.
    [[nodiscard]] virtual std::shared_ptr<void> open_dataset(const AssetCard& card,
                                                             const std::optional<ConfigRef>& config) const = 0;
    /// What the opener throws passes through, but what comes of the system is an OperationalError.
    [[nodiscard]] virtual std::shared_ptr<void> open_custom_dataset(const ConfigRef& config) const = 0;

    [[nodiscard]] virtual const std::string& name() const noexcept = 0;
    [[nodiscard]] virtual TypeId kls() const = 0;
    [[nodiscard]] virtual const ConfigClass* config_class() const noexcept = 0; ///< null: none
};

/// The family that a card names. Throws AssetNotFoundError, AssetCardError, AssetCardNotValidError if the card has no
/// `dataset_family`, DatasetFamilyNotKnownError if that is not registered.
[[nodiscard]] FAIRLEAD_API std::string get_dataset_family_name(DependencyResolver& resolver, const CardOrName& card);
/// Nothing if the card has no `dataset_family`; else the same.
[[nodiscard]] FAIRLEAD_API std::optional<std::string> maybe_get_dataset_family_name(DependencyResolver& resolver,
                                                                                    const CardOrName& card);

// What the compiler says of functions that are none of the options'. D is the family's class, C its config's.
template <bool fits>
struct OpenerFits {
    static_assert(fits, "fairlead: `opener` is expected to be a function D(const C&), which may give a "
                        "std::unique_ptr<D> or std::shared_ptr<D>");
};
template <bool fits>
struct AdvancedOpenerFits {
    static_assert(fits, "fairlead: `advanced_opener` is expected to be a function D(fairlead::DependencyResolver&, "
                        "const C&), which may give a std::unique_ptr<D> or std::shared_ptr<D>");
};

/// One of both is needed.
template <class D, Config C>
struct DatasetFamilyOptions {
    /// `D(const C&)`: opens a dataset. Throws DatasetError if it is not one.
    ObjectFunction<D(const C&), OpenerFits> opener = {};
    /// `D(DependencyResolver&, const C&)`: takes the resolver, too.
    ObjectFunction<D(DependencyResolver&, const C&), AdvancedOpenerFits> advanced_opener = {};
};

namespace families {

/// The same without the types.
struct DatasetFamilyParts {
    TypeId kls;
    const ConfigClass* config_class = nullptr; ///< null: none
    std::function<std::shared_ptr<void>(const void* config)> opener = {};
    std::function<std::shared_ptr<void>(DependencyResolver&, const void* config)> advanced_opener = {};
};

FAIRLEAD_API void add_dataset_family(DependencyContainer& container, std::string name, DatasetFamilyParts parts,
                                     Here here);

} // namespace families

/// Registers a dataset family: its class and the class of its config, under a name (composition/datasets.py).
///
///     fairlead::register_dataset_family<MyDataset, MyConfig>(container, "my_dataset", {.opener = open_my_dataset});
///
/// Without a config the class is NoConfig, of which the opener gets one. Throws as register_model_family() does.
template <class D, Config C>
void register_dataset_family(DependencyContainer& container, std::string name, DatasetFamilyOptions<D, C> options,
                             Here here = Here::current()) {
    families::DatasetFamilyParts parts{.kls = TypeId::of<D>(), .config_class = config_class_or_none<C>()};
    if (options.opener)
        parts.opener = [f = std::move(options.opener)](const void* config) {
            return f(*static_cast<const C*>(config));
        };
    if (options.advanced_opener)
        parts.advanced_opener = [f = std::move(options.advanced_opener)](DependencyResolver& resolver,
                                                                         const void* config) {
            return f(resolver, *static_cast<const C*>(config));
        };
    families::add_dataset_family(container, std::move(name), std::move(parts), here);
}

/// What is no options does not compile.
template <class D, Config C, NoOptions<DatasetFamilyOptions<D, C>> F>
void register_dataset_family(DependencyContainer&, const std::string&, F, Here = Here::current()) {
    static_assert(sizeof(F) == 0, "fairlead: a family's functions are given by name, in braces: "
                                  "register_dataset_family<D, C>(container, name, {.opener = function})");
}

} // namespace abi1
} // namespace fairlead
