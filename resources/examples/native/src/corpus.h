// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/families.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tiny {

struct CorpusConfig {
    std::filesystem::path path;
    std::int64_t max_lines = 0; // 0: all
};

/// The lines of a text file.
struct Corpus {
    std::vector<std::string> lines;
};

/// Throws DatasetError if the file cannot be read.
Corpus open_corpus(const CorpusConfig& config);

inline constexpr fairlead::DatasetHubAccessor<Corpus, CorpusConfig> get_corpus_hub("tiny_corpus");

} // namespace tiny
