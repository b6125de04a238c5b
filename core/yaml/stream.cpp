// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/stream.h"

#include "core/yaml/characters.h"
#include "core/yaml/document_reader.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace fairlead::yaml {

namespace {

constexpr std::uint8_t carries_1_1 = 1;

// Nodes of documents read in one go, beyond which a file is refused: 20 bytes each.
constexpr std::size_t max_nodes = std::size_t{1} << 24;

Boundary start_of_stream(Carry carry) {
    return {Boundary::Kind::stream_start, {}, carry.state == carries_1_1 ? Version{1, 1} : Version{}};
}

Carry carry_of(const Boundary& boundary) { return {boundary.loaded.is_1_1() ? carries_1_1 : std::uint8_t{0}}; }

void reserve_for(Chunk& chunk) {
    // A card's values take some 12 bytes of text each, a document some 100.
    chunk.nodes.reserve(std::min(chunk.text.size() / 12 + 16, max_nodes));
    chunk.documents.reserve(chunk.text.size() / 100 + 4);
}

// Gives back what was set aside in vain.
void trim(Chunk& chunk) {
    const auto shrink = [](auto& container) {
        if (container.capacity() > container.size() + container.size() / 8)
            container.shrink_to_fit();
    };
    shrink(chunk.nodes);
    shrink(chunk.documents);
    shrink(chunk.decoded);
}

const Findings* findings_of(const Chunk& chunk, const DocumentRecord& record) {
    return record.findings == DocumentRecord::none ? nullptr : &chunk.findings[record.findings];
}

// Whether two readings of one text found the same.
bool alike_findings(const Findings* left, const Findings* right) {
    if (!left || !right)
        return left == right;
    const auto alike = [](const Findings::Candidate& l, const Findings::Candidate& r) {
        return l.reach == r.reach && l.while_peeking == r.while_peeking &&
               l.while_constructing == r.while_constructing && l.problem.range == r.problem.range &&
               l.problem.python_text == r.problem.python_text;
    };
    return left->warnings.size() == right->warnings.size() &&
           std::equal(left->candidates.begin(), left->candidates.end(), right->candidates.begin(),
                      right->candidates.end(), alike);
}

} // namespace

/// Documents that were read in one go.
struct Stream::Reading {
    std::shared_ptr<const Chunk> chunk;
    std::size_t first = 0; // those before it in the chunk are not used
    std::size_t count = 0;
    Carry carry;
};

Stream::Stream(std::string_view text, Carry carry) : carry_in_(carry), carry_out_(carry) { read_all(text); }

std::string Stream::text() const { return text_of(0, documents_.size()); }

std::string Stream::text_of(std::size_t first, std::size_t last) const {
    std::string text;
    text.reserve(begins_[last] - begins_[first]);
    for (std::size_t i = first; i < last; ++i)
        text += documents_[i].text();
    return text;
}

void Stream::read_all(std::string_view text) {
    documents_.clear();
    begins_.assign(1, 0);
    lines_.assign(1, 1);
    refused_ = 0;
    carry_out_ = carry_in_;
    if (text.empty())
        return;
    auto chunk = std::make_shared<Chunk>();
    chunk->text = text;
    std::string limit;
    Boundary last;
    if (text.size() > max_stream_size) {
        limit = "The file is larger than 64 MiB, more than is read: split it.";
    } else {
        reserve_for(*chunk);
        DocumentReader reader(*chunk, start_of_stream(carry_in_));
        while (!reader.at_end() && limit.empty()) {
            reader.read();
            if (chunk->documents.size() > max_documents)
                limit = "The file holds over 1,048,576 documents, more than are read: split it.";
            else if (chunk->findings.size() > max_refused_documents)
                limit = "The file holds over 10,000 documents that cannot be read: is it YAML at all?";
            else if (chunk->nodes.size() > max_nodes)
                limit = "The file holds over 16,777,216 values, more than are read: split it.";
        }
        last = reader.boundary();
    }
    if (!limit.empty()) {
        chunk = std::make_shared<Chunk>();
        chunk->text = text;
        DocumentRecord record;
        record.end = static_cast<std::uint32_t>(text.size());
        record.findings = 0;
        record.line_breaks = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
        chunk->documents.push_back(record);
        Problem problem;
        problem.what = Refusal::too_large;
        problem.message = limit;
        chunk->findings.push_back({.candidates = {{.problem = problem}}, .warnings = {}});
    }
    trim(*chunk);
    const std::size_t count = chunk->documents.size();
    take({chunk, 0, count, carry_of(last)}, 0, 0, static_cast<std::ptrdiff_t>(text.size()));
    carry_out_ = limit.empty() ? carry_of(last) : carry_in_;
    if (!limit.empty())
        refused_ = max_refused_documents + 1; // read all again after each edit
}

