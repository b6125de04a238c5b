// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/document.h"

#include "core/yaml/chunk.h"

namespace fairlead::yaml {

Document Chunk::document(std::shared_ptr<const Chunk> chunk, std::uint32_t index) {
    Document document;
    document.chunk_ = std::move(chunk);
    document.index_ = index;
    return document;
}

const DocumentRecord* Chunk::record(const Document& document) noexcept {
    return document.chunk_ ? &document.chunk_->documents[document.index_] : nullptr;
}

const Findings* Chunk::findings_of(const Document& document) noexcept {
    const DocumentRecord* it = record(document);
    return it && it->findings != DocumentRecord::none ? &document.chunk_->findings[it->findings] : nullptr;
}

std::string_view Document::text() const noexcept {
    const DocumentRecord* record = Chunk::record(*this);
    return record ? std::string_view(chunk_->text).substr(record->begin, record->end - record->begin)
                  : std::string_view();
}

bool Document::is_document() const noexcept {
    const DocumentRecord* record = Chunk::record(*this);
    return record && record->is_document;
}

Value Document::root() const noexcept {
    const DocumentRecord* record = Chunk::record(*this);
    return record && record->root != DocumentRecord::none ? chunk_->value(record->root) : Value();
}

const Problem* Document::problem() const noexcept {
    const Findings* findings = Chunk::findings_of(*this);
    return findings && !findings->candidates.empty() ? &findings->candidates.front().problem : nullptr;
}

std::span<const Problem> Document::warnings() const noexcept {
    const Findings* findings = Chunk::findings_of(*this);
    return findings ? std::span<const Problem>(findings->warnings) : std::span<const Problem>();
}

TextRange Document::marker() const noexcept {
    const DocumentRecord* record = Chunk::record(*this);
    return record ? record->marker : TextRange{};
}

TextRange Document::version_directive() const noexcept {
    const DocumentRecord* record = Chunk::record(*this);
    return record ? record->version_directive : TextRange{};
}

bool Document::is_yaml_1_1() const noexcept {
    const DocumentRecord* record = Chunk::record(*this);
    return record && record->is_yaml_1_1;
}

} // namespace fairlead::yaml
