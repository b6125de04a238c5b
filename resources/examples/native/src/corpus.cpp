// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "corpus.h"

#include <fstream>

namespace tiny {

Corpus open_corpus(const CorpusConfig& config) {
    std::ifstream file(config.path);
    Corpus corpus;
    for (std::string line; std::getline(file, line);) {
        if (config.max_lines > 0 && corpus.lines.size() == static_cast<std::size_t>(config.max_lines))
            return corpus;
        corpus.lines.push_back(line);
    }
    if (!file.eof())
        throw fairlead::DatasetError(config.path.string() + " cannot be read.");
    return corpus;
}

} // namespace tiny
