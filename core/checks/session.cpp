// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/session.h"

#include "core/assets/python_path.h"
#include "core/checks/session_state.h"
#include "core/registry/registry_sources.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace fairlead {

namespace {

std::vector<AssetSource> all_sources(SessionOptions& options) {
    std::vector<AssetSource> sources;
    if (options.registry && !options.alone) {
        sources = registry_sources(*options.registry);
    }
    std::move(options.sources.begin(), options.sources.end(), std::back_inserter(sources));
    return sources;
}

/// Files by source and path, not in the order in which a directory happens to list them.
std::vector<std::uint32_t> printing_order(const Catalog& catalog) {
    std::vector<std::uint32_t> order(catalog.files().size());
    for (std::uint32_t file = 0; file < order.size(); ++file) {
        order[file] = file;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(catalog.file(a).source, catalog.file(a).shown) <
               std::tie(catalog.file(b).source, catalog.file(b).shown);
    });
    return order;
}

template <typename Takes>
void append(std::span<const Diagnostic> found, std::vector<const Diagnostic*>& out, const Takes& takes) {
    for (const Diagnostic& diagnostic : found) {
        if (takes(diagnostic)) {
            out.push_back(&diagnostic);
        }
    }
}

/// Whether a finding about a path comes before those of a file.
bool is_before(const Diagnostic& finding, const CardFile& file) {
    return !finding.source || *finding.source < file.source ||
           (*finding.source == file.source && finding.path <= file.shown);
}

// What `~` stands for, for those who expand it.
std::string home_of(const VariableLookup& variable) {
    const VariableLookup system = [](const char* name) -> const char* { return std::getenv(name); };
    return python::expand_user("~", variable ? variable : system).value_or(std::string());
}

} // namespace

CheckSession::State::State(SessionOptions given)
    : registry(given.registry), directory_warnings(std::move(given.directory_warnings)),
      catalog(Catalog::load(all_sources(given), given.catalog)),
      index(catalog, registry, std::move(given.environment), home_of(given.catalog.variable)), checker(index),
      file_order(printing_order(catalog)) {}

void CheckSession::State::check_all() {
    index.begin_pass();
    index.read_all();
    findings.reset(catalog);
    for (std::uint32_t file = 0; file < catalog.files().size(); ++file) {
        const auto documents = static_cast<std::uint32_t>(catalog.file(file).cards.size());
        for (std::uint32_t document = 0; document < documents; ++document) {
            Diagnostics& found = checker.check({file, document});
            if (!found.is_empty()) {
                findings.set({file, document}, found);
            }
        }
    }
    source_findings = sorted_source_findings(index, directory_warnings);
}

std::vector<const Diagnostic*> CheckSession::State::collect(bool own) const {
    std::vector<const Diagnostic*> out;
    auto path_finding = source_findings.begin();
    const auto take_path_findings = [&](const CardFile* before) {
        for (; path_finding != source_findings.end() && (before == nullptr || is_before(*path_finding, *before));
             ++path_finding) {
            if (is_own(!path_finding->source || is_own_source(*path_finding->source), *path_finding) == own) {
                out.push_back(&*path_finding);
            }
        }
    };
    for (const std::uint32_t file : file_order) {
        take_path_findings(&catalog.file(file));
        const bool own_file = index.is_own(file);
        if (own_file && !own) {
            continue;
        }
        for (std::uint32_t document = 0; document < findings.document_count(file); ++document) {
            append(findings.of({file, document}), out,
                   [&](const Diagnostic& diagnostic) { return is_own(own_file, diagnostic) == own; });
        }
    }
    take_path_findings(nullptr);
    return out;
}

const std::vector<CheckSession::State::SharedFinding>& CheckSession::State::shared() const {
    if (!shared_) {
        shared_.emplace();
        findings.sharing([&](CardRef, const Diagnostic& diagnostic) {
            for (const RelatedPlace& related : diagnostic.related) {
                if (!related.here.empty()) {
                    shared_->push_back({{related.place.file, related.place.document}, &diagnostic});
                }
            }
        });
        std::stable_sort(shared_->begin(), shared_->end(),
                         [](const SharedFinding& a, const SharedFinding& b) { return a.at < b.at; });
    }
    return *shared_;
}

CheckSession::CheckSession() = default;
CheckSession::CheckSession(CheckSession&&) noexcept = default;
CheckSession& CheckSession::operator=(CheckSession&&) noexcept = default;
CheckSession::~CheckSession() = default;

