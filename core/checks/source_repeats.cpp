// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/source_repeats.h"

#include <algorithm>
#include <map>
#include <utility>

namespace fairlead {

namespace {

using SourcePair = std::pair<std::uint32_t, std::uint32_t>; // the later one first

bool is_inside(std::string_view path, std::string_view folder) noexcept {
    return path.size() > folder.size() && path.starts_with(folder) &&
           (folder.ends_with('/') || path[folder.size()] == '/');
}

std::vector<std::size_t> names_by_source(const Catalog& catalog) {
    std::vector<std::size_t> names(catalog.sources().size());
    for (const CardFile& file : catalog.files()) {
        names[file.source] += static_cast<std::size_t>(
            std::count_if(file.cards.begin(), file.cards.end(), [](const Card& card) { return card.is_card(); }));
    }
    return names;
}

/// For each two sources the number of names that stand in both.
std::map<SourcePair, std::size_t> doubled_names(const Catalog& catalog) {
    std::map<SourcePair, std::size_t> doubled;
    std::vector<std::uint32_t> sources;
    for (const auto& [name, environment] : catalog.duplicate_names()) {
        sources.clear();
        for (const CardRef owner : catalog.find_all(name, environment)) {
            const std::uint32_t source = catalog.file(owner.file).source;
            if (std::find(sources.begin(), sources.end(), source) == sources.end()) {
                sources.push_back(source);
            }
        }
        for (std::size_t i = 0; i < sources.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                ++doubled[std::minmax(sources[i], sources[j], std::greater<>())];
            }
        }
    }
    return doubled;
}

} // namespace

std::vector<SourceRepeat> source_repeats(const Catalog& catalog) {
    const auto sources = catalog.sources();
    std::vector<SourceRepeat> repeats;
    if (sources.size() < 2) {
        return repeats;
    }
    const std::map<SourcePair, std::size_t> doubled = doubled_names(catalog);
    std::vector<std::size_t> names; // only where something is doubled
    for (std::uint32_t later = 1; later < sources.size(); ++later) {
        std::optional<SourceRepeat> worst;
        for (std::uint32_t earlier = 0; earlier < later; ++earlier) {
            const auto both = doubled.find({later, earlier});
            SourceRepeat repeat{later, earlier, SourceRepeat::How::copy, both == doubled.end() ? 0 : both->second};
            const std::string_view path = catalog.source_path(later);
            const std::string_view other = catalog.source_path(earlier);
            const bool are_paths = !path.empty() && !other.empty();
            if (are_paths && path == other) {
                repeat.how = SourceRepeat::How::same;
            } else if (are_paths && is_inside(path, other)) {
                repeat.how = SourceRepeat::How::inside;
            } else if (are_paths && is_inside(other, path)) {
                repeat.how = SourceRepeat::How::around;
            } else {
                if (names.empty() && repeat.names >= min_copied_names) {
                    names = names_by_source(catalog);
                }
                const bool is_most = repeat.names >= min_copied_names &&
                                     (repeat.names * 2 > names[later] || repeat.names * 2 > names[earlier]);
                if (!is_most) {
                    continue;
                }
            }
            const bool worse =
                !worst || (worst->how == SourceRepeat::How::copy && repeat.how != SourceRepeat::How::copy);
            if (worse) {
                worst = repeat;
            }
        }
        if (worst) {
            repeats.push_back(*worst);
        }
    }
    return repeats;
}

} // namespace fairlead
