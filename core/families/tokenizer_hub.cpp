// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/card_files.h"
#include "core/families/family_lookup.h"
#include "core/families/nested_causes.h"

#include <fairlead/tokenizer_hub.h>
#include <unordered_set>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace families {
namespace {

struct TokenizerFamilyRegistration {
    FamilyFacts facts;
    TokenizerFamilyParts parts;
};

/// A tokenizer family of functions (fairseq2's StandardTokenizerFamily). Borrows the resolver.
class StandardTokenizerFamily final : public TokenizerFamily {
public:
    StandardTokenizerFamily(std::shared_ptr<const TokenizerFamilyRegistration> registration,
                            DependencyResolver& resolver)
        : registration_(std::move(registration)), resolver_(resolver),
          downloads_(resolver.resolve<AssetDownloadManager>()), environment_(resolver.resolve<Environment>()) {}

    [[nodiscard]] std::shared_ptr<void> get_tokenizer_config(const AssetCard& card) const override {
        return facts().config_of(card, facts().default_config(), resolver_);
    }

    [[nodiscard]] std::shared_ptr<void> load_tokenizer(const AssetCard& card,
                                                       const std::optional<ConfigRef>& config) const override {
        std::shared_ptr<void> own;
        if (config)
            facts().expect_config(*config);
        else
            own = get_tokenizer_config(card);
        const FetchedFile file = fetch_file(card, CardFile::tokenizer, *downloads_, *environment_);
        try {
            return load(expanded_path(file.path, *environment_), config ? config->object : own.get());
        } catch (const TokenizerModelError& error) {
            std::throw_with_nested(erroneous_file(card, CardFile::tokenizer, file, facts().details_of(error)));
        } catch (const std::system_error& error) {
            if (file.is_local && is_not_found(error))
                throw missing_file(card, CardFile::tokenizer, file);
            raise_operational_system_error(error);
        }
    }

    [[nodiscard]] std::shared_ptr<void> load_custom_tokenizer(const std::filesystem::path& path,
                                                              const ConfigRef& config) const override {
        facts().expect_config(config);
        return load(path, config.object);
    }

    [[nodiscard]] const std::string& name() const noexcept override { return facts().name(); }
    [[nodiscard]] TypeId kls() const override { return facts().kls(); }
    [[nodiscard]] const ConfigClass* config_class() const noexcept override { return facts().config_class(); }

private:
    [[nodiscard]] const FamilyFacts& facts() const noexcept { return registration_->facts; }

    [[nodiscard]] std::shared_ptr<void> load(const std::filesystem::path& path, const void* config) const {
        const TokenizerFamilyParts& parts = registration_->parts;
        return facts().made(parts.loader ? parts.loader(path, config) : parts.advanced_loader(resolver_, path, config),
                            "loader");
    }

    std::shared_ptr<const TokenizerFamilyRegistration> registration_;
    DependencyResolver& resolver_;
    std::shared_ptr<AssetDownloadManager> downloads_;
    std::shared_ptr<Environment> environment_;
};

/// Follows `tokenizer_ref` (data/tokenizers/ref.py). A loop, in which fairseq2 hangs, is an AssetCardError.
AskedCard follow_references(DependencyResolver& resolver, AskedCard asked) {
    const std::string first = asked.card.name();
    std::unordered_set<std::string> seen{first};
    std::string way = first;
    while (const auto field = asked.card.maybe_get_field("tokenizer_ref")) {
        const std::string name = field->as_string();
        way += " -> " + name;
        if (!seen.insert(name).second)
            throw AssetCardError(
                first, fmt::format("tokenizer_ref fields from the {} asset card on never come to a tokenizer.", first),
                way);
        auto next = maybe_retrieve_card(resolver, name);
        if (!next)
            throw AssetCardError(first,
                                 fmt::format("{} asset referenced by the {} asset card does not exist.", name, first));
        asked.card = *std::move(next);
    }
    return asked;
}

AskedCard find_tokenizer(DependencyResolver& resolver, const CardOrName& card) {
    return follow_references(resolver, find_card<TokenizerFamily>(resolver, card));
}

} // namespace

void add_tokenizer_family(DependencyContainer& container, std::string name, TokenizerFamilyParts parts, Here here) {
    FamilyFacts facts(container, "tokenizer", name, parts.kls, parts.config_class, here);
    if (parts.loader && parts.advanced_loader)
        throw ValueError("`loader` and `advanced_loader` must not be specified at the same time.", facts.ownership());
    if (!parts.loader && !parts.advanced_loader)
        throw ValueError("`loader` or `advanced_loader` must be specified.", facts.ownership());
    auto registration = std::make_shared<const TokenizerFamilyRegistration>(
        TokenizerFamilyRegistration{std::move(facts), std::move(parts)});
    container.register_<TokenizerFamily>(
        [registration = std::move(registration)](DependencyResolver& resolver) {
            return std::make_shared<StandardTokenizerFamily>(registration, resolver);
        },
        {.key = std::move(name)}, here);
}

ErasedTokenizerHub::ErasedTokenizerHub(DependencyResolver& resolver, const std::string& name, const TypeId& kls,
                                       const ConfigClass* config_class)
    : resolver_(resolver), family_(family_of_hub<TokenizerFamily>(resolver, name, kls, config_class)) {}

std::vector<AssetCard> ErasedTokenizerHub::iter_cards() const {
    return find_cards(resolver_, family_field<TokenizerFamily>(), family_->name());
}

std::shared_ptr<void> ErasedTokenizerHub::get_tokenizer_config(const CardOrName& card) const {
    return family_->get_tokenizer_config(own_card(card));
}

std::shared_ptr<void> ErasedTokenizerHub::load_tokenizer(const CardOrName& card,
                                                         const std::optional<ConfigRef>& config) const {
    return family_->load_tokenizer(own_card(card), config);
}

AssetCard ErasedTokenizerHub::own_card(const CardOrName& card) const {
    AskedCard asked = find_tokenizer(resolver_, card);
    expect_family<TokenizerFamily>(asked, family_->name());
    return std::move(asked.card);
}

} // namespace families

TokenizerFamily::~TokenizerFamily() = default;

std::string get_tokenizer_family_name(DependencyResolver& resolver, const CardOrName& card) {
    return families::family_name<TokenizerFamily>(resolver, card);
}

std::optional<std::string> maybe_get_tokenizer_family_name(DependencyResolver& resolver, const CardOrName& card) {
    return families::maybe_family_name<TokenizerFamily>(resolver, families::card_itself(resolver, card));
}

TypedObject load_tokenizer(DependencyResolver& resolver, const CardOrName& card,
                           const std::optional<ConfigRef>& config) {
    const families::AskedCard asked = families::find_tokenizer(resolver, card);
    const auto family = families::family_to_load<TokenizerFamily>(resolver, asked);
    return {family->kls(), family->load_tokenizer(asked.card, config)};
}

} // namespace abi1
} // namespace fairlead
