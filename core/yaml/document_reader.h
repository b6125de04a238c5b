// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/chunk.h"
#include "core/yaml/composer.h"
#include "core/yaml/parser.h"
#include "core/yaml/scanner.h"
#include "core/yaml/utf8.h"

#include <optional>

namespace fairlead::yaml {

/// Reads the documents of a chunk's text one after another. One that cannot be read ends where the next `---` or `...`
/// stands at the start of a line.
class DocumentReader {
public:
    /// Begins at the start of the chunk's text, with the rules in force there. The chunk must outlive the reader.
    DocumentReader(Chunk& chunk, const Boundary& boundary);

    /// Where the next document begins, and by which rules.
    [[nodiscard]] std::uint32_t position() const noexcept { return position_; }
    [[nodiscard]] const Boundary& boundary() const noexcept { return boundary_; }
    [[nodiscard]] bool at_end() const noexcept { return position_ == chunk_.text.size(); }

    /// Reads one document and adds its record to the chunk. Not to be called at the end.
    void read();

private:
    /// How reading the content of a document came out.
    struct Outcome {
        std::optional<Findings::Candidate> candidate;
        std::uint32_t failed_at = 0; // in the chunk's text; where to look for the next document from
        bool composed = false;
    };

    void read_up_to(std::size_t end, DocumentRecord& record, Outcome& outcome);
    void read_content(DocumentRecord& record, Outcome& outcome);
    void read_to_marker_line(DocumentRecord& record, Outcome& outcome);
    void construct(DocumentRecord& record, Outcome& outcome);
    void note(const Failure& failure, const DocumentRecord& record, Outcome& outcome, bool constructing) const;
    void find_next_document(DocumentRecord& record, std::uint32_t from);
    [[nodiscard]] std::uint32_t before_directives(std::uint32_t marker, std::uint32_t from) const;
    void note_bad_characters(const DocumentRecord& record, Findings& findings) const;
    void keep(DocumentRecord& record, Outcome& outcome);
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(chunk_.text.size()); }

    Chunk& chunk_;
    Scanner scanner_;
    Parser parser_;
    Composer composer_;
    std::uint32_t position_ = 0;
    std::uint32_t stop_ = 0; // where the text ends, as far as this document is concerned
    Boundary boundary_;
    std::optional<std::size_t> non_ascii_; // the first at or after the document's start
    std::optional<BadCharacter> bad_;      // the same
    bool bad_known_ = false;
    std::vector<Problem> warnings_;
};

} // namespace fairlead::yaml
