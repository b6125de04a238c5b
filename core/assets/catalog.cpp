// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/catalog.h"

#include "core/assets/card_reading.h"
#include "core/assets/catalog_state.h"
#include "core/assets/python_path.h"
#include "core/assets/source_loader.h"

namespace fairlead {

void CatalogState::add_cards(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Indexing indexing) {
    CardFile& target = files[file];
    const auto documents = target.stream.documents();
    const SourceKind kind = kind_of(target);
    for (std::uint32_t i = begin; i < end; ++i) {
        Card& card = target.cards[i];
        card = read_card(documents[i], kind);
        if (card.state == CardState::no_document) {
            ++target.blanks;
            continue;
        }
        if (!card.is_card()) {
            ++target.faults;
            continue;
        }
        ++card_count;
        if (indexing == Indexing::now)
            names.insert(files, {.file = file, .document = i});
        if (!card.environment.empty()) {
            const auto found = environments.find(card.environment);
            if (found == environments.end())
                environments.emplace(card.environment, 1);
            else
                ++found->second;
        }
    }
}

void CatalogState::forget_cards(std::uint32_t file, std::uint32_t begin, std::uint32_t end, Indexing indexing) {
    CardFile& target = files[file];
    for (std::uint32_t i = begin; i < end; ++i) {
        const Card& card = target.cards[i];
        if (card.state == CardState::no_document) {
            --target.blanks;
            continue;
        }
        if (!card.is_card()) {
            --target.faults;
            continue;
        }
        --card_count;
        if (indexing == Indexing::now)
            names.remove(files, {.file = file, .document = i});
        if (!card.environment.empty()) {
            const auto found = environments.find(card.environment);
            if (found != environments.end() && --found->second == 0)
                environments.erase(found);
        }
    }
}

void CatalogState::make_names_anew() {
    names = NameIndex();
    for (std::uint32_t file = 0; file < files.size(); ++file) {
        for (std::uint32_t i = 0; i < files[file].cards.size(); ++i) {
            if (files[file].cards[i].is_card())
                names.insert(files, {.file = file, .document = i});
        }
    }
}

Catalog::Catalog() : state_(std::make_shared<CatalogState>()) {}

Catalog Catalog::load(std::vector<AssetSource> sources, const CatalogOptions& options) {
    Catalog catalog;
    CatalogState& state = *catalog.state_;
    state.sources = std::move(sources);
    state.source_paths.resize(state.sources.size());
    SourceLoader loader(state, options);
    for (std::uint32_t i = 0; i < state.sources.size() && !options.stop.stop_requested(); ++i)
        loader.load(i);
    if (options.progress)
        options.progress({.files = state.files.size(), .cards = state.card_count});
    return catalog;
}

std::span<const AssetSource> Catalog::sources() const noexcept { return state_->sources; }

std::span<const CardFile> Catalog::files() const noexcept { return state_->files; }

std::span<const WalkNote> Catalog::walk_notes() const noexcept { return state_->notes; }

std::string_view Catalog::source_path(std::uint32_t source) const noexcept { return state_->source_paths[source]; }

std::size_t Catalog::card_count() const noexcept { return state_->card_count; }

const yaml::Document& Catalog::document(CardRef ref) const noexcept {
    return state_->files[ref.file].stream.documents()[ref.document];
}

std::string Catalog::stored_name(CardRef ref) const {
    const Card& found = card(ref);
    std::string name(found.name);
    return name.append("@").append(found.environment);
}

std::string Catalog::asked_name(CardRef ref) const {
    return card(ref).environment.empty() ? std::string(card(ref).name) : stored_name(ref);
}

std::optional<CardRef> Catalog::find(std::string_view name, std::string_view environment) const noexcept {
    const NameIndex& names = state_->names;
    std::uint32_t entry = names.first(state_->files, name, environment);
    if (entry == NameIndex::none)
        return std::nullopt;
    const std::uint32_t source = state_->files[names.ref(entry).file].source;
    if (state_->sources[source].kind == SourceKind::checkpoint) {
        for (std::uint32_t next = names.next(entry);
             next != NameIndex::none && state_->files[names.ref(next).file].source == source; next = names.next(next))
            entry = next;
    }
    return names.ref(entry);
}

std::vector<CardRef> Catalog::find_all(std::string_view name, std::string_view environment) const {
    std::vector<CardRef> found;
    const NameIndex& names = state_->names;
    for (std::uint32_t entry = names.first(state_->files, name, environment); entry != NameIndex::none;
         entry = names.next(entry))
        found.push_back(names.ref(entry));
    return found;
}

std::span<const RepeatedCard> Catalog::repeated_cards() const noexcept { return state_->names.repeated(); }

std::vector<std::pair<std::string, std::string>> Catalog::duplicate_names() const {
    std::vector<std::pair<std::string, std::string>> found;
    for (const RepeatedCard& repeated : repeated_cards()) {
        const Card& one = card(repeated.card);
        // The second of a name stands for all of them.
        if (state_->names.ref(state_->names.first(state_->files, one.name, one.environment)) == repeated.previous)
            found.emplace_back(one.name, one.environment);
    }
    return found;
}

std::vector<std::string> Catalog::environments() const {
    std::vector<std::string> found;
    for (const auto& [environment, count] : state_->environments)
        found.push_back(environment);
    return found;
}

void Catalog::for_each_card(const std::function<void(CardRef, const Card&)>& visit) const {
    for (std::uint32_t file = 0; file < state_->files.size(); ++file) {
        const auto& cards = state_->files[file].cards;
        for (std::uint32_t document = 0; document < cards.size(); ++document) {
            if (cards[document].is_card())
                visit({.file = file, .document = document}, cards[document]);
        }
    }
}

std::optional<std::uint32_t> Catalog::file_at(const std::filesystem::path& path) const {
    const auto resolved = python::resolve(path.native(), [](const char*) -> const char* { return nullptr; });
    const auto* wanted = std::get_if<std::string>(&resolved);
    for (std::uint32_t i = 0; wanted && i < state_->files.size(); ++i) {
        const CardFile& file = state_->files[i];
        if (file.path.empty())
            continue;
        if (file.path.native() == *wanted || file.path == path)
            return i;
    }
    for (std::uint32_t i = 0; wanted && i < state_->files.size(); ++i) {
        std::error_code ignored;
        if (state_->files[i].is_link && std::filesystem::equivalent(state_->files[i].path, *wanted, ignored))
            return i;
    }
    return std::nullopt;
}

} // namespace fairlead
