// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// What becomes of findings when a text changes: which documents have to be checked again so that the result is that of
// checking everything.
#include "core/checks/session_state.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace fairlead {

namespace {

/// A few hashes of names, asked for often.
class NameSet {
public:
    explicit NameSet(std::vector<std::uint32_t> names) : names_(std::move(names)) {
        std::sort(names_.begin(), names_.end());
        names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
        for (const std::uint32_t name : names_) {
            filter_ |= bit(name);
        }
    }
    [[nodiscard]] bool is_empty() const noexcept { return names_.empty(); }
    [[nodiscard]] bool contains(std::uint32_t name) const noexcept {
        return (filter_ & bit(name)) != 0 && std::binary_search(names_.begin(), names_.end(), name);
    }
    [[nodiscard]] std::span<const std::uint32_t> names() const noexcept { return names_; }

private:
    static std::uint64_t bit(std::uint32_t name) noexcept { return std::uint64_t{1} << ((name >> 4U) & 63U); }

    std::vector<std::uint32_t> names_;
    std::uint64_t filter_ = 0;
};

struct FileChange {
    std::uint32_t file = 0;
    yaml::StreamChange documents;
};

bool same_identities(std::span<const CardFacts> before, std::span<const CardFacts> now) noexcept {
    return std::equal(before.begin(), before.end(), now.begin(), now.end(),
                      [](const CardFacts& a, const CardFacts& b) { return a.identity == b.identity; });
}

bool same_surfaces(std::span<const CardFacts> before, std::span<const CardFacts> now) noexcept {
    return std::equal(before.begin(), before.end(), now.begin(), now.end(),
                      [](const CardFacts& a, const CardFacts& b) { return a.surface == b.surface; });
}

/// The names of bases that only one of the two has: whether a card is a base may have changed.
std::vector<std::uint32_t> changed_bases(std::span<const CardFacts> before, std::span<const CardFacts> now) {
    const auto bases_of = [](std::span<const CardFacts> cards) {
        std::vector<std::uint32_t> bases;
        for (const CardFacts& card : cards) {
            if (card.base != 0) {
                bases.push_back(card.base);
            }
        }
        std::sort(bases.begin(), bases.end());
        return bases;
    };
    const std::vector<std::uint32_t> old = bases_of(before);
    const std::vector<std::uint32_t> current = bases_of(now);
    std::vector<std::uint32_t> changed;
    std::set_symmetric_difference(old.begin(), old.end(), current.begin(), current.end(), std::back_inserter(changed));
    return changed;
}

bool same_findings(const std::vector<Diagnostic>& before, const std::vector<Diagnostic>& now) {
    return std::equal(before.begin(), before.end(), now.begin(), now.end(), [](const auto& a, const auto& b) {
        return a.rule == b.rule && a.path == b.path && a.message == b.message;
    });
}

} // namespace

class CheckSession::State::Concerned {
public:
    explicit Concerned(const State& state) : state_(state) {}

    void add(CardRef ref) { refs_.push_back(ref); }
    [[nodiscard]] std::vector<CardRef>& refs() noexcept { return refs_; }

    /// Places of before a change: they move with it, or are gone.
    void move(const FileChange& change) {
        const std::size_t end = change.documents.first + change.documents.removed;
        std::erase_if(refs_, [&](CardRef ref) {
            return ref.file == change.file && ref.document >= change.documents.first && ref.document < end;
        });
        for (CardRef& ref : refs_) {
            if (ref.file == change.file && ref.document >= end) {
                ref.document =
                    static_cast<std::uint32_t>(ref.document + change.documents.inserted - change.documents.removed);
            }
        }
    }

    /// Cards of these names, those that name them as base or reference, those that name these, and so on.
    void add_dependents(std::vector<std::uint32_t> names) {
        constexpr int passes_without_index = 6;
        std::vector<std::vector<bool>> seen(state_.catalog.files().size());
        for (std::uint32_t file = 0; file < seen.size(); ++file) {
            seen[file].resize(state_.index.facts_of_file(file).size());
        }
        NameSet wanted(std::move(names));
        for (int pass = 0; !wanted.is_empty(); ++pass) {
            if (pass == passes_without_index) {
                add_by_index(wanted, seen);
                return;
            }
            std::vector<std::uint32_t> next;
            for (std::uint32_t file = 0; file < seen.size(); ++file) {
                const std::span<const CardFacts> facts = state_.index.facts_of_file(file);
                for (std::uint32_t document = 0; document < facts.size(); ++document) {
                    const CardFacts& card = facts[document];
                    const bool asks = wanted.contains(card.base) || wanted.contains(card.reference);
                    if ((asks || wanted.contains(card.name)) && !seen[file][document]) {
                        seen[file][document] = true;
                        add({file, document});
                        if (asks && card.name != 0) {
                            next.push_back(card.name);
                        }
                    }
                }
            }
            wanted = NameSet(std::move(next));
        }
    }

    /// Documents whose card has one of these names, in any environment.
    void add_named(const NameSet& names) {
        for (std::uint32_t file = 0; file < state_.catalog.files().size(); ++file) {
            const std::span<const CardFacts> facts = state_.index.facts_of_file(file);
            for (std::uint32_t document = 0; document < facts.size(); ++document) {
                if (names.contains(facts[document].name)) {
                    add({file, document});
                }
            }
        }
    }

    /// Documents that have one of these names together with its environment.
    void add_identities(const NameSet& identities) {
        for (std::uint32_t file = 0; file < state_.catalog.files().size(); ++file) {
            const std::span<const CardFacts> facts = state_.index.facts_of_file(file);
            for (std::uint32_t document = 0; document < facts.size(); ++document) {
                if (identities.contains(facts[document].identity)) {
                    add({file, document});
                }
            }
        }
    }

