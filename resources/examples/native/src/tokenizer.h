// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/families.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace tiny {

struct PieceTokenizerConfig {
    bool add_bos = true;
    bool add_eos = true;
    static constexpr fairlead::FieldDocumentation documentation[] = {
        {"add_bos", "Whether a text begins with the token <s>."},
        {"add_eos", "Whether it ends with </s>."},
    };
};

/// Splits texts into pieces, as a SentencePiece model says.
class PieceTokenizer {
public:
    /// Throws TokenizerModelError if the file is no SentencePiece model.
    PieceTokenizer(const std::filesystem::path& path, const PieceTokenizerConfig& config);
    ~PieceTokenizer();

    std::vector<std::int64_t> encode(std::string_view text) const;
    std::string decode(const std::vector<std::int64_t>& tokens) const;
    std::int64_t vocab_size() const;

private:
    PieceTokenizerConfig config_;
    std::unique_ptr<sentencepiece::SentencePieceProcessor> processor_;
};

inline constexpr fairlead::TokenizerHubAccessor<PieceTokenizer, PieceTokenizerConfig> get_tokenizer_hub("tiny_piece");

} // namespace tiny
