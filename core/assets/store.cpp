// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/store.h"

#include "core/assets/document_error.h"
#include "core/assets/source_loader.h"
#include "core/assets/source_place.h"

#include <algorithm>
#include <fmt/format.h>

namespace fairlead {
namespace {

StoreVerdict refused(AssetError error, std::optional<CardRef> place = std::nullopt) {
    return {.error = std::move(error), .place = place};
}

AssetError metadata_error(std::string message) { return {.type = "AssetMetadataError", .message = std::move(message)}; }

/// Goes through the sources as fairseq2 does when it makes its store (assets/store.py, assets/metadata_provider.py).
class Reader {
public:
    explicit Reader(const Catalog& catalog) : catalog_(catalog), files_(catalog.files()) {}

    StoreVerdict read() {
        for (std::uint32_t source = 0; source < catalog_.sources().size(); ++source) {
            if (auto verdict = read_source(source); !verdict.loads())
                return verdict;
        }
        return {};
    }

    StoreVerdict read_file(std::uint32_t file) {
        next_repeated_ = first_repeated({.file = file, .document = 0});
        return read_file_of(file, [file](CardRef previous) { return previous.file == file; });
    }

private:
    StoreVerdict read_source(std::uint32_t source) {
        const std::size_t first_repeated = next_repeated_;
        for (; next_file_ < files_.size() && files_[next_file_].source == source; ++next_file_) {
            if (auto verdict = read_notes(source); !verdict.loads())
                return verdict;
            auto verdict = read_file_of(next_file_, [&](CardRef previous) { return source_of(previous) == source; });
            if (!verdict.loads())
                return verdict;
        }
        if (auto verdict = read_notes(source); !verdict.loads())
            return verdict;
        // Names of other sources are looked for when all of this one is loaded.
        for (const RepeatedCard& repeated :
             catalog_.repeated_cards().subspan(first_repeated, next_repeated_ - first_repeated)) {
            if (source_of(repeated.previous) != source)
                return other_source_has(repeated.card);
        }
        return {};
    }

    StoreVerdict read_notes(std::uint32_t source) {
        const auto notes = catalog_.walk_notes();
        for (; next_note_ < notes.size() && notes[next_note_].source == source &&
               notes[next_note_].before_file <= next_file_;
             ++next_note_) {
            if (const auto& error = notes[next_note_].error)
                return refused(*error);
        }
        return {};
    }

    /// `is_double`: whether an earlier card of the same name makes a double of it, given that card.
    template <typename IsDouble>
    StoreVerdict read_file_of(std::uint32_t index, const IsDouble& is_double) {
        const CardFile& file = files_[index];
        const bool may_double = kind_of(file) != SourceKind::checkpoint;
        const bool in_memory = kind_of(file) == SourceKind::in_memory;
        if (file.error)
            return refused(unreadable(file));
        StoreVerdict fault = file.faults > 0 ? first_fault(index) : StoreVerdict{};
        if (!fault.loads() && !in_memory) // all documents of a file are looked at before the names
            return fault;
        const auto repeated = catalog_.repeated_cards();
        for (; next_repeated_ < repeated.size() && repeated[next_repeated_].card.file == index; ++next_repeated_) {
            const RepeatedCard& one = repeated[next_repeated_];
            if (fault.place && fault.place->document < one.card.document)
                break;
            if (may_double && is_double(one.previous))
                return refused(metadata_error(double_text(one.card)), one.card);
        }
        if (fault.place && in_memory && is_double_before_its_base(*fault.place))
            return refused(metadata_error(double_text(*fault.place)), fault.place);
        if (!fault.loads())
            return fault;
        if (file.is_checkpoint_model && !has_checkpoint(index))
            return refused(
                metadata_error(fmt::format("{} checkpoint directory does not have an asset named checkpoint.",
                                           printable_path(catalog_.source_path(file.source)))));
        return {};
    }