    void add_with_environment() {
        for (std::uint32_t file = 0; file < state_.catalog.files().size(); ++file) {
            const std::span<const CardFacts> facts = state_.index.facts_of_file(file);
            for (std::uint32_t document = 0; document < facts.size(); ++document) {
                if (facts[document].has_environment) {
                    add({file, document});
                }
            }
        }
    }

private:
    /// Long chains: each card is looked at once, instead of all cards for each link.
    void add_by_index(const NameSet& wanted, std::vector<std::vector<bool>>& seen) {
        std::unordered_multimap<std::uint32_t, CardRef> by_name; // who has it, or asks for it
        for (std::uint32_t file = 0; file < seen.size(); ++file) {
            const std::span<const CardFacts> facts = state_.index.facts_of_file(file);
            for (std::uint32_t document = 0; document < facts.size(); ++document) {
                for (const std::uint32_t name :
                     {facts[document].name, facts[document].base, facts[document].reference}) {
                    if (name != 0) {
                        by_name.emplace(name, CardRef{file, document});
                    }
                }
            }
        }
        std::vector<std::uint32_t> pending(wanted.names().begin(), wanted.names().end());
        while (!pending.empty()) {
            const std::uint32_t name = pending.back();
            pending.pop_back();
            const auto [begin, end] = by_name.equal_range(name);
            for (auto one = begin; one != end; ++one) {
                const CardRef ref = one->second;
                if (!seen[ref.file][ref.document]) {
                    seen[ref.file][ref.document] = true;
                    add(ref);
                    pending.push_back(state_.index.facts(ref).name);
                }
            }
        }
    }

    const State& state_;
    std::vector<CardRef> refs_;
};

std::size_t CheckSession::State::last_line_of(std::uint32_t file) const {
    const yaml::Stream& stream = catalog.file(file).stream;
    return stream.documents().empty() ? 0 : stream.line_of(stream.documents().size() - 1);
}

CheckSession::Update CheckSession::State::update(Catalog::Change change, std::size_t last_line) {
    index.begin_pass();
    verdict.reset();
    shared_.reset();
    std::vector<FileChange> changes{{change.file, change.documents}};
    for (const std::uint32_t file : change.reread_files) {
        changes.push_back({file, {0, findings.document_count(file), catalog.file(file).cards.size()}});
    }

    Concerned concerned(*this);
    std::vector<std::uint32_t> names;
    std::vector<std::uint32_t> bases;
    bool names_changed = false;
    bool surfaces_changed = false;
    bool has_environment = false;
    for (const FileChange& one : changes) {
        const yaml::StreamChange& documents = one.documents;
        findings.pointing_into(one.file, documents.first, documents.first + documents.removed, concerned.refs());
        concerned.move(one);
        findings.replace_documents(one.file, documents);
        const std::vector<CardFacts> before = index.replace(one.file, documents);
        const auto now = index.facts_of_file(one.file).subspan(documents.first, documents.inserted);
        names_changed = names_changed || !same_identities(before, now);
        surfaces_changed = surfaces_changed || !same_surfaces(before, now);
        const std::vector<std::uint32_t> changed = changed_bases(before, now);
        bases.insert(bases.end(), changed.begin(), changed.end());
        for (const std::span<const CardFacts> facts : {std::span<const CardFacts>(before), now}) {
            for (const CardFacts& card : facts) {
                has_environment = has_environment || card.has_environment;
                if (card.name != 0) {
                    names.push_back(card.name);
                }
            }
        }
        for (std::size_t i = 0; i < documents.inserted; ++i) {
            concerned.add({one.file, static_cast<std::uint32_t>(documents.first + i)});
        }
        // What stands before a marker decides whether it may be taken out.
        if (const std::size_t next = documents.first + documents.inserted; next < findings.document_count(one.file)) {
            if (!findings.of({one.file, static_cast<std::uint32_t>(next)}).empty()) {
                concerned.add({one.file, static_cast<std::uint32_t>(next)});
            }
        }
        const bool moved =
            documents.inserted != documents.removed || one.file != change.file || last_line_of(one.file) != last_line;
        if (moved) {
            findings.telling_positions(one.file, documents.first, concerned.refs());
        }
    }
    if (names_changed) {
        if (index.refresh_names()) {
            // Whether FS008 or FS019 tells of a double depends on all doubles of two sources.
            concerned.add_identities(
                NameSet(std::vector<std::uint32_t>(index.doubled().begin(), index.doubled().end())));
        }
        findings.asking_for_names(concerned.refs());
        if (has_environment) {
            concerned.add_with_environment();
        }
    }
    if (!bases.empty()) {
        concerned.add_named(NameSet(std::move(bases)));
    }
    if (surfaces_changed) {
        concerned.add_dependents(std::move(names));
    }

    std::vector<CardRef>& refs = concerned.refs();
    std::sort(refs.begin(), refs.end());
    refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
    for (const CardRef ref : refs) {
        findings.set(ref, checker.check(ref));
    }
    Update result;
    result.change = std::move(change);
    const bool was_unreadable = result.change.documents.removed == 0;
    if (names_changed || was_unreadable || catalog.file(result.change.file).is_checkpoint_model) {
        std::vector<Diagnostic> now = sorted_source_findings(index, directory_warnings);
        result.source_findings_changed = !same_findings(source_findings, now);
        source_findings = std::move(now);
    }
    result.rechecked = std::move(refs);
    return result;
}

} // namespace fairlead
