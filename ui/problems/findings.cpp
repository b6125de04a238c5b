// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/findings.h"

#include "ui/problems/diagnostic_words.h"

#include <algorithm>

namespace fairlead::ui {

namespace {

Finding findingAt(const Catalog& catalog, const Diagnostic& diagnostic, const DocumentPlace& place,
                  const QString& message) {
    const auto begin = static_cast<qint64>(catalog.file(place.file).stream.begin_of(place.document));
    return {&diagnostic, place, begin + place.range.begin, begin + place.range.end, message};
}

bool samePlace(const std::optional<DocumentPlace>& left, const std::optional<DocumentPlace>& right) {
    if (!left || !right)
        return !left && !right;
    return left->file == right->file && left->document == right->document && left->range == right->range;
}

bool sameReading(const Finding& left, const Finding& right) {
    return left.diagnostic->rule == right.diagnostic->rule && left.begin == right.begin && left.end == right.end &&
           left.message == right.message;
}

} // namespace

std::vector<Finding> findingsIn(const CheckSession& session, quint32 file) {
    const Catalog& catalog = session.catalog();
    std::vector<Finding> findings;
    for (const Diagnostic* diagnostic : session.diagnostics_of(file)) {
        if (diagnostic->place && diagnostic->place->file == file)
            findings.push_back(findingAt(catalog, *diagnostic, *diagnostic->place, messageOf(catalog, *diagnostic)));
        for (const RelatedPlace& related : diagnostic->related)
            if (!related.here.empty() && related.place.file == file && !samePlace(related.place, diagnostic->place))
                findings.push_back(
                    findingAt(catalog, *diagnostic, related.place, messageFrom(catalog, *diagnostic, related)));
    }
    std::ranges::stable_sort(findings, {},
                             [](const Finding& finding) { return std::pair(finding.begin, finding.diagnostic->rule); });
    // Two cards of one loop find the same of each other.
    findings.erase(std::unique(findings.begin(), findings.end(), sameReading), findings.end());
    return findings;
}

const Diagnostic* findAgain(const CheckSession& session, const Diagnostic& copy) {
    const auto candidates = copy.place ? session.diagnostics_of(copy.place->file) : session.diagnostics();
    const auto found = std::ranges::find_if(candidates, [&](const Diagnostic* other) {
        return other->rule == copy.rule && other->message == copy.message && samePlace(other->place, copy.place) &&
               other->fixes.size() == copy.fixes.size();
    });
    return found == candidates.end() ? nullptr : *found;
}

} // namespace fairlead::ui
