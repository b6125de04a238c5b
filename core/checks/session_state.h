// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_index.h"
#include "core/checks/document_checker.h"
#include "core/checks/finding_store.h"
#include "core/checks/session.h"

#include <optional>
#include <vector>

namespace fairlead {

/// What a session holds. For the sources of this folder.
struct CheckSession::State {
    explicit State(SessionOptions given);

    /// Checks everything that was read.
    void check_all();
    /// Checks again what a change of the catalog concerns. `last_line`: where the file's last document began before.
    Update update(Catalog::Change change, std::size_t last_line);

    /// The findings that concern the person, or the others, in the order to print them in.
    [[nodiscard]] std::vector<const Diagnostic*> collect(bool own) const;
    /// Whether a finding concerns the person: all in sources of their own, and what stops the load, wherever it is.
    [[nodiscard]] static bool is_own(bool own_source, const Diagnostic& diagnostic) noexcept {
        return own_source || diagnostic.load;
    }
    /// The line on which a file's last document begins: a measure of whether what lies behind an edit moved.
    [[nodiscard]] std::size_t last_line_of(std::uint32_t file) const;
    [[nodiscard]] bool is_own_source(std::uint32_t source) const noexcept {
        return !catalog.sources()[source].from_registry;
    }
    /// Findings with another place, which are as much about documents of these files.
    struct SharedFinding {
        CardRef at;
        const Diagnostic* finding = nullptr;
    };
    [[nodiscard]] const std::vector<SharedFinding>& shared() const;

    std::shared_ptr<const RegistrySnapshot> registry;
    std::vector<std::string> directory_warnings;
    Catalog catalog;
    CheckIndex index;
    DocumentChecker checker;
    FindingStore findings;
    std::vector<Diagnostic> source_findings; // in the order to print them in
    std::vector<std::uint32_t> file_order;   // likewise
    mutable std::optional<StoreVerdict> verdict;

private:
    /// Documents whose findings may have changed, besides those that were replaced.
    class Concerned;

    mutable std::optional<std::vector<SharedFinding>> shared_; // sorted by place
};

} // namespace fairlead
