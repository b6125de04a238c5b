// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_context.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fairlead {

/// The findings of each document of a catalog, and on what they hang. Nine bytes a document that has none.
class FindingStore {
public:
    /// As many documents as the catalog has, without findings.
    void reset(const Catalog& catalog);

    [[nodiscard]] std::span<const Diagnostic> of(CardRef ref) const noexcept;
    [[nodiscard]] std::size_t document_count(std::uint32_t file) const noexcept { return files_[file].flags.size(); }
    /// Takes the findings of a document out of `found`, sorted by place and rule.
    void set(CardRef ref, Diagnostics& found);

    /// Documents with a finding that would be another if cards got other names.
    void asking_for_names(std::vector<CardRef>& out) const;
    /// Documents with a finding, elsewhere, that has a place in documents [first, end) of a file.
    void pointing_into(std::uint32_t file, std::size_t first, std::size_t end, std::vector<CardRef>& out) const;
    /// Documents with a finding that tells a position in a file from a document on.
    void telling_positions(std::uint32_t file, std::size_t first, std::vector<CardRef>& out) const;

    /// Calls `visit(CardRef, const Diagnostic&)` for each finding with a place in another document.
    template <typename Visit>
    void sharing(const Visit& visit_one) const {
        visit(Flag::points_elsewhere, [&](CardRef ref, const std::vector<Diagnostic>& found) {
            for (const Diagnostic& diagnostic : found) {
                visit_one(ref, diagnostic);
            }
        });
    }

    /// Forgets the findings of documents that were replaced; all places move with their documents.
    void replace_documents(std::uint32_t file, const yaml::StreamChange& change);

private:
    enum Flag : std::uint8_t { any = 1, asks_for_names = 2, tells_position = 4, points_elsewhere = 8 };
    struct FileFindings {
        std::vector<std::unique_ptr<std::vector<Diagnostic>>> documents; // null: none
        std::vector<std::uint8_t> flags;
    };

    template <typename Visit>
    void visit(std::uint8_t wanted, const Visit& visit_one) const {
        for (std::uint32_t file = 0; file < files_.size(); ++file) {
            const std::vector<std::uint8_t>& flags = files_[file].flags;
            for (std::uint32_t document = 0; document < flags.size(); ++document) {
                if ((flags[document] & wanted) == wanted) {
                    visit_one(CardRef{file, document}, *files_[file].documents[document]);
                }
            }
        }
    }
    void move_places(std::uint32_t file, std::size_t first, std::int64_t delta);

    std::vector<FileFindings> files_;
};

} // namespace fairlead
