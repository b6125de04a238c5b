// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/source_lines.h"

#include "core/files/printable_text.h"
#include "core/files/read.h"

#include <algorithm>
#include <string_view>
#include <variant>

namespace fairlead {
namespace {

constexpr std::size_t largest_file = std::size_t{8} << 20;
constexpr std::size_t longest_line = 200;

std::string_view trimmed(std::string_view line) {
    constexpr std::string_view blanks = " \t\r";
    line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
    return line.substr(0, line.find_last_not_of(blanks) + 1);
}

std::vector<std::string> lines_of(const std::string& file) {
    const ReadResult read = read_file(file, largest_file);
    const auto* content = std::get_if<FileContent>(&read);
    std::vector<std::string> lines;
    if (content == nullptr)
        return lines;
    for (std::string_view text = content->bytes; !text.empty();) {
        const std::size_t end = text.find('\n');
        lines.push_back(printable_text(trimmed(text.substr(0, end)).substr(0, longest_line)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

} // namespace

std::string SourceLines::find(const std::string& file, int line) {
    if (file.empty() || line <= 0)
        return {};
    const auto [entry, is_new] = files_.try_emplace(file);
    if (is_new)
        entry->second = lines_of(file);
    const auto index = static_cast<std::size_t>(line) - 1;
    return index < entry->second.size() ? entry->second[index] : std::string();
}

} // namespace fairlead
