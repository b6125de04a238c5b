// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/catalog.h"
#include "core/assets/catalog_state.h"

#include <algorithm>
#include <atomic>

namespace fairlead {
namespace {

/// Whether the YAML parser that all sources share reads a file (an in-memory source has none).
bool is_parsed(const CatalogState& state, const CardFile& file) {
    return !file.error && !file.synthetic && state.kind_of(file) != SourceKind::in_memory;
}

/// What the files before one hand on to it.
yaml::Carry carry_before(const CatalogState& state, std::uint32_t file) {
    while (file > 0) {
        const CardFile& before = state.files[--file];
        if (is_parsed(state, before))
            return before.stream.carry_out();
    }
    return {};
}

/// One edit of one file, and what follows from it.
class Edit {
public:
    Edit(CatalogState& state, std::uint32_t file) : state_(state), file_(state.files[file]) { change_.file = file; }

    void replace(std::size_t begin, std::size_t end, std::string_view text) {
        // The names of the old cards are views into these.
        std::vector<yaml::Document> removed;
        change_.documents = file_.stream.replace(begin, end, text, &removed);
        replace_cards(change_.file, change_.documents);
    }

    void read_for_the_first_time(std::string_view text) {
        file_.error.reset();
        file_.stream = yaml::Stream(text, carry_before(state_, change_.file));
        change_.documents = {.first = 0, .removed = file_.cards.size(), .inserted = file_.stream.documents().size()};
        replace_cards(change_.file, change_.documents);
    }

    /// Reads later files again for as long as the `%YAML` rules that they begin with are others than before.
    void pass_on() {
        if (!is_parsed(state_, file_))
            return;
        yaml::Carry carry = file_.stream.carry_out();
        for (std::uint32_t i = change_.file + 1; i < state_.files.size(); ++i) {
            CardFile& later = state_.files[i];
            if (!is_parsed(state_, later))
                continue;
            if (later.stream.carry_in() == carry)
                return;
            const yaml::Stream old = std::move(later.stream);
            later.stream = yaml::Stream(old.text(), carry);
            replace_cards(i, {.first = 0, .removed = later.cards.size(), .inserted = later.stream.documents().size()});
            change_.reread_files.push_back(i);
            carry = later.stream.carry_out();
        }
    }

    Catalog::Change finish() {
        if (indexing_ == Indexing::later)
            state_.make_names_anew();
        auto& names = change_.names;
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return std::move(change_);
    }

private:
    using Indexing = CatalogState::Indexing;

    void replace_cards(std::uint32_t index, const yaml::StreamChange& documents) {
        CardFile& file = state_.files[index];
        const auto first = static_cast<std::uint32_t>(documents.first);
        const auto removed = static_cast<std::uint32_t>(documents.removed);
        const auto inserted = static_cast<std::uint32_t>(documents.inserted);
        constexpr std::uint32_t many = 512; // from about here on it is quicker to make the index anew
        if (removed + inserted > many)
            indexing_ = Indexing::later;
        add_names(file, first, first + removed);
        state_.forget_cards(index, first, first + removed, indexing_);
        if (removed != inserted) {
            const auto place = file.cards.begin() + first;
            if (removed > inserted)
                file.cards.erase(place, place + (removed - inserted));
            else
                file.cards.insert(place, inserted - removed, Card{});
            if (indexing_ == Indexing::now)
                state_.names.shift(index, first + removed, static_cast<std::int64_t>(inserted) - removed);
        }
        state_.add_cards(index, first, first + inserted, indexing_);
        add_names(file, first, first + inserted);
    }

    void add_names(const CardFile& file, std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = begin; i < end; ++i) {
            const Card& card = file.cards[i];
            if (card.is_card())
                change_.names.emplace_back(card.name, card.environment);
        }
    }

    CatalogState& state_;
    CardFile& file_;
    Catalog::Change change_;
    Indexing indexing_ = Indexing::now;
};

} // namespace

CatalogState& Catalog::own_state() {
    if (state_.use_count() > 1)
        state_ = std::make_shared<CatalogState>(*state_);
    // What a copy in another thread read before it went away comes before what is changed here.
    std::atomic_thread_fence(std::memory_order_acquire);
    return *state_;
}

Catalog::Change Catalog::edit(std::uint32_t file, std::size_t begin, std::size_t end, std::string_view text) {
    Edit edit(own_state(), file);
    edit.replace(begin, end, text);
    edit.pass_on();
    return edit.finish();
}

Catalog::Change Catalog::set_text(std::uint32_t file, std::string_view text) {
    Edit edit(own_state(), file);
    if (state_->files[file].error) {
        edit.read_for_the_first_time(text);
    } else {
        // Only what differs is read again.
        const std::string old = state_->files[file].stream.text();
        const std::size_t shorter = std::min(old.size(), text.size());
        const auto [left, right] =
            std::mismatch(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(shorter), text.begin());
        const auto same_before = static_cast<std::size_t>(left - old.begin());
        std::size_t same_after = 0;
        while (same_after < shorter - same_before &&
               old[old.size() - 1 - same_after] == text[text.size() - 1 - same_after])
            ++same_after;
        edit.replace(same_before, old.size() - same_after,
                     text.substr(same_before, text.size() - same_after - same_before));
    }
    edit.pass_on();
    return edit.finish();
}

} // namespace fairlead
