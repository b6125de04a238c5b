// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/help.h"
#include "app/fairleadctl/call.h"
#include "app/fairleadctl/output.h"

namespace fairlead::ctl {
namespace {

constexpr std::size_t page_width = 80;

// Appends text that begins at column `indent`, broken at blanks; an empty line stays one.
void append_wrapped(std::string& page, std::string_view text, std::size_t indent) {
    std::size_t column = indent;
    bool first = true;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" \n");
        const std::string_view word = text.substr(0, end);
        if (!word.empty()) {
            const std::size_t width = columns(word);
            if (!first && column + 1 + width > page_width) {
                page += '\n';
                page.append(indent, ' ');
                column = indent;
            } else if (!first) {
                page += ' ';
                ++column;
            }
            page += word;
            column += width;
            first = false;
        }
        if (end == std::string_view::npos)
            break;
        if (text[end] == '\n') {
            page += '\n';
            if (end + 1 < text.size() && text[end + 1] != '\n')
                page.append(indent, ' ');
            column = indent;
            first = true;
        }
        text.remove_prefix(end + 1);
    }
    page += '\n';
}

void append_row(std::string& page, std::string_view left, std::string_view right, std::size_t column) {
    page += "  ";
    if (columns(left) + 4 > column) {
        page += left;
        page += '\n';
        page.append(column, ' ');
    } else {
        page += padded(left, column - 2);
    }
    append_wrapped(page, right, column);
}

} // namespace

std::string right_form(const Call& call) {
    std::string form = "Usage: fairleadctl ";
    form += call.name;
    form += " [OPTIONS]";
    if (!call.words.empty()) {
        form += ' ';
        form += call.words;
    }
    return form;
}

std::string overview() {
    std::string page = "Usage: fairleadctl CALL [OPTIONS] [WORDS]\n\n";
    append_wrapped(page,
                   "Looks at fairseq2 asset cards as fairseq2 0.8.1 would, without running it: which cards there are, "
                   "where each value comes from, and what keeps fairseq2 from loading them.",
                   0);
    page += "\nCalls:\n";
    for (const Call* call : calls()) {
        std::string left(call->name);
        if (!call->words.empty()) {
            left += ' ';
            left += call->words;
        }
        append_row(page, left, call->summary, 30);
    }
    page += "\nOptions:\n";
    append_row(page, "-h, --help", "Show this page; after a call, that call's page.", 30);
    append_row(page, "--version", "Show the version of fairleadctl, and of the fairseq2 that it knows.", 30);
    page += "\nExamples:\n"
            "  fairleadctl check my_cards\n"
            "      What is wrong with the cards in the folder my_cards, and how to mend it.\n"
            "  fairleadctl resolve --source my_cards my_llama\n"
            "      Every field of my_llama, and the file and line that it comes from.\n"
            "  fairleadctl check --help\n"
            "      All about one call.\n"
            "\nExit status: 0 good, 1 errors found, 2 wrong use or a failure of the program.\n";
    return page;
}

std::string page_of(const Call& call) {
    std::string page = right_form(call);
    page += "\n\n";
    append_wrapped(page, call.about, 0);
    page += "\nOptions:\n";
    for (const Option option : call.options) {
        const OptionRow& row = option_row(option);
        std::string left = row.names.starts_with("--") ? "    " : "";
        for (const char letter : row.names) {
            left += letter;
            if (letter == ',')
                left += ' ';
        }
        if (!row.value.empty()) {
            left += ' ';
            left += row.value;
        }
        append_row(page, left, row.help, 26);
    }
    page += call.examples.size() == 1 ? "\nExample:\n" : "\nExamples:\n";
    for (const Example& example : call.examples) {
        page += "  ";
        page += example.line;
        page += "\n      ";
        append_wrapped(page, example.explanation, 6);
    }
    return page;
}

} // namespace fairlead::ctl
