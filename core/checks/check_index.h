// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/checks/base_chains.h"
#include "core/checks/card_facts.h"
#include "core/checks/registry_index.h"
#include "core/checks/source_repeats.h"
#include "core/checks/work_limit.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fairlead {

/// What the rules know beside the card that they look at: facts of all cards, environments, the registry.
///
/// It is kept up to date by whoever changes the catalog, and lives beside it.
class CheckIndex {
public:
    /// `home`: what `~` stands for; empty where that is not known.
    CheckIndex(const Catalog& catalog, std::shared_ptr<const RegistrySnapshot> registry, std::string environment,
               std::string home);

    [[nodiscard]] const Catalog& catalog() const noexcept { return catalog_; }
    [[nodiscard]] const std::string& home() const noexcept { return home_; }
    /// Null without a registry.
    [[nodiscard]] const RegistryIndex* registry() const noexcept { return registry_ ? &*registry_ : nullptr; }

    [[nodiscard]] std::optional<CardRef> find(std::string_view name, std::string_view environment) const noexcept {
        return catalog_.find(name, environment);
    }
    /// The overlay for a name in the first of the environments that has one.
    [[nodiscard]] std::optional<CardRef> overlay(std::string_view name,
                                                 std::span<const std::string_view> environments) const noexcept;
    [[nodiscard]] const CardFacts& facts(CardRef ref) const noexcept { return files_[ref.file][ref.document]; }
    [[nodiscard]] std::span<const CardFacts> facts_of_file(std::uint32_t file) const noexcept { return files_[file]; }
    /// False for the registry's own cards.
    [[nodiscard]] bool is_own(std::uint32_t file) const noexcept;
    /// The card to report what concerns all of these at: the first of the person's own, else the first.
    [[nodiscard]] CardRef reporter(std::span<const CardRef> cards) const noexcept;

    /// Those that fairseq2 looks for unasked (`user`, the session's) and that some card is written for.
    [[nodiscard]] std::span<const std::string_view> usual_environments() const noexcept { return usual_; }
    [[nodiscard]] bool is_usual(std::string_view environment) const noexcept;
    [[nodiscard]] const std::map<std::string, std::uint32_t, std::less<>>& environments() const noexcept {
        return environments_;
    }
    [[nodiscard]] std::span<const SourceRepeat> repeats() const noexcept { return repeats_; }
    /// Whether a source repeats names of another for a reason that FS019 tells.
    [[nodiscard]] bool is_repeat(std::uint32_t source, std::uint32_t other) const noexcept;
    /// Whether another card may have the same name and environment.
    [[nodiscard]] bool is_doubled(CardRef ref) const noexcept;
    /// The identities of names that more than one card has.
    [[nodiscard]] std::span<const std::uint32_t> doubled() const noexcept { return doubled_; }
    /// The cards of that name and environment which fairseq2 compares: of a checkpoint source only the last, as that
    /// one wins in silence. Good until the next call.
    [[nodiscard]] std::span<const CardRef> owners(const Card& card) const;

    /// The plain card's name nearest to a wrong one, or empty.
    [[nodiscard]] std::string nearest_card(std::string_view wrong) const;
    /// The environment nearest to a wrong one, of those that are known and those that as many cards are written for.
    [[nodiscard]] std::string nearest_environment(std::string_view wrong, std::uint32_t least_cards) const;
    /// Where bases lead in an environment; empty: without any. Kept for a pass.
    [[nodiscard]] BaseChains& bases(std::string_view environment) const;
    /// Whether some card names this one as its base.
    [[nodiscard]] bool is_base(std::string_view name) const;
    [[nodiscard]] WorkLimit& work() const noexcept { return work_; }

    // What keeps it up to date.
    void read_all();
    /// After Catalog::edit: the documents that a change replaced. Gives the facts that were there before.
    std::vector<CardFacts> replace(std::uint32_t file, const yaml::StreamChange& change);
    /// Looks again at what all names together say. True if other names are doubled than before, or for other reasons.
    bool refresh_names();
    /// Before many documents are checked: what they may spend, and what was remembered.
    void begin_pass() const;

private:
    CardFacts read(CardRef ref);

    const Catalog& catalog_;
    std::optional<RegistryIndex> registry_;
    std::string environment_;
    std::string home_;
    std::vector<std::vector<CardFacts>> files_;                      // by file, by document
    std::map<std::string, std::uint32_t, std::less<>> environments_; // with the number of cards
    std::vector<std::string_view> usual_;
    std::vector<SourceRepeat> repeats_;
    std::vector<std::uint32_t> doubled_; // identities, sorted
    OwnFields scratch_;
    struct Owners {
        std::string name;
        std::string environment;
        std::vector<CardRef> cards;
    };
    mutable Owners owners_; // the last that were asked for
    mutable std::unordered_map<std::string, std::string> nearest_;
    mutable std::map<std::string, BaseChains, std::less<>> bases_; // by environment
    mutable std::optional<std::vector<std::uint32_t>> base_names_; // hashes, sorted; once asked for
    mutable WorkLimit work_;
};

} // namespace fairlead
