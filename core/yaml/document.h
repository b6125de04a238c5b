// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// Why a document cannot be read.
enum class Refusal : std::uint8_t {
    syntax,            ///< ruamel's scanner, parser or composer refuses it
    tab,               ///< a tab where a token or a space may stand
    duplicate_key,     ///< a key twice in one mapping
    encoding,          ///< bytes that are no strict UTF-8
    control_character, ///< a character that YAML does not allow
    tag,               ///< an unknown tag, or a known one on the wrong kind of node
    value,             ///< a value that Python cannot make: a bad date, `0o_`, over 4300 digits
    directive,         ///< %YAML 2.0, %YAML 1.3, a directive without `---`
    too_deep,          ///< nested deeper than ruamel's recursion allows
    too_large,         ///< over a limit of ours: said in the message
};

/// What is wrong with a document, at its first wrong place.
struct Problem {
    Refusal what = Refusal::syntax;
    TextRange range = {};                  ///< in the document's text
    std::optional<TextRange> related = {}; ///< the first of two equal keys, the bracket that is not closed
    std::string message = {};              ///< for people: one sentence or two, with the cure
    std::string python_class = {};         ///< as Python names it: `ruamel.yaml.scanner.ScannerError`, `ValueError`
    std::string python_text = {};          ///< ruamel's or Python's own words, without marks
    std::string python_context = {};       ///< what ruamel was at: `while scanning a simple key`; may be empty
    bool raw = false;                      ///< true: fairseq2 does not wrap it as AssetMetadataError
};

/// One document of a stream: its text, its value or what is wrong with it.
///
/// A value: copies share the storage, which never changes. May be read from any thread.
class Document {
public:
    /// The bytes from the end of the document before to its own end, markers and comments included.
    [[nodiscard]] std::string_view text() const noexcept;
    /// False for text in which ruamel sees no document at all: an empty or comment-only file, comments after `...`.
    /// Such text is kept as a Document so that the texts of all of them are the file; it is not counted.
    [[nodiscard]] bool is_document() const noexcept;
    /// Absent if the document cannot be read. The root of an empty document is null.
    [[nodiscard]] Value root() const noexcept;
    /// Null if the document can be read.
    [[nodiscard]] const Problem* problem() const noexcept;
    /// What ruamel lets pass silently: keys that stand twice in a mapping with `<<` (the last wins).
    [[nodiscard]] std::span<const Problem> warnings() const noexcept;
    /// The `---` that opens it; empty if there is none.
    [[nodiscard]] TextRange marker() const noexcept;
    /// The `%YAML` line before it; empty if there is none.
    [[nodiscard]] TextRange version_directive() const noexcept;
    /// True if it was read by the rules of YAML 1.1.
    [[nodiscard]] bool is_yaml_1_1() const noexcept;

private:
    friend struct Chunk;
    std::shared_ptr<const Chunk> chunk_;
    std::uint32_t index_ = 0; // of the document in its chunk
};

} // namespace fairlead::yaml
