// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/finding_store.h"

#include <algorithm>
#include <tuple>

namespace fairlead {

namespace {

template <typename Found, typename Visit>
void for_each_place(Found& diagnostic, const Visit& visit) {
    if (diagnostic.place) {
        visit(*diagnostic.place);
    }
    for (auto& related : diagnostic.related) {
        visit(related.place);
    }
    for (auto& fix : diagnostic.fixes) {
        for (auto& edit : fix.edits) {
            visit(edit.place);
        }
    }
}

template <typename Visit>
bool any_place(const std::vector<Diagnostic>& diagnostics, const Visit& fits) {
    bool any = false;
    for (const Diagnostic& diagnostic : diagnostics) {
        for_each_place(diagnostic, [&](const DocumentPlace& place) { any = any || fits(place); });
    }
    return any;
}

auto order_of(const Diagnostic& diagnostic) {
    const yaml::TextRange range = diagnostic.place ? diagnostic.place->range : yaml::TextRange{};
    return std::tuple(range.begin, diagnostic.rule, range.end);
}

} // namespace

void FindingStore::reset(const Catalog& catalog) {
    files_.clear();
    files_.resize(catalog.files().size());
    for (std::uint32_t file = 0; file < files_.size(); ++file) {
        files_[file].documents.resize(catalog.file(file).cards.size());
        files_[file].flags.resize(catalog.file(file).cards.size());
    }
}

std::span<const Diagnostic> FindingStore::of(CardRef ref) const noexcept {
    const auto& found = files_[ref.file].documents[ref.document];
    return found ? std::span<const Diagnostic>(*found) : std::span<const Diagnostic>();
}

void FindingStore::set(CardRef ref, Diagnostics& found) {
    FileFindings& file = files_[ref.file];
    if (found.is_empty()) {
        file.documents[ref.document].reset();
        file.flags[ref.document] = 0;
        return;
    }
    auto items = std::make_unique<std::vector<Diagnostic>>(std::make_move_iterator(found.items().begin()),
                                                           std::make_move_iterator(found.items().end()));
    std::stable_sort(items->begin(), items->end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) < order_of(b); });
    const bool elsewhere = any_place(
        *items, [&](const DocumentPlace& place) { return place.file != ref.file || place.document != ref.document; });
    file.flags[ref.document] = static_cast<std::uint8_t>(Flag::any | (found.names_asked() ? Flag::asks_for_names : 0) |
                                                         (found.position_told() ? Flag::tells_position : 0) |
                                                         (elsewhere ? Flag::points_elsewhere : 0));
    file.documents[ref.document] = std::move(items);
}

void FindingStore::asking_for_names(std::vector<CardRef>& out) const {
    visit(Flag::asks_for_names, [&](CardRef ref, const auto&) { out.push_back(ref); });
}

void FindingStore::pointing_into(std::uint32_t file, std::size_t first, std::size_t end,
                                 std::vector<CardRef>& out) const {
    visit(Flag::points_elsewhere, [&](CardRef ref, const std::vector<Diagnostic>& found) {
        if (any_place(found, [&](const DocumentPlace& place) {
                return place.file == file && place.document >= first && place.document < end;
            })) {
            out.push_back(ref);
        }
    });
}

void FindingStore::telling_positions(std::uint32_t file, std::size_t first, std::vector<CardRef>& out) const {
    visit(Flag::tells_position, [&](CardRef ref, const std::vector<Diagnostic>& found) {
        if (any_place(found,
                      [&](const DocumentPlace& place) { return place.file == file && place.document >= first; })) {
            out.push_back(ref);
        }
    });
}

void FindingStore::replace_documents(std::uint32_t file, const yaml::StreamChange& change) {
    FileFindings& findings = files_[file];
    const auto first = static_cast<std::ptrdiff_t>(change.first);
    const auto end = static_cast<std::ptrdiff_t>(change.first + change.removed);
    for (std::ptrdiff_t i = first; i < end; ++i) {
        findings.documents[static_cast<std::size_t>(i)].reset();
        findings.flags[static_cast<std::size_t>(i)] = 0;
    }
    if (change.removed == change.inserted) {
        return;
    }
    const auto delta = static_cast<std::int64_t>(change.inserted) - static_cast<std::int64_t>(change.removed);
    move_places(file, change.first + change.removed, delta);
    findings.documents.erase(findings.documents.begin() + first, findings.documents.begin() + end);
    findings.flags.erase(findings.flags.begin() + first, findings.flags.begin() + end);
    std::vector<std::unique_ptr<std::vector<Diagnostic>>> none(change.inserted);
    findings.documents.insert(findings.documents.begin() + first, std::make_move_iterator(none.begin()),
                              std::make_move_iterator(none.end()));
    findings.flags.insert(findings.flags.begin() + first, change.inserted, 0);
}

void FindingStore::move_places(std::uint32_t file, std::size_t first, std::int64_t delta) {
    visit(Flag::any, [&](CardRef ref, const std::vector<Diagnostic>& found) {
        const bool is_after = ref.file == file && ref.document >= first;
        if (!is_after && (files_[ref.file].flags[ref.document] & Flag::points_elsewhere) == 0) {
            return;
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            Diagnostic& diagnostic = (*files_[ref.file].documents[ref.document])[i];
            for_each_place(diagnostic, [&](DocumentPlace& place) {
                if (place.file == file && place.document >= first) {
                    place.document = static_cast<std::uint32_t>(place.document + delta);
                }
            });
            if (diagnostic.card && diagnostic.card->file == file && diagnostic.card->document >= first) {
                diagnostic.card->document = static_cast<std::uint32_t>(diagnostic.card->document + delta);
            }
        }
    });
}

} // namespace fairlead
