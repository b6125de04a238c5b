// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/card_styles.h"
#include "ui/editor/highlight.h"

#include <algorithm>

namespace fairlead::ui {

namespace {

class Painter {
public:
    Painter(std::string_view text, std::span<char> styles) : m_text(text), m_styles(styles) {}

    void paintValue(const yaml::Value& value);
    void paintKey(const yaml::Value& key);
    void paintBetween();

private:
    void paint(yaml::TextRange range, CardStyle style) {
        const std::size_t end = std::min<std::size_t>(range.end, m_styles.size());
        for (std::size_t at = range.begin; at < end; ++at)
            m_styles[at] = static_cast<char>(style);
    }
    [[nodiscard]] bool startsToken(std::size_t at) const;
    std::size_t paintToken(std::size_t at, CardStyle style);

    std::string_view m_text;
    std::span<char> m_styles;
};

bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
bool isBlank(char c) { return c == ' ' || c == '\t' || isLineEnd(c); }
bool isFlowMark(char c) { return c == '[' || c == ']' || c == '{' || c == '}' || c == ','; }

void Painter::paintKey(const yaml::Value& key) {
    if (key.style() == yaml::Style::flow || key.style() == yaml::Style::block)
        paintValue(key);
    else
        paint(key.range(), CardStyle::Key);
}

void Painter::paintValue(const yaml::Value& value) {
    if (value.is_alias()) {
        paint(value.range(), CardStyle::Property);
        return;
    }
    switch (value.kind()) {
    case yaml::Kind::list:
    case yaml::Kind::tuple:
    case yaml::Kind::set:
        for (const yaml::Value& element : value.elements())
            paintValue(element);
        break;
    case yaml::Kind::mapping:
    case yaml::Kind::omap:
    case yaml::Kind::pairs:
        for (const yaml::Value::Entry& entry : value.entries())
            if (!entry.merged) { // those are painted where they stand
                paintKey(entry.key);
                paintValue(entry.value);
            }
        break;
    case yaml::Kind::string:
        paint(value.range(), CardStyle::Text);
        break;
    default:
        paint(value.range(), CardStyle::Scalar);
        break;
    }
}

bool Painter::startsToken(std::size_t at) const {
    return at == 0 || isBlank(m_text[at - 1]) || isFlowMark(m_text[at - 1]);
}

std::size_t Painter::paintToken(std::size_t at, CardStyle style) {
    while (at < m_text.size() && !isBlank(m_text[at]) && !isFlowMark(m_text[at]) && m_styles[at] == 0)
        m_styles[at++] = static_cast<char>(style);
    return at;
}

// What lies between the values: comments, anchors, tags, merges, directives.
void Painter::paintBetween() {
    for (std::size_t at = 0; at < m_text.size();) {
        const char c = m_text[at];
        if (m_styles[at] != 0 || !startsToken(at)) {
            ++at;
            continue;
        }
        if (c == '#' && (at == 0 || isBlank(m_text[at - 1]))) {
            while (at < m_text.size() && !isLineEnd(m_text[at]))
                m_styles[at++] = static_cast<char>(CardStyle::Comment);
        } else if (c == '&' || c == '*' || c == '!') {
            at = paintToken(at, CardStyle::Property);
        } else if (c == '<' && m_text.substr(at).starts_with("<<:")) {
            m_styles[at] = m_styles[at + 1] = static_cast<char>(CardStyle::Key);
            at += 2;
        } else if (c == '%' && (at == 0 || isLineEnd(m_text[at - 1]))) {
            while (at < m_text.size() && !isLineEnd(m_text[at]))
                m_styles[at++] = static_cast<char>(CardStyle::Directive);
        } else {
            ++at;
        }
    }
}

} // namespace

void highlightDocument(const yaml::Document& document, std::span<char> styles) {
    const yaml::Value root = document.root();
    if (!root && document.is_document()) {
        highlightText(document.text(), styles);
        return;
    }
    std::ranges::fill(styles, '\0');
    Painter painter(document.text(), styles);
    if (root)
        painter.paintValue(root);
    painter.paintBetween();
}

} // namespace fairlead::ui