// Puts documents in the place of others; `growth` is that of the file.
void Stream::take(Reading&& reading, std::size_t first, std::size_t removed, std::ptrdiff_t growth) {
    const auto at = [&](auto& vector, std::size_t index) {
        return vector.begin() + static_cast<std::ptrdiff_t>(index);
    };
    for (std::size_t i = first; i < first + removed; ++i)
        refused_ -= documents_[i].problem() ? 1u : 0u;
    const std::uint32_t old_last_line = lines_[first + removed];
    if (reading.count > removed) {
        const std::size_t more = reading.count - removed;
        documents_.insert(at(documents_, first + removed), more, Document());
        begins_.insert(at(begins_, first + removed), more, 0);
        lines_.insert(at(lines_, first + removed), more, 0);
    } else if (reading.count < removed) {
        documents_.erase(at(documents_, first + reading.count), at(documents_, first + removed));
        begins_.erase(at(begins_, first + reading.count), at(begins_, first + removed));
        lines_.erase(at(lines_, first + reading.count), at(lines_, first + removed));
    }
    std::uint32_t begin = first == 0 ? 0 : begins_[first];
    std::uint32_t line = first == 0 ? 1 : lines_[first];
    for (std::size_t i = 0; i < reading.count; ++i) {
        const std::size_t index = reading.first + i;
        const DocumentRecord& record = reading.chunk->documents[index];
        documents_[first + i] = Chunk::document(reading.chunk, static_cast<std::uint32_t>(index));
        refused_ += documents_[first + i].problem() ? 1u : 0u;
        begins_[first + i] = begin;
        lines_[first + i] = line;
        begin += record.end - record.begin;
        line += record.line_breaks;
    }
    const std::size_t next = first + reading.count;
    const auto more_bytes = static_cast<std::uint32_t>(growth);
    const std::uint32_t more_lines = line - old_last_line;
    if (more_bytes != 0) {
        for (std::size_t i = next; i < begins_.size(); ++i)
            begins_[i] += more_bytes;
    }
    if (more_lines != 0) {
        for (std::size_t i = next; i < lines_.size(); ++i)
            lines_[i] += more_lines;
    }
}

std::size_t Stream::document_at(std::size_t offset) const noexcept {
    const auto after = std::upper_bound(begins_.begin(), begins_.end() - 1, offset);
    return after == begins_.begin() ? 0 : static_cast<std::size_t>(after - begins_.begin()) - 1;
}

Position Stream::position(std::size_t document, std::uint32_t offset) const {
    constexpr std::uint32_t near = 4096; // a walk that far costs less than marks
    const DocumentRecord& record = *Chunk::record(documents_[document]);
    const std::string_view text = documents_[document].text();
    offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
    TextMarks::Place place;
    if (offset <= near) {
        place = TextMarks::walk(text, 0, offset, {});
        place.code_points -= TextMarks::walk(text, 0, place.line_begin, {}).code_points;
    } else {
        const Chunk& chunk = *Chunk::chunk_of(documents_[document]);
        std::call_once(chunk.text_marks_made, [&] { chunk.text_marks = TextMarks(chunk.text); });
        place = chunk.text_marks.at(chunk.text, record.begin + offset);
        const std::uint32_t line_begin = std::max(place.line_begin, record.begin);
        place.code_points -= chunk.text_marks.at(chunk.text, line_begin).code_points;
        place.line_breaks -= chunk.text_marks.at(chunk.text, record.begin).line_breaks;
    }
    return {begins_[document] + offset, lines_[document] + place.line_breaks, 1 + std::size_t{place.code_points}};
}

