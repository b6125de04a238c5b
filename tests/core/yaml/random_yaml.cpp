// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "random_yaml.h"

#include <algorithm>
#include <iterator>

namespace fairlead::yaml {

namespace {

constexpr std::string_view documents[] = {
    "name: llama3_8b\nmodel_family: llama\nmodel_arch: llama3_8b\ncheckpoint: \"hg://meta-llama/x\"\n",
    "name: m@user\nbase: m\nmodel_config_overrides:\n  dropout_p: 0.1\n  layers: [1, 2, {a: b}]\n",
    "# only a comment\n",
    "",
    "a: &x {k: 1, l: [a, b]}\nb: *x\nc: {<<: *x, k: 2}\n",
    "text: |\n  one\n   two\n\n  three\nfolded: >-\n  a\n  b\n",
    "quoted: 'it''s'\nother: \"a\\tb \\u00e9\\\n  c\"\nmany: lines of\n  plain text\n",
    "- a\n- - b\n  - c\n-\n  d: e\n",
    "? [1, 2]\n: x\n1.5: y\n~: z\n",
    "!!omap [a: 1, b: 2]\n",
    "s: !!set {a, b}\nt: !!binary aGk=\nd: 2024-01-01T10:00:00Z\n",
    "a: 017\nb: yes\nc: 1:30\n",
    "a: 1\na: 2\n",
    "a: [1, 2\n",
    "a: \"not closed\n",
    "a: *nothing\n",
    "a:\tb\n",
    "d: 2024-13-01\n",
    "a: 1\nb\n",
    "\xC3\xA9t\xC3\xA9: \xF0\x9F\x98\x80 x\nb: 1\n",
    "a: \x01\n",
    "a: \xFF\n",
};

constexpr std::string_view separators[] = {"---\n",
                                           "---\n",
                                           "---\n",
                                           "--- # c\n",
                                           "...\n",
                                           "...\n---\n",
                                           "%YAML 1.1\n---\n",
                                           "%YAML 1.2\n---\n",
                                           "%TAG !e! tag:x,2000:\n---\n",
                                           "\n",
                                           "---\r\n",
                                           "# c\n---\n"};

constexpr std::string_view pieces[] = {
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    ":",
    ": ",
    "- ",
    "? ",
    ",",
    "[",
    "]",
    "{",
    "}",
    "#",
    " # c",
    "&x ",
    "*x",
    "!!str ",
    "! ",
    "!!int ",
    "|\n",
    ">-\n",
    "\"",
    "'",
    "\\",
    "---",
    "...",
    "\n---\n",
    "\n...\n",
    "%YAML 1.1\n---\n",
    "%YAML 1.2\n",
    "%FOO\n",
    "<<: *x",
    "<<: ",
    "=",
    "a",
    "b: c",
    "\na: 1\n",
    "1",
    "017",
    "yes",
    "~",
    "2024-01-01",
    "\xC3\xA9",
    "\xC2\x85",
    "\xE2\x80\xA8",
    "\xEF\xBB\xBF",
    "\x01",
    "\xFF",
    "-",
    ".",
    "@",
    "`",
    "%",
    "x: &x {a: 1}\n",
};

} // namespace

std::string RandomYaml::stream(std::size_t most) {
    std::string text;
    const std::size_t count = 1 + below(most);
    for (std::size_t i = 0; i < count; ++i) {
        if (i != 0 || below(3) == 0)
            text += separators[below(std::size(separators))];
        // Mostly whole documents: the reader has to find its way among those that are not.
        text += documents[below(below(3) == 0 ? std::size(documents) : 12)];
    }
    return text;
}

std::string_view RandomYaml::piece() { return pieces[below(std::size(pieces))]; }

RandomYaml::Edit RandomYaml::edit(std::string_view text) {
    Edit edit;
    edit.begin = below(text.size() + 1);
    if (below(4) == 0) { // at the start of a line, where most depends on it
        const std::size_t line = text.find('\n', edit.begin);
        edit.begin = line == std::string_view::npos ? edit.begin : line + 1;
    }
    const std::size_t sizes[] = {0, 0, 0, 1, 1, 2, 4, 10, 60};
    edit.end = std::min(text.size(), edit.begin + sizes[below(std::size(sizes))]);
    const std::size_t count = edit.begin == edit.end ? 1 + below(2) : below(2);
    for (std::size_t i = 0; i < count; ++i)
        edit.text += piece();
    if (below(20) == 0)
        edit.text += stream(3);
    return edit;
}

} // namespace fairlead::yaml