CheckSession CheckSession::load(SessionOptions options) {
    CheckSession session;
    session.state_ = std::make_unique<State>(std::move(options));
    session.state_->check_all();
    return session;
}

const Catalog& CheckSession::catalog() const noexcept { return state_->catalog; }

const std::shared_ptr<const RegistrySnapshot>& CheckSession::registry() const noexcept { return state_->registry; }

const StoreVerdict& CheckSession::verdict() const noexcept {
    if (!state_->verdict) {
        state_->verdict = store_verdict(state_->catalog);
    }
    return *state_->verdict;
}

std::vector<const Diagnostic*> CheckSession::diagnostics() const { return state_->collect(true); }

std::vector<const Diagnostic*> CheckSession::package_diagnostics() const { return state_->collect(false); }

std::vector<const Diagnostic*> CheckSession::diagnostics_of(std::uint32_t file) const {
    std::vector<const Diagnostic*> out;
    for (std::uint32_t document = 0; document < state_->findings.document_count(file); ++document) {
        const std::vector<const Diagnostic*> found = diagnostics_of(CardRef{file, document});
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

std::vector<const Diagnostic*> CheckSession::diagnostics_of(CardRef card) const {
    std::vector<const Diagnostic*> out;
    append(state_->findings.of(card), out, [](const Diagnostic&) { return true; });
    const auto& shared = state_->shared();
    auto other = std::lower_bound(shared.begin(), shared.end(), card,
                                  [](const State::SharedFinding& one, CardRef wanted) { return one.at < wanted; });
    for (; other != shared.end() && other->at == card; ++other) {
        out.push_back(other->finding);
    }
    return out;
}

Summary CheckSession::summary(bool with_packages) const noexcept {
    Summary summary;
    const Catalog& catalog = state_->catalog;
    for (const AssetSource& source : catalog.sources()) {
        summary.sources += with_packages || !source.from_registry ? 1U : 0U;
    }
    const auto count = [&](const Diagnostic& diagnostic) {
        ++(diagnostic.severity == Severity::error     ? summary.errors
           : diagnostic.severity == Severity::warning ? summary.warnings
                                                      : summary.infos);
    };
    for (std::uint32_t file = 0; file < catalog.files().size(); ++file) {
        const bool counted = with_packages || state_->index.is_own(file);
        summary.files += counted ? 1U : 0U;
        summary.unreadable += counted && catalog.file(file).error ? 1U : 0U;
        for (std::uint32_t document = 0; document < state_->findings.document_count(file); ++document) {
            const Card& card = catalog.card({file, document});
            summary.cards += counted && card.is_card() ? 1U : 0U;
            summary.unreadable += counted && card.state == CardState::unreadable ? 1U : 0U;
            for (const Diagnostic& diagnostic : state_->findings.of({file, document})) {
                if (State::is_own(counted, diagnostic)) {
                    count(diagnostic);
                }
            }
        }
    }
    for (const Diagnostic& diagnostic : state_->source_findings) {
        const bool own = with_packages || !diagnostic.source || state_->is_own_source(*diagnostic.source);
        if (State::is_own(own, diagnostic)) {
            count(diagnostic);
        }
    }
    return summary;
}

CheckSession::Update CheckSession::edit(std::uint32_t file, std::size_t begin, std::size_t end, std::string_view text) {
    const std::size_t last_line = state_->last_line_of(file);
    return state_->update(state_->catalog.edit(file, begin, end, text), last_line);
}

CheckSession::Update CheckSession::set_text(std::uint32_t file, std::string_view text) {
    const std::size_t last_line = state_->last_line_of(file);
    return state_->update(state_->catalog.set_text(file, text), last_line);
}

std::vector<FileEdit> file_edits(const Catalog& catalog, const Fix& fix) {
    std::vector<FileEdit> edits;
    for (const TextEdit& edit : fix.edits) {
        const std::size_t begin = catalog.file(edit.place.file).stream.begin_of(edit.place.document);
        edits.push_back({edit.place.file, begin + edit.place.range.begin, begin + edit.place.range.end, edit.text});
    }
    std::stable_sort(edits.begin(), edits.end(), [](const FileEdit& a, const FileEdit& b) {
        return a.file != b.file ? a.file < b.file : a.begin > b.begin;
    });
    return edits;
}

} // namespace fairlead
