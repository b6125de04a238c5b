// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tokenizer.h"

#include <sentencepiece_processor.h>

namespace tiny {

PieceTokenizer::PieceTokenizer(const std::filesystem::path& path, const PieceTokenizerConfig& config)
    : config_(config), processor_(std::make_unique<sentencepiece::SentencePieceProcessor>()) {
    if (const auto status = processor_->Load(path.string()); !status.ok())
        throw fairlead::TokenizerModelError(path, path.string() + " is not a valid SentencePiece model.",
                                            status.ToString());
}

PieceTokenizer::~PieceTokenizer() = default;

std::vector<std::int64_t> PieceTokenizer::encode(std::string_view text) const {
    std::vector<std::int64_t> tokens;
    if (config_.add_bos)
        tokens.push_back(processor_->bos_id());
    for (const int id : processor_->EncodeAsIds(text))
        tokens.push_back(id);
    if (config_.add_eos)
        tokens.push_back(processor_->eos_id());
    return tokens;
}

std::string PieceTokenizer::decode(const std::vector<std::int64_t>& tokens) const {
    return processor_->DecodeIds(std::vector<int>(tokens.begin(), tokens.end()));
}

std::int64_t PieceTokenizer::vocab_size() const { return processor_->GetPieceSize(); }

} // namespace tiny
