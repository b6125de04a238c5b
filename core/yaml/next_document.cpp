// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/document_reader.h"

#include "core/yaml/text_lines.h"

#include <algorithm>

namespace fairlead::yaml {

void DocumentReader::find_next_document(DocumentRecord& record, std::uint32_t from) {
    const std::string_view text = chunk_.text;
    // A document that fails before its `---` has that still before it.
    bool own_marker = !parser_.frame().has_content && (scanner_.saw_directive() || parser_.frame().at_stream_end);
    if (parser_.frame().has_marker)
        from = std::max(from, parser_.frame().marker.end);
    record.is_document = true;
    record.end = size();
    boundary_.kind = Boundary::Kind::open;
    boundary_.loaded = scanner_.versions().loaded();
    for (std::uint32_t line = from == record.begin ? from : next_line(text, from - 1); line < size();
         line = next_line(text, line)) {
        if (!is_marker(text.data() + line))
            continue;
        if (text[line] == '.') {
            record.ends_with_marker = true;
            record.end = next_line(text, line);
            boundary_.kind =
                scanner_.versions().in_force().is_1_1() ? Boundary::Kind::closed_by_1_1 : Boundary::Kind::closed;
            break;
        }
        if (!own_marker) {
            record.end = before_directives(line, from);
            break;
        }
        own_marker = false;
    }
    record.end = std::max(record.end, std::min(record.begin + 1, size())); // never without progress
    boundary_.scanned = scanner_.versions().scanned_before(record.end);
}

// The first of the directives before a `---`, with nothing but comments and blank lines between.
std::uint32_t DocumentReader::before_directives(std::uint32_t marker, std::uint32_t from) const {
    const std::string_view text = chunk_.text;
    std::uint32_t result = marker;
    std::uint32_t line = marker;
    while (line > from) {
        std::size_t end = line - 1; // the line break before it
        if (text[end] == '\n' && end > 0 && text[end - 1] == '\r')
            --end;
        const std::size_t before = end == 0 ? std::string_view::npos : text.find_last_of("\r\n", end - 1);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        if (begin < from)
            break;
        const std::string_view content = text.substr(begin, end - begin);
        const std::size_t first = content.find_first_not_of(' ');
        if (content.starts_with('%'))
            result = static_cast<std::uint32_t>(begin);
        else if (first != std::string_view::npos && content[first] != '#')
            break;
        line = static_cast<std::uint32_t>(begin);
    }
    return result;
}

} // namespace fairlead::yaml
