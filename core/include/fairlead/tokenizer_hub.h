// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/tokenizer_family.h>
#include <fairlead/typed_object.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fairlead {
inline namespace abi1 {
namespace families {

/// A TokenizerHub without the types. Keeps the family; borrows the resolver.
class FAIRLEAD_API ErasedTokenizerHub {
public:
    /// As a hub's accessor gets it. Throws TokenizerFamilyNotKnownError, InternalError, TypeConflictError.
    ErasedTokenizerHub(DependencyResolver& resolver, const std::string& name, const TypeId& kls,
                       const ConfigClass* config_class);

    [[nodiscard]] std::vector<AssetCard> iter_cards() const;
    [[nodiscard]] std::shared_ptr<void> get_tokenizer_config(const CardOrName& card) const;
    [[nodiscard]] std::shared_ptr<void> load_tokenizer(const CardOrName& card,
                                                       const std::optional<ConfigRef>& config) const;
    [[nodiscard]] const TokenizerFamily& family() const noexcept { return *family_; }

private:
    [[nodiscard]] AssetCard own_card(const CardOrName& card) const;

    DependencyResolver& resolver_;
    std::shared_ptr<TokenizerFamily> family_;
};

} // namespace families

template <Config C>
struct LoadTokenizerOptions {
    std::optional<C> config = {}; ///< in place of the card's
};

/// Configs, tokenizers and cards of one family (fairseq2's data/tokenizers/hub.py). Valid as long as its resolver; it
/// may be used from any thread, if the family may.
///
/// A card is given itself or by name; by name those that take one throw TokenizerNotKnownError if there is none. Its
/// `tokenizer_ref` is followed. All throw AssetCardError if it is of another family. Further errors: see
/// TokenizerFamily.
template <class T, Config C = NoConfig>
class TokenizerHub {
public:
    explicit TokenizerHub(families::ErasedTokenizerHub hub) : hub_(std::move(hub)) {}

    /// All cards of the family, without those that only refer to one.
    [[nodiscard]] std::vector<AssetCard> iter_cards() const { return hub_.iter_cards(); }
    [[nodiscard]] C get_tokenizer_config(const CardOrName& card) const {
        return *std::static_pointer_cast<C>(hub_.get_tokenizer_config(card));
    }
    /// The tokenizer of the card's file, which is downloaded where that is needed.
    [[nodiscard]] std::shared_ptr<T> load_tokenizer(const CardOrName& card,
                                                    const LoadTokenizerOptions<C>& options = {}) const {
        std::optional<ConfigRef> config;
        if (options.config)
            config.emplace(*options.config);
        return std::static_pointer_cast<T>(hub_.load_tokenizer(card, config));
    }
    [[nodiscard]] std::shared_ptr<T> load_custom_tokenizer(const std::filesystem::path& path,
                                                           const C& config = {}) const {
        return std::static_pointer_cast<T>(hub_.family().load_custom_tokenizer(path, config));
    }

private:
    families::ErasedTokenizerHub hub_;
};

/// Makes hubs of a family; an author of tokenizers offers one as if it were a function: see ModelHubAccessor.
template <class T, Config C = NoConfig>
class TokenizerHubAccessor {
public:
    /// The name is borrowed as long as the accessor lives: a literal, as a rule.
    constexpr explicit TokenizerHubAccessor(std::string_view family_name) noexcept : family_name_(family_name) {}

    /// Throws TokenizerFamilyNotKnownError, InternalError if the family is of other classes, TypeConflictError if they
    /// only have the same name.
    [[nodiscard]] TokenizerHub<T, C> operator()(DependencyResolver& resolver) const {
        return TokenizerHub<T, C>(families::ErasedTokenizerHub(resolver, std::string(family_name_), TypeId::of<T>(),
                                                               config_class_or_none<C>()));
    }

private:
    std::string_view family_name_;
};

/// Loads the tokenizer of a card, of whatever family it is. Throws as TokenizerHub::load_tokenizer() does, and
/// AssetCardError if the family is not registered. `config`: in place of the card's, of the family's class.
[[nodiscard]] FAIRLEAD_API TypedObject load_tokenizer(DependencyResolver& resolver, const CardOrName& card,
                                                      const std::optional<ConfigRef>& config = {});
/// The same where its class is known; throws InternalError if it is another.
template <class T>
[[nodiscard]] std::shared_ptr<T> load_tokenizer(DependencyResolver& resolver, const CardOrName& card,
                                                const std::optional<ConfigRef>& config = {}) {
    return load_tokenizer(resolver, card, config).template as<T>();
}

} // namespace abi1
} // namespace fairlead
