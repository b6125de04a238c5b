// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/fix_difference.h"

#include "core/checks/unified_diff.h"
#include "ui/buffers/places.h"

#include <algorithm>
#include <map>

namespace fairlead::ui {

namespace {

using Document = std::pair<std::uint32_t, std::uint32_t>; // file, document

bool overlap(yaml::TextRange left, yaml::TextRange right) { return left.begin <= right.end && right.begin <= left.end; }

} // namespace

QByteArray differenceOf(const Catalog& catalog, const std::vector<const Fix*>& fixes) {
    std::map<std::uint32_t, std::vector<FileEdit>> edits;
    for (const Fix* fix : fixes)
        for (FileEdit& edit : file_edits(catalog, *fix))
            edits[edit.file].push_back(std::move(edit));
    QByteArray difference;
    for (auto& [file, ofFile] : edits) {
        std::ranges::stable_sort(ofFile, std::ranges::greater(), &FileEdit::begin);
        const std::string before = catalog.file(file).stream.text();
        std::string after = before;
        for (const FileEdit& edit : ofFile)
            after.replace(edit.begin, edit.end - edit.begin, edit.text);
        const std::string name = shortName(catalog, file).toStdString();
        difference += QByteArray::fromStdString(unified_diff(before, after, name, name));
    }
    return difference;
}

std::vector<const Fix*> certainFixes(const std::vector<const Diagnostic*>& diagnostics) {
    std::vector<const Fix*> chosen;
    std::map<Document, std::vector<yaml::TextRange>> taken;
    const auto isFree = [&](const TextEdit& edit) {
        const auto ranges = taken.find({edit.place.file, edit.place.document});
        return ranges == taken.end() || std::ranges::none_of(ranges->second, [&](yaml::TextRange range) {
                   return overlap(range, edit.place.range);
               });
    };
    for (const Diagnostic* diagnostic : diagnostics) {
        const auto fix = std::ranges::find(diagnostic->fixes, true, &Fix::certain);
        if (fix == diagnostic->fixes.end() || !std::ranges::all_of(fix->edits, isFree))
            continue;
        for (const TextEdit& edit : fix->edits)
            taken[{edit.place.file, edit.place.document}].push_back(edit.place.range);
        chosen.push_back(&*fix);
    }
    return chosen;
}

} // namespace fairlead::ui
