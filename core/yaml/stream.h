// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace fairlead::yaml {

/// Files larger than this are refused with a diagnostic (bytes).
inline constexpr std::size_t max_stream_size = 64u << 20;
/// So are files of more documents, or of more documents that cannot be read.
inline constexpr std::size_t max_documents = 1u << 20;
inline constexpr std::size_t max_refused_documents = 10'000;

/// What a file hands on to the next one that the same ruamel parser reads: the `%YAML 1.1` leak of spec/yaml.md.
/// Compare two of them to know whether a file must be read again because the one before it changed.
struct Carry {
    std::uint8_t state = 0;
    friend bool operator==(const Carry&, const Carry&) = default;
};

/// A place in a file. Lines and columns count from 1, columns in code points, `offset` in bytes from 0.
/// Lines end as an editor's do: LF, CRLF, lone CR.
struct Position {
    std::size_t offset = 0;
    std::size_t line = 1;
    std::size_t column = 1;
};

/// Which documents an edit replaced: `removed` ones from `first` on made way for `inserted` new ones.
struct StreamChange {
    std::size_t first = 0;
    std::size_t removed = 0;
    std::size_t inserted = 0;
};

/// A YAML file as a row of documents, read as ruamel.yaml's `YAML(typ="safe", pure=True)` reads it.
///
/// Tolerant: a document that cannot be read does not keep the others from being read. Their texts, put one after
/// another, are the file, byte for byte; an empty file has none. A value; const functions may be called from any
/// thread.
class Stream {
public:
    Stream() = default;
    /// Never fails: what is wrong is in the documents. Text over a limit becomes one refused document.
    explicit Stream(std::string_view text, Carry carry = {});

    [[nodiscard]] std::span<const Document> documents() const noexcept { return documents_; }
    [[nodiscard]] std::size_t size() const noexcept { return begins_.back(); }
    [[nodiscard]] std::string text() const;

    /// Where a document's text begins in the file: byte offset, and line (from 1).
    [[nodiscard]] std::size_t begin_of(std::size_t document) const noexcept { return begins_[document]; }
    [[nodiscard]] std::size_t line_of(std::size_t document) const noexcept { return lines_[document]; }
    /// The place in the file of an offset in a document's text.
    [[nodiscard]] Position position(std::size_t document, std::uint32_t offset) const;
    /// The document that holds a byte of the file; the last one for the end of the file. Size must not be 0.
    [[nodiscard]] std::size_t document_at(std::size_t offset) const noexcept;

    /// What ruamel raises for the file as a whole (it looks at none of its documents then), and in which document:
    /// by ruamel's order, in which a decoding error far below may come before a syntax error. Null if it reads it.
    struct FirstProblem {
        std::size_t document = 0;
        const Problem* problem = nullptr;
        /// The problem's `python_text`; that of a UnicodeDecodeError with positions as Python's decoder counts them,
        /// which reads a file in pieces.
        std::string python_text;
    };
    [[nodiscard]] FirstProblem first_problem() const;

    [[nodiscard]] Carry carry_in() const noexcept { return carry_in_; }
    [[nodiscard]] Carry carry_out() const noexcept { return carry_out_; }

    /// Replaces the bytes [begin, end) by `text`, reading again only the documents touched (and those after them for
    /// as long as the rules in force have changed). The range is cut to the size of the file. `removed`, if given, gets
    /// the documents that went, so that views of their values live on.
    StreamChange replace(std::size_t begin, std::size_t end, std::string_view text,
                         std::vector<Document>* removed = nullptr);

private:
    struct Reading;

    void read_all(std::string_view text);
    void take(Reading&& reading, std::size_t first, std::size_t removed, std::ptrdiff_t growth);
    [[nodiscard]] std::string text_of(std::size_t first, std::size_t last) const;
    StreamChange read_again(std::string_view text, std::vector<Document>* removed);

    std::vector<Document> documents_;
    std::vector<std::uint32_t> begins_{0}; // one more than documents
    std::vector<std::uint32_t> lines_{1};  // the same
    std::size_t refused_ = 0;
    Carry carry_in_;
    Carry carry_out_;
};

} // namespace fairlead::yaml
