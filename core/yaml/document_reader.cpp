// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/document_reader.h"

#include "core/yaml/constructor.h"
#include "core/yaml/text_lines.h"

#include <algorithm>

namespace fairlead::yaml {

namespace {

std::uint32_t count_line_breaks(std::string_view text) {
    // In pieces whose count fits a byte, so that the compiler makes vectors of the loop.
    constexpr std::size_t piece = 255;
    std::ptrdiff_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += piece) {
        std::uint8_t in_piece = 0;
        for (const char c : text.substr(at, piece))
            in_piece = static_cast<std::uint8_t>(in_piece + (c == '\n' ? 1 : 0));
        count += in_piece;
    }
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
        count += text.substr(at).starts_with("\r\n") ? 0 : 1;
    return static_cast<std::uint32_t>(count);
}

// What is missed at the end of a document is missed after its last character.
void bring_inside(TextRange& range, std::string_view text) {
    if (range.begin < text.size()) {
        const std::size_t end = std::min<std::size_t>(range.end, text.size());
        const std::size_t last = text.substr(0, end).find_last_not_of("\r\n");
        range.end =
            last == std::string_view::npos ? range.begin : std::max(range.begin, static_cast<std::uint32_t>(last + 1));
        return;
    }
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) {
        range = {0, 0};
        return;
    }
    std::size_t begin = last;
    while (begin > 0 && is_continuation(text[begin]))
        --begin;
    range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)};
}

// Where something may stand on a line: NEL, U+2028 and U+2029 end a comment, but begin no line that ruamel counts.
const char* past_blanks_and_comments(const char* p) {
    for (;;) {
        if (*p == '#') {
            while (!is_end(p))
                ++p;
        }
        const std::uint32_t size = *p == ' ' ? 1 : *p == '\n' || *p == '\r' ? 0 : break_size(p);
        if (size == 0)
            return p;
        p += size;
    }
}

// ruamel's text ends with a NUL, and no other may stand in it. So a NUL put in the place of a character keeps
// everything from there on from being read, for as long as this lives.
class HiddenText {
public:
    HiddenText(std::string& text, std::size_t begin) : text_(text), begin_(begin), first_(text[begin]) {
        text_[begin_] = '\0';
    }
    ~HiddenText() { text_[begin_] = first_; }
    HiddenText(const HiddenText&) = delete;
    HiddenText& operator=(const HiddenText&) = delete;

private:
    std::string& text_;
    std::size_t begin_;
    char first_;
};

} // namespace

DocumentReader::DocumentReader(Chunk& chunk, const Boundary& boundary)
    : chunk_(chunk), scanner_(chunk.text, chunk.decoded), parser_(scanner_), composer_(chunk, parser_, scanner_),
      boundary_(boundary) {}

void DocumentReader::read() {
    if (!non_ascii_ || *non_ascii_ < position_)
        non_ascii_ = find_non_ascii(chunk_.text, position_);
    if (!bad_known_ || (bad_ && bad_->begin < position_)) {
        bad_ = find_bad_character(chunk_.text, position_);
        bad_known_ = true;
    }
    const std::size_t first_node = chunk_.nodes.size();
    const Boundary before = boundary_;
    stop_ = size();
    DocumentRecord record;
    Outcome outcome;
    read_up_to(bad_ ? bad_->begin : size(), record, outcome);
    const auto directive = scanner_.unfinished_directive();
    if (!outcome.composed && directive && parser_.frame().has_content) {
        // What cannot be read is a directive of the document after this one, if this one ends before it.
        chunk_.nodes.resize(first_node);
        boundary_ = before;
        stop_ = *directive;
        DocumentRecord shorter;
        Outcome second;
        read_up_to(stop_, shorter, second);
        if (second.composed) {
            record = shorter;
            outcome = std::move(second);
        } else {
            chunk_.nodes.resize(first_node);
            boundary_ = before;
            stop_ = size();
            record = {};
            outcome = {};
            read_up_to(bad_ ? bad_->begin : size(), record, outcome);
        }
    }
    if (!outcome.composed)
        find_next_document(record, outcome.failed_at);
    keep(record, outcome);
    if (record.root == DocumentRecord::none)
        chunk_.nodes.resize(first_node);
}

void DocumentReader::read_up_to(std::size_t end, DocumentRecord& record, Outcome& outcome) {
    record.begin = position_;
    record.before = boundary_;
    warnings_.clear();
    const HiddenText hidden(chunk_.text, end);
    scanner_.start(position_, boundary_, static_cast<std::uint32_t>(*non_ascii_));
    try {
        read_content(record, outcome);
    } catch (const Failure& failure) {
        note(failure, record, outcome, false);
    }
}

