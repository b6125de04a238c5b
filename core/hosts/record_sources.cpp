// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/record_sources.h"

#include "core/assets/catalog.h"

#include <algorithm>
#include <filesystem>

namespace fairlead {
namespace {

namespace fs = std::filesystem;

/// Relative to the source, as snapshots have it. `source`: resolved, as the file's path is: a link may lead to it.
std::string path_in(const fs::path& source, const CardFile& file) {
    if (file.path.empty())
        return file.shown;
    const fs::path relative = file.path.lexically_relative(source);
    return (relative.empty() || relative == "." ? file.path.filename() : relative).generic_string();
}

int line_of_name(const Catalog& catalog, CardRef card) {
    const auto name = catalog.document(card).root().find_entry("name");
    const auto at = static_cast<std::uint32_t>(name ? name->key.range().begin : 0);
    return static_cast<int>(catalog.file(card.file).stream.position(card.document, at).line);
}

RecordedFile record_file(const Catalog& catalog, std::uint32_t index) {
    const CardFile& file = catalog.file(index);
    RecordedFile recorded;
    recorded.path = path_in(catalog.source_path(file.source), file);
    recorded.text = file.stream.text();
    for (std::uint32_t document = 0; document < file.cards.size(); ++document)
        if (const CardRef card{index, document}; catalog.card(card).is_card())
            recorded.cards.push_back({catalog.stored_name(card), line_of_name(catalog, card)});
    return recorded;
}

/// Resolved, as fairseq2 has it: relative paths of cards begin there.
std::string folder_of(const Catalog& catalog) {
    const fs::path path = catalog.source_path(0);
    std::error_code error;
    return path.empty() || fs::is_directory(path, error) ? path.string() : path.parent_path().string();
}

} // namespace

RecordedSource record_source(const std::vector<AssetSource>& sources) {
    RecordedSource recorded;
    const Catalog catalog = Catalog::load(sources);
    if (sources.size() == 1) // the files of several lie in none that is common to them
        recorded.folder = folder_of(catalog);
    for (std::uint32_t index = 0; index < catalog.files().size(); ++index)
        if (!catalog.file(index).error && !catalog.file(index).synthetic)
            recorded.files.push_back(record_file(catalog, index));
    std::ranges::sort(recorded.files, {}, &RecordedFile::path);
    return recorded;
}

} // namespace fairlead
