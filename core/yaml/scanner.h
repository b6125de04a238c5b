// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/block_scalar.h"
#include "core/yaml/characters.h"
#include "core/yaml/cursor.h"
#include "core/yaml/directive.h"
#include "core/yaml/failure.h"
#include "core/yaml/simple_key.h"
#include "core/yaml/token_queue.h"
#include "core/yaml/versions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::yaml {

/// Text to tokens, one document at a time, by the rules of ruamel.yaml's scanner.py.
///
/// Tokens are made only when they are asked for, as many ahead as ruamel makes: a `%YAML` line counts from the moment
/// it is scanned, and of two errors the one that is scanned first. Throws Failure.
class Scanner : Cursor {
public:
    /// `text` must be followed by a NUL and outlive the scanner; contents that do not stand in it go to `decoded`.
    Scanner(std::string_view text, std::string& decoded) noexcept;

    /// Begins a document at `begin`, the start of a line. What has been scanned ahead is forgotten.
    /// `first_non_ascii`: offset of the first byte beyond ASCII at or after `begin`.
    void start(std::uint32_t begin, const Boundary& boundary, std::uint32_t first_non_ascii);

    [[nodiscard]] const Token& peek() {
        while (needs_more_tokens())
            fetch_more_tokens();
        return tokens_.front();
    }
    [[nodiscard]] bool at(TokenType type) { return peek().type == type; }
    Token take() {
        taken_to_ = peek().end;
        return tokens_.take();
    }

    /// How far ruamel has read the text by now, and whether a token has been taken since `start`.
    [[nodiscard]] std::uint32_t position() const noexcept;
    [[nodiscard]] bool has_taken() const noexcept { return tokens_.first_number() != 0; }
    /// The end of the token that was taken last.
    [[nodiscard]] std::uint32_t taken_to() const noexcept { return taken_to_; }
    /// Whether a line that begins with `%` has been scanned, or tried.
    [[nodiscard]] bool saw_directive() const noexcept { return saw_directive_; }

    /// Where a directive begins that could not be scanned.
    [[nodiscard]] std::optional<std::uint32_t> unfinished_directive() const noexcept { return unfinished_directive_; }

    [[nodiscard]] const Versions& versions() const noexcept { return versions_; }
    void set_loaded_version(Version version) noexcept { versions_.set_loaded(version); }

    [[nodiscard]] const TagText& tag(const Token& token) const noexcept { return tags_[token.data]; }
    [[nodiscard]] const Directive& directive(const Token& token) const noexcept { return directives_[token.data]; }
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] std::string_view content(const Token& token) const noexcept {
        return (token.decoded ? std::string_view(*decoded_) : text_).substr(token.data, token.size);
    }

private:
    // scanner.cpp: the queue, simple keys, indentation
    [[nodiscard]] bool needs_more_tokens() {
        if (tokens_.empty())
            return !done_;
        return !keys_.empty() && !done_ && first_token_may_be_key();
    }
    [[nodiscard]] bool first_token_may_be_key();
    void fetch_more_tokens();
    void skip_to_next_token();
    void drop_stale_keys();
    void save_possible_key();
    void remove_possible_key();
    [[noreturn]] void fail_without_colon(const SimpleKey& key) const;
    void unwind_indent(std::int32_t column);
    bool add_indent(std::int32_t column);
    void push(TokenType type, std::uint32_t begin, std::uint32_t end);
    void insert(std::uint32_t token_number, TokenType type, std::uint32_t at);

    // fetchers.cpp: one per indicator
    void fetch_stream_end();
    void fetch_directive();
    void fetch_document_marker(TokenType type);
    void fetch_flow_start(TokenType type, char opening);
    void fetch_flow_end(TokenType type);
    void fetch_flow_entry();
    void fetch_block_entry();
    void fetch_key();
    void fetch_value();
    void fetch_anchor(TokenType type);
    void fetch_tag();
    void fetch_block_scalar(bool folded);
    void fetch_quoted(char quote);
    void fetch_plain();
    [[nodiscard]] bool is_value() const noexcept;
    [[nodiscard]] bool is_plain_start() const noexcept;
    [[noreturn]] void fail_at_character();

    // scanner_plain.cpp, scanner_quoted.cpp, scanner_block.cpp, scanner_tags.cpp, scanner_directives.cpp
    void scan_plain();
    [[nodiscard]] bool fetch_plain_key();
    [[nodiscard]] bool end_plain_at_line(std::int32_t indent);
    [[nodiscard]] const char* plain_run_end(const char* p) const noexcept;
    bool scan_plain_breaks(std::string& breaks);
    void scan_quoted(char quote);
    void scan_quoted_text(char quote, const char* begin);
    void scan_quoted_spaces(const char* begin);
    void scan_quoted_breaks(const char* begin, std::string& breaks);
    void scan_escape(const char* begin);
    void scan_block_scalar(bool folded);
    [[nodiscard]] BlockScalarHeader scan_block_header();
    [[nodiscard]] std::int32_t scan_block_indentation(std::string& breaks, std::uint32_t& end);
    void scan_block_breaks(std::int32_t indent, std::string& breaks, std::uint32_t& end);
    void scan_anchor(TokenType type);
    void scan_tag();
    [[nodiscard]] std::string scan_tag_handle(const char* name, const char* begin);
    [[nodiscard]] std::string scan_tag_uri(const char* name, const char* begin);
    void scan_uri_escapes(const char* name, const char* begin, std::string& out);
    void scan_directive();
    void scan_version_directive(const char* begin, Directive& directive);
    [[nodiscard]] std::uint16_t scan_version_number(const char* begin, std::string& text);

    [[nodiscard]] bool in_flow() const noexcept { return !flow_.empty(); }
    /// At the start of a line within a scalar ruamel reads three characters at once.
    void look_for_marker(const char* line) noexcept { looked_to_ = line + 2; }
    /// What ruamel makes of the line break at `p`: NEL and all of ASCII's become LF.
    static void append_break(std::string& out, const char* p);
    [[noreturn]] void fail(Refusal what, const char* context, std::string problem, TextRange range, std::string message,
                           std::optional<TextRange> related = {}) const;

    std::string* decoded_;
    std::int32_t indent_ = -1;
    std::uint32_t taken_to_ = 0;
    const char* looked_to_ = nullptr; // beyond `p_`, if not null
    bool done_ = false;
    bool saw_directive_ = false;
    std::optional<std::uint32_t> unfinished_directive_;
    bool allow_simple_key_ = true;
    bool stream_start_ = false;
    TokenQueue tokens_;
    SimpleKeys keys_;
    std::vector<std::int32_t> indents_;
    std::string flow_; // the open brackets
    Versions versions_;
    std::vector<TagText> tags_;
    std::vector<Directive> directives_;
};

} // namespace fairlead::yaml
