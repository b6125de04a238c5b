// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/loaded_maps.h"

#include <algorithm>

namespace fairlead {
namespace {

/// A line: `7f12-7f34 r-xp 00001000 08:01 1234   /path`.
struct Mapping {
    std::string_view permissions;
    std::string_view offset;
    std::string_view file; ///< device, inode and path; empty: of no file
};

std::string_view take_word(std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    return word;
}

Mapping mapping_of(std::string_view line) {
    Mapping mapping;
    static_cast<void>(take_word(line));
    mapping.permissions = take_word(line);
    mapping.offset = take_word(line);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.find('/') != std::string_view::npos)
        mapping.file = line;
    return mapping;
}

bool is_start(std::string_view offset) { return offset.find_first_not_of('0') == std::string_view::npos; }

} // namespace

std::string loaded_maps(std::string_view maps) {
    std::string loaded;
    std::string parts; // of one file, from its start on
    std::string_view file;
    bool is_loaded = true;
    const auto end_file = [&] {
        if (is_loaded)
            loaded += parts;
        parts.clear();
    };
    while (!maps.empty()) {
        const std::string_view line = maps.substr(0, std::min(maps.find('\n'), maps.size() - 1) + 1);
        maps.remove_prefix(line.size());
        const Mapping mapping = mapping_of(line);
        if (mapping.file != file || is_start(mapping.offset)) {
            end_file();
            file = mapping.file;
            is_loaded = file.empty();
        }
        parts += line;
        is_loaded = is_loaded || mapping.permissions.find('x') != std::string_view::npos;
    }
    end_file();
    return loaded;
}

} // namespace fairlead
