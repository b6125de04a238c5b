// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/card_styles.h"
#include "ui/editor/highlight.h"

#include <algorithm>
#include <optional>

namespace fairlead::ui {

namespace {

constexpr auto npos = std::string_view::npos;

bool isBlank(char c) { return c == ' ' || c == '\t'; }

// Line after line; quoted and block text may go over several.
class LinePainter {
public:
    LinePainter(std::string_view text, std::span<char> styles) : m_text(text), m_styles(styles) {}

    void run() {
        std::ranges::fill(m_styles, '\0');
        for (std::size_t begin = 0; begin < m_text.size();) {
            const std::size_t lineEnd = std::min(m_text.find_first_of("\r\n", begin), m_text.size());
            paintLine(begin, lineEnd);
            begin = lineEnd + (m_text.substr(lineEnd).starts_with("\r\n") ? 2 : 1);
        }
    }

private:
    void paint(std::size_t begin, std::size_t end, CardStyle style) {
        std::fill(m_styles.begin() + static_cast<std::ptrdiff_t>(begin),
                  m_styles.begin() + static_cast<std::ptrdiff_t>(end), static_cast<char>(style));
    }
    [[nodiscard]] std::size_t skipBlanks(std::size_t at, std::size_t end) const {
        while (at < end && isBlank(m_text[at]))
            ++at;
        return at;
    }
    void paintLine(std::size_t begin, std::size_t end);
    void paintFrom(std::size_t at, std::size_t end);
    std::size_t paintQuoted(std::size_t at, std::size_t end);
    void paintPlain(std::size_t at, std::size_t end);
    [[nodiscard]] bool endsBlockHeader(std::size_t at, std::size_t end) const;
    [[nodiscard]] std::size_t keyEnd(std::size_t at, std::size_t end) const;

    std::string_view m_text;
    std::span<char> m_styles;
    char m_quote = 0;                         // the quote that is open
    std::optional<std::size_t> m_blockIndent; // in a block scalar: the indentation of what holds it
    std::size_t m_indent = 0;
};

void LinePainter::paintLine(std::size_t begin, std::size_t end) {
    const std::size_t at = skipBlanks(begin, end);
    const std::string_view line = m_text.substr(begin, end - begin);
    const bool marker = line.starts_with("---") || line.starts_with("...");
    if (marker) {
        m_quote = 0;
        m_blockIndent.reset();
    }
    if (m_quote != 0) {
        paintFrom(paintQuoted(begin, end), end);
        return;
    }
    if (m_blockIndent && at < end && at - begin <= *m_blockIndent)
        m_blockIndent.reset();
    if (m_blockIndent) {
        paint(at, end, CardStyle::Text);
        return;
    }
    m_indent = at - begin;
    if (line.starts_with('%'))
        paint(begin, end, CardStyle::Directive);
    else
        paintFrom(marker ? std::min(begin + 3, end) : at, end);
}

bool LinePainter::endsBlockHeader(std::size_t at, std::size_t end) const {
    while (at < end && std::string_view("+-0123456789").find(m_text[at]) != npos)
        ++at;
    return at == end || isBlank(m_text[at]);
}

// The end of a key that begins here, or npos.
std::size_t LinePainter::keyEnd(std::size_t at, std::size_t end) const {
    if (m_text[at] == '"' || m_text[at] == '\'') {
        const std::size_t close = m_text.find(m_text[at], at + 1);
        const std::size_t after = close < end ? skipBlanks(close + 1, end) : end;
        return after < end && m_text[after] == ':' ? close + 1 : npos;
    }
    for (std::size_t i = at; i < end; ++i) {
        if (m_text[i] == ':' && (i + 1 == end || isBlank(m_text[i + 1])))
            return i;
        if ((m_text[i] == '#' && i > at && isBlank(m_text[i - 1])) || std::string_view("[]{},").find(m_text[i]) != npos)
            return npos;
    }
    return npos;
}

void LinePainter::paintFrom(std::size_t at, std::size_t end) {
    while ((at = skipBlanks(at, end)) < end) {
        const char c = m_text[at];
        if (c == '#' && (at == 0 || isBlank(m_text[at - 1]) || m_text[at - 1] == '\n' || m_text[at - 1] == '\r')) {
            paint(at, end, CardStyle::Comment);
            return;
        }
        const bool opensEntry = (c == '-' || c == '?') && (at + 1 == end || isBlank(m_text[at + 1]));
        if (opensEntry || std::string_view("[]{},:").find(c) != npos) {
            ++at;
        } else if (c == '&' || c == '*' || c == '!') {
            const std::size_t stop = std::min(m_text.find_first_of(" \t\r\n,]}", at), end);
            paint(at, stop, CardStyle::Property);
            at = stop;
        } else if ((c == '|' || c == '>') && endsBlockHeader(at + 1, end)) {
            m_blockIndent = m_indent;
            ++at;
        } else if (const std::size_t key = keyEnd(at, end); key != npos) {
            paint(at, key, CardStyle::Key);
            at = key;
        } else if (c == '"' || c == '\'') {
            m_quote = c;
            paint(at, at + 1, CardStyle::Text);
            at = paintQuoted(at + 1, end);
        } else {
            std::size_t stop = std::max(std::min(m_text.find_first_of(",]}\r\n", at), end), at + 1);
            if (const std::size_t hash = m_text.substr(at, stop - at).find(" #"); hash != npos)
                stop = at + hash;
            paintPlain(at, stop);
            at = stop;
        }
    }
}

// From inside of a quoted text to its end, or to that of the line.
std::size_t LinePainter::paintQuoted(std::size_t at, std::size_t end) {
    std::size_t i = at;
    for (; i < end && m_quote != 0; ++i) {
        if (m_quote == '"' && m_text[i] == '\\')
            ++i;
        else if (m_text[i] == m_quote)
            m_quote = 0;
    }
    i = std::min(i, end);
    paint(at, i, CardStyle::Text);
    return i;
}

void LinePainter::paintPlain(std::size_t at, std::size_t end) {
    std::string_view word = m_text.substr(at, end - at);
    word = word.substr(0, word.find_last_not_of(" \t") + 1);
    const bool number = word.find_first_of("0123456789") != npos && word.find_first_not_of("+-.0123456789eE") == npos;
    const bool other = word == "true" || word == "false" || word == "null" || word == "~";
    paint(at, end, number || other ? CardStyle::Scalar : CardStyle::Text);
}

} // namespace

void highlightText(std::string_view text, std::span<char> styles) { LinePainter(text, styles).run(); }

} // namespace fairlead::ui