    [[nodiscard]] StoreVerdict first_fault(std::uint32_t index) const {
        const CardFile& file = files_[index];
        if (const auto first = file.stream.first_problem(); first.problem)
            return refused(yaml_error(file, *first.problem),
                           CardRef{.file = index, .document = static_cast<std::uint32_t>(first.document)});
        for (std::uint32_t i = 0; i < file.cards.size(); ++i) {
            const CardRef ref{.file = index, .document = i};
            if (auto error = document_error(catalog_, ref))
                return refused(std::move(*error), ref);
        }
        return {};
    }

    /// An in-memory entry's name is looked for among those before it when its base has not been looked at yet.
    [[nodiscard]] bool is_double_before_its_base(CardRef ref) const {
        const std::vector<Card>& cards = files_[ref.file].cards;
        const Card& card = cards[ref.document];
        if (card.state != CardState::base_type && card.state != CardState::base_invalid)
            return false;
        return std::any_of(cards.begin(), cards.begin() + ref.document, [&](const Card& earlier) {
            return earlier.is_card() && earlier.name == card.name && earlier.environment == card.environment;
        });
    }

    [[nodiscard]] static AssetError unreadable(const CardFile& file) {
        const FileError& error = *file.error;
        if (error.what == FileError::What::too_large) // fairseq2 has no limit; ours is said
            return {.type = "TooLarge", .message = error.message};
        return operational_error(error.code == 0 ? EIO : error.code, file.path);
    }

    [[nodiscard]] std::string double_text(CardRef card) const {
        const std::uint32_t source = source_of(card);
        const std::string name = catalog_.stored_name(card);
        switch (catalog_.sources()[source].kind) {
        case SourceKind::in_memory:
            return fmt::format("Assets in `metadata` must have unique names, but two assets have the same name {}.",
                               name);
        case SourceKind::package: {
            std::string_view package = catalog_.sources()[source].name;
            package.remove_prefix(std::min(package.size(), package.find(':') + 1));
            return fmt::format("Two assets in the {} package have the same name {}.", package, name);
        }
        default:
            return fmt::format("Two assets at {} have the same name {}.", source_place(catalog_, source), name);
        }
    }

    [[nodiscard]] StoreVerdict other_source_has(CardRef card) const {
        const Card& one = catalog_.card(card);
        const CardRef first = catalog_.find_all(one.name, one.environment).front();
        const auto& sources = catalog_.sources();
        return refused(
            metadata_error(fmt::format("An asset with name {} exists in both {} and {}.", catalog_.stored_name(card),
                                       sources[source_of(card)].name, sources[source_of(first)].name)),
            card);
    }

    [[nodiscard]] bool has_checkpoint(std::uint32_t file) const {
        const auto found = catalog_.find_all("checkpoint", "");
        return std::any_of(found.begin(), found.end(), [&](CardRef ref) { return ref.file == file; });
    }

    [[nodiscard]] std::size_t first_repeated(CardRef from) const {
        const auto repeated = catalog_.repeated_cards();
        const auto place = std::partition_point(repeated.begin(), repeated.end(),
                                                [&](const RepeatedCard& one) { return one.card < from; });
        return static_cast<std::size_t>(place - repeated.begin());
    }

    [[nodiscard]] std::uint32_t source_of(CardRef card) const { return files_[card.file].source; }
    [[nodiscard]] SourceKind kind_of(const CardFile& file) const { return catalog_.sources()[file.source].kind; }

    const Catalog& catalog_;
    std::span<const CardFile> files_;
    std::uint32_t next_file_ = 0;
    std::size_t next_note_ = 0;
    std::size_t next_repeated_ = 0;
};

} // namespace

StoreVerdict store_verdict(const Catalog& catalog) { return Reader(catalog).read(); }

StoreVerdict file_verdict(const Catalog& catalog, std::uint32_t file) { return Reader(catalog).read_file(file); }

} // namespace fairlead