StreamChange Stream::read_again(std::string_view text, std::vector<Document>* removed) {
    const std::size_t before = documents_.size();
    if (removed)
        *removed = documents_;
    read_all(text);
    return {0, before, documents_.size()};
}

StreamChange Stream::replace(std::size_t begin, std::size_t end, std::string_view text, std::vector<Document>* gone) {
    end = std::min(end, size());
    begin = std::min(begin, end);
    const std::size_t new_size = size() - (end - begin) + text.size();
    if (documents_.empty() || refused_ > max_refused_documents || new_size > max_stream_size || new_size == 0 ||
        size() > max_stream_size) {
        std::string all = this->text();
        all.replace(begin, end - begin, text);
        return read_again(all, gone);
    }
    // What follows a document can change how its end is read, but no more than the next token or two.
    const std::size_t touched = document_at(begin);
    const std::size_t first = touched < 2 ? 0 : touched - 2;
    const std::size_t last = document_at(end);
    const std::size_t region_begin = begins_[first];
    const auto growth = static_cast<std::ptrdiff_t>(text.size()) - static_cast<std::ptrdiff_t>(end - begin);
    for (std::size_t ahead = 2;; ahead *= 4) {
        const std::size_t stop = std::min(last + 1 + ahead, documents_.size());
        const auto chunk = std::make_shared<Chunk>();
        chunk->text = text_of(first, stop);
        chunk->text.replace(begin - region_begin, end - begin, text);
        DocumentReader reader(*chunk, Chunk::record(documents_[first])->before);
        std::size_t removed = 0;
        while (removed == 0 && !reader.at_end()) {
            reader.read();
            if (reader.at_end() || reader.position() < begin - region_begin + text.size())
                continue;
            const std::size_t old =
                static_cast<std::size_t>(static_cast<std::ptrdiff_t>(region_begin + reader.position()) - growth);
            const std::size_t next = document_at(old);
            const bool looks_ahead = next + 2 <= stop || stop == documents_.size();
            if (begins_[next] == old && next > last && looks_ahead &&
                Chunk::record(documents_[next])->before == reader.boundary())
                removed = next - first;
        }
        if (removed == 0 && stop != documents_.size())
            continue;
        const bool to_end = removed == 0;
        if (to_end)
            removed = documents_.size() - first;
        if (documents_.size() + chunk->documents.size() > max_documents ||
            refused_ + chunk->findings.size() > max_refused_documents) {
            std::string all = this->text();
            all.replace(begin, end - begin, text);
            return read_again(all, gone);
        }
        // Documents before the edit that came out as they were stay.
        Reading reading{chunk, 0, chunk->documents.size(), {}};
        std::size_t same = 0;
        while (same < touched - first && same + 1 < removed && same + 1 < reading.count) {
            const DocumentRecord& fresh = chunk->documents[same];
            const Document& old = documents_[first + same];
            const DocumentRecord& record = *Chunk::record(old);
            const bool alike =
                fresh.before == record.before && fresh.of_values == record.of_values &&
                old.text() == std::string_view(chunk->text).substr(fresh.begin, fresh.end - fresh.begin) &&
                alike_findings(findings_of(*chunk, fresh), Chunk::findings_of(old));
            if (!alike)
                break;
            ++same;
        }
        const StreamChange change{first + same, removed - same, reading.count - same};
        reading.first = same;
        reading.count -= same;
        if (to_end)
            carry_out_ = carry_of(reader.boundary());
        const auto from = documents_.begin() + static_cast<std::ptrdiff_t>(change.first);
        if (gone)
            gone->assign(from, from + static_cast<std::ptrdiff_t>(change.removed));
        take(std::move(reading), change.first, change.removed, growth);
        return change;
    }
}

} // namespace fairlead::yaml
