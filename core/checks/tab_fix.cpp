// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/tab_fix.h"

#include "core/checks/document_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace fairlead {

namespace {

constexpr int max_tabs = 200; // each costs a reading of the document
constexpr std::size_t max_document = 1U << 16U;

struct Replaced {
    std::uint32_t offset = 0; // of the tabs in the original text
    std::uint32_t tabs = 0;
    std::uint32_t spaces = 0;
};

/// A document's text while its tabs are replaced, one after another, in the order in which the reader finds them.
class TabReplacement {
public:
    TabReplacement(std::string_view text, std::uint32_t unit) : text_(text), unit_(unit) {}

    /// False if the document cannot be read without its tabs either.
    bool run() {
        for (int i = 0; i <= max_tabs; ++i) {
            const yaml::Stream stream(text_);
            const yaml::Stream::FirstProblem found = stream.first_problem();
            if (found.problem == nullptr) {
                return is_named(stream);
            }
            if (found.problem->what != yaml::Refusal::tab) {
                return false;
            }
            const auto begin = static_cast<std::uint32_t>(stream.begin_of(found.document)) + found.problem->range.begin;
            if (!replace_at(begin)) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_certain() const noexcept { return certain_; }
    [[nodiscard]] std::vector<Replaced>& replaced() noexcept { return replaced_; }

private:
    static bool is_named(const yaml::Stream& stream) {
        for (const yaml::Document& document : stream.documents()) {
            if (document.is_document()) {
                return static_cast<bool>(document.root().find("name"));
            }
        }
        return false;
    }

    bool replace_at(std::uint32_t at) {
        const auto tab = static_cast<std::uint32_t>(std::min(text_.find('\t', at), text_.size()));
        if (tab >= line_end(text_, at)) {
            return false;
        }
        const std::uint32_t line = line_begin(text_, tab);
        std::uint32_t begin = tab;
        while (begin > line && text_[begin - 1] == '\t') {
            --begin;
        }
        std::uint32_t end = tab;
        while (end < text_.size() && text_[end] == '\t') {
            ++end;
        }
        const std::string_view before = std::string_view(text_).substr(line, begin - line);
        const std::string_view after = std::string_view(text_).substr(end, line_end(text_, end) - end);
        const std::size_t last = before.find_last_not_of(' ');
        const std::size_t next = after.find_first_not_of(" \t");
        const bool is_last = next == std::string_view::npos || after[next] == '#';
        const bool indents = last == std::string_view::npos && !is_last;
        if (indents) {
            certain_ = certain_ && before.empty() && after.front() != ' ';
        } else if (!is_last && last != std::string_view::npos) {
            certain_ = certain_ && std::string_view(":-,?[{").find(before[last]) != std::string_view::npos;
        }
        const std::uint32_t spaces = indents ? (end - begin) * unit_ : end - begin;
        replaced_.push_back({begin + removed_before(begin), end - begin, spaces});
        text_.replace(begin, end - begin, spaces, ' ');
        return true;
    }

    /// What to add to an offset of the text as it is now to get that of the original one.
    [[nodiscard]] std::uint32_t removed_before(std::uint32_t offset) const {
        std::uint32_t original = offset;
        std::vector<Replaced> sorted = replaced_;
        std::sort(sorted.begin(), sorted.end(),
                  [](const Replaced& a, const Replaced& b) { return a.offset < b.offset; });
        for (const Replaced& earlier : sorted) {
            if (earlier.offset < original) {
                original = original + earlier.tabs - earlier.spaces;
            }
        }
        return original - offset;
    }

    std::string text_;
    std::uint32_t unit_;
    bool certain_ = true;
    std::vector<Replaced> replaced_;
};

/// Whether any line begins with spaces: a tab may then stand for any number of them.
bool indents_by_spaces(std::string_view text) {
    for (std::uint32_t at = 0; at < text.size(); at = next_line(text, at)) {
        const std::string_view line = text.substr(at, line_end(text, at) - at);
        if (line.starts_with(' ') && line.find_first_not_of(' ') != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool has_indenting_tab(std::string_view text, const std::vector<Replaced>& replaced) {
    return std::any_of(replaced.begin(), replaced.end(), [&](const Replaced& one) {
        return text.substr(line_begin(text, one.offset), one.offset - line_begin(text, one.offset))
                   .find_first_not_of(" \t") == std::string_view::npos;
    });
}

} // namespace

std::optional<Fix> replace_tabs(const CheckContext& context) {
    const std::string_view text = context.document.text();
    if (text.size() > max_document) {
        return {};
    }
    for (const std::uint32_t unit : {2U, 4U, 8U}) {
        TabReplacement replacement(text, unit);
        if (!replacement.run()) {
            continue;
        }
        std::vector<Replaced>& replaced = replacement.replaced();
        std::sort(replaced.begin(), replaced.end(),
                  [](const Replaced& a, const Replaced& b) { return a.offset < b.offset; });
        const bool certain =
            replacement.is_certain() && !(indents_by_spaces(text) && has_indenting_tab(text, replaced));
        Fix fix{replaced.size() == 1 ? std::string("Replace the tab by spaces")
                                     : fmt::format("Replace tabs by spaces in {} places", replaced.size()),
                "Use spaces",
                certain,
                {}};
        for (const Replaced& one : replaced) {
            fix.edits.push_back({context.place({one.offset, one.offset + one.tabs}), std::string(one.spaces, ' ')});
        }
        return fix;
    }
    return {};
}

} // namespace fairlead
