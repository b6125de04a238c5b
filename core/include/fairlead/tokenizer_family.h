// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/asset_card.h>
#include <fairlead/config_ref.h>
#include <fairlead/dependency_container.h>
#include <fairlead/family_errors.h>
#include <fairlead/object_function.h>

#include <concepts>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace fairlead {
inline namespace abi1 {

/// Tokenizers of one kind: what is registered under a family's name (fairseq2's data/tokenizers/family.py). Configs and
/// tokenizers are objects of config_class() and kls(), exactly. Valid as long as its resolver. Its functions may be
/// called from any thread, if those that it was made of may.
class FAIRLEAD_API TokenizerFamily {
public:
    TokenizerFamily() = default;
    TokenizerFamily(const TokenizerFamily&) = delete;
    TokenizerFamily& operator=(const TokenizerFamily&) = delete;
    virtual ~TokenizerFamily();

    /// The class's default, with what the card and its bases override; `tokenizer_ref` is followed before. Throws
    /// AssetCardError, InternalError, and RawError where fairseq2's error is Python's own.
    [[nodiscard]] virtual std::shared_ptr<void> get_tokenizer_config(const AssetCard& card) const = 0;
    /// `config`: in place of the card's. Throws TokenizerGatedError, AssetCardError, AssetDownloadError,
    /// OperationalError; TypeError if the config is not of the family's class.
    [[nodiscard]] virtual std::shared_ptr<void> load_tokenizer(const AssetCard& card,
                                                               const std::optional<ConfigRef>& config) const = 0;
    /// What the loader throws passes through.
    [[nodiscard]] virtual std::shared_ptr<void> load_custom_tokenizer(const std::filesystem::path& path,
                                                                      const ConfigRef& config) const = 0;

    [[nodiscard]] virtual const std::string& name() const noexcept = 0;
    [[nodiscard]] virtual TypeId kls() const = 0;
    [[nodiscard]] virtual const ConfigClass* config_class() const noexcept = 0; ///< null: it has no config
};

/// The family that a card names. Throws AssetNotFoundError, AssetCardError, AssetCardNotValidError if the card has no
/// `tokenizer_family`, TokenizerFamilyNotKnownError if that is not registered.
[[nodiscard]] FAIRLEAD_API std::string get_tokenizer_family_name(DependencyResolver& resolver, const CardOrName& card);
/// Nothing if the card has no `tokenizer_family`; else the same.
[[nodiscard]] FAIRLEAD_API std::optional<std::string> maybe_get_tokenizer_family_name(DependencyResolver& resolver,
                                                                                      const CardOrName& card);

// What the compiler says of functions that are none of the options'. T is the family's class, C its config's.
template <bool fits>
struct LoaderFits {
    static_assert(fits, "fairlead: `loader` is expected to be a function T(const std::filesystem::path&, const C&), "
                        "which may give a std::unique_ptr<T> or std::shared_ptr<T>; C is NoConfig if it is not named");
};
template <bool fits>
struct AdvancedLoaderFits {
    static_assert(fits, "fairlead: `advanced_loader` is expected to be a function T(fairlead::DependencyResolver&, "
                        "const std::filesystem::path&, const C&), which may give a std::unique_ptr<T> or "
                        "std::shared_ptr<T>; C is NoConfig if it is not named");
};

/// One of both is needed.
template <class T, Config C = NoConfig>
struct TokenizerFamilyOptions {
    /// `T(const std::filesystem::path&, const C&)`: loads a tokenizer. Throws TokenizerModelError if the file or folder
    /// is not one.
    ObjectFunction<T(const std::filesystem::path&, const C&), LoaderFits> loader = {};
    /// `T(DependencyResolver&, const std::filesystem::path&, const C&)`: takes the resolver, too.
    ObjectFunction<T(DependencyResolver&, const std::filesystem::path&, const C&), AdvancedLoaderFits> advanced_loader =
        {};
};

namespace families {

/// The same without the types.
struct TokenizerFamilyParts {
    TypeId kls;
    const ConfigClass* config_class = nullptr; ///< null: none
    std::function<std::shared_ptr<void>(const std::filesystem::path&, const void* config)> loader = {};
    std::function<std::shared_ptr<void>(DependencyResolver&, const std::filesystem::path&, const void* config)>
        advanced_loader = {};
};

FAIRLEAD_API void add_tokenizer_family(DependencyContainer& container, std::string name, TokenizerFamilyParts parts,
                                       Here here);

} // namespace families

/// Registers a tokenizer family: its class and the class of its config, under a name (composition/tokenizers.py).
///
///     fairlead::register_tokenizer_family<MyTokenizer, MyConfig>(container, "mine", {.loader = load_my_tokenizer});
///
/// Without a config the class is NoConfig, which may be left out; so the loader gets one, too. Throws as
/// register_model_family() does.
template <class T, Config C = NoConfig>
void register_tokenizer_family(DependencyContainer& container, std::string name, TokenizerFamilyOptions<T, C> options,
                               Here here = Here::current()) {
    using std::filesystem::path;
    families::TokenizerFamilyParts parts{.kls = TypeId::of<T>(), .config_class = config_class_or_none<C>()};
    if (options.loader)
        parts.loader = [f = std::move(options.loader)](const path& file, const void* config) {
            return f(file, *static_cast<const C*>(config));
        };
    if (options.advanced_loader)
        parts.advanced_loader = [f = std::move(options.advanced_loader)](DependencyResolver& resolver, const path& file,
                                                                         const void* config) {
            return f(resolver, file, *static_cast<const C*>(config));
        };
    families::add_tokenizer_family(container, std::move(name), std::move(parts), here);
}

/// What is no options does not compile.
template <class T, Config C = NoConfig, NoOptions<TokenizerFamilyOptions<T, C>> F>
void register_tokenizer_family(DependencyContainer&, const std::string&, F, Here = Here::current()) {
    static_assert(sizeof(F) == 0, "fairlead: a family's functions are given by name, in braces: "
                                  "register_tokenizer_family<T, C>(container, name, {.loader = function})");
}

} // namespace abi1
} // namespace fairlead