void DocumentReader::read_content(DocumentRecord& record, Outcome& outcome) {
    outcome.failed_at = record.begin;
    parser_.start_document(boundary_.kind);
    if (parser_.frame().at_stream_end) {
        record.is_document = false;
        outcome.failed_at = scanner_.peek().begin;
        outcome.composed = scanner_.peek().begin == stop_; // else at a character that cannot be read
        record.end = stop_;
        boundary_.scanned = scanner_.versions().scanned();
        return;
    }
    record.is_yaml_1_1 = scanner_.versions().in_force().is_1_1();
    const auto root = static_cast<std::uint32_t>(chunk_.nodes.size());
    composer_.compose(record.begin);
    parser_.finish_document();
    record.root = root;
    boundary_.loaded = scanner_.versions().loaded();
    if (parser_.frame().ends_with_marker)
        return read_to_marker_line(record, outcome);
    const Token token = scanner_.peek();
    if (token.type == TokenType::stream_end) {
        outcome.composed = token.begin == stop_;
        record.end = stop_;
    } else {
        outcome.composed = token.type == TokenType::document_start || token.type == TokenType::directive;
        record.end = token.begin;
    }
    outcome.failed_at = token.begin;
    construct(record, outcome);
    if (!outcome.composed && token.type != TokenType::stream_end && !outcome.candidate)
        parser_.fail_after_document();
    boundary_.kind = Boundary::Kind::open;
    boundary_.scanned = scanner_.versions().scanned_before(record.end);
}

// After `...`: ruamel looks at the next token before it makes the values, and refuses one on the same line.
void DocumentReader::read_to_marker_line(DocumentRecord& record, Outcome& outcome) {
    record.ends_with_marker = true;
    record.end = next_line(chunk_.text, parser_.frame().end_marker);
    outcome.composed = true;
    boundary_.scanned = scanner_.versions().scanned();
    const bool content = !is_end(past_blanks_and_comments(chunk_.text.data() + parser_.frame().end_marker + 3));
    try {
        static_cast<void>(scanner_.peek());
        if (content)
            parser_.fail_after_marker();
    } catch (const Failure& failure) {
        if (content)
            note(failure, record, outcome, false);
    }
    boundary_.kind = scanner_.versions().in_force().is_1_1() ? Boundary::Kind::closed_by_1_1 : Boundary::Kind::closed;
    if (!outcome.candidate)
        construct(record, outcome);
}

void DocumentReader::construct(DocumentRecord& record, Outcome& outcome) {
    record.of_values = scanner_.versions().in_force();
    if (composer_.is_simple() && composer_.convert())
        return;
    try {
        Constructor constructor(chunk_, record.begin, record.root, scanner_.versions().in_force(), composer_);
        constructor.construct();
        warnings_ = std::move(constructor.warnings());
    } catch (const Failure& failure) {
        note(failure, record, outcome, true);
    }
}

void DocumentReader::note(const Failure& failure, const DocumentRecord& record, Outcome& outcome,
                          bool constructing) const {
    if (outcome.candidate)
        return;
    outcome.candidate = {.problem = failure.to_problem(record.begin),
                         .reach = scanner_.position() - record.begin,
                         .while_peeking = !scanner_.has_taken() && !parser_.frame().has_content &&
                                          failure.origin != Failure::Origin::parser,
                         .while_constructing = constructing && outcome.composed};
    if (!constructing)
        outcome.failed_at = std::max(failure.range.begin, record.begin);
}

void DocumentReader::keep(DocumentRecord& record, Outcome& outcome) {
    Findings findings;
    note_bad_characters(record, findings);
    if (outcome.candidate) {
        // What was found at a character that cannot be read, or by looking at it, is its doing.
        if (findings.candidates.empty() || record.begin + outcome.candidate->reach < bad_->begin)
            findings.candidates.push_back(std::move(*outcome.candidate));
    }
    for (Findings::Candidate& candidate : findings.candidates)
        bring_inside(candidate.problem.range,
                     std::string_view(chunk_.text).substr(record.begin, record.end - record.begin));
    if (!findings.candidates.empty())
        record.root = DocumentRecord::none;
    else
        findings.warnings = std::move(warnings_);
    if (!findings.candidates.empty() || !findings.warnings.empty()) {
        record.findings = static_cast<std::uint32_t>(chunk_.findings.size());
        chunk_.findings.push_back(std::move(findings));
    }
    const Parser::Frame& frame = parser_.frame();
    const auto relative = [&](TextRange range) {
        return TextRange{range.begin - record.begin, range.end - record.begin};
    };
    if (frame.has_marker)
        record.marker = relative(frame.marker);
    if (frame.version_directive.size() != 0)
        record.version_directive = relative(frame.version_directive);
    record.line_breaks =
        count_line_breaks(std::string_view(chunk_.text).substr(record.begin, record.end - record.begin));
    const Version scanned = boundary_.scanned;
    if (scanned.is_set() && !scanned.is_1_1() && !scanned.is_1_2())
        boundary_.scanned = record.before.scanned; // it concerns the document that was refused for it
    position_ = record.end;
    chunk_.documents.push_back(record);
}

void DocumentReader::note_bad_characters(const DocumentRecord& record, Findings& findings) const {
    if (!bad_ || bad_->begin >= record.end)
        return;
    const std::string_view text = std::string_view(chunk_.text).substr(record.begin, record.end - record.begin);
    const auto add = [&](const BadCharacter& bad) {
        findings.candidates.push_back(
            {.problem = bad_character_problem(text, bad), .reach = static_cast<std::uint32_t>(bad.begin)});
    };
    BadCharacter first = *bad_;
    first.begin -= record.begin;
    first.end -= record.begin;
    if (!first.decode_reason) {
        if (const auto invalid = find_invalid_utf8(text, first.end)) // Python decodes before ruamel looks
            add({invalid->begin, invalid->end, 0, invalid->reason});
    }
    add(first);
}

} // namespace fairlead::yaml
