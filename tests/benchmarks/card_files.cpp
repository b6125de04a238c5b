// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "card_files.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <stdexcept>

namespace fairlead::benchmarks {
namespace {

// The stock cards have 260 bytes on average; so have these.
std::string card(int number) {
    const std::string name = fmt::format("speechlab_{:05}", number);
    switch (number % 5) {
    case 0:
        return fmt::format("name: {0}\n"
                           "model_family: llama\n"
                           "model_arch: llama3_8b\n"
                           "checkpoint: \"hg://speechlab/{0}\"\n"
                           "tokenizer: \"hg://speechlab/{0}\"\n"
                           "tokenizer_family: llama\n"
                           "tokenizer_config:\n"
                           "  impl: hg\n"
                           "  use_eot: true\n",
                           name);
    case 1:
        return fmt::format("# trained on 64 GPUs, see the notebook\n"
                           "name: {}\n"
                           "base: speechlab_{:05}\n"
                           "checkpoint: file:///checkpoint/speechlab/{}/step_10000/model.pt\n"
                           "model_config_overrides:\n"
                           "  max_seq_len: 4096\n"
                           "  dropout_p: 0.1\n",
                           name, number - 1, number);
    case 2:
        return fmt::format("name: {}\n"
                           "model_family: wav2vec2_asr\n"
                           "model_arch: large_lv60k_100h\n"
                           "checkpoint: \"https://dl.example.org/speechlab/{}.pt\"\n"
                           "tokenizer: \"https://dl.example.org/speechlab/letters.model\"\n"
                           "tokenizer_family: char_tokenizer\n",
                           name, number);
    case 3:
        return fmt::format("name: {}@user\n"
                           "checkpoint: file:///home/lab/models/{}.pt\n",
                           fmt::format("speechlab_{:05}", number - 1), number);
    default:
        return fmt::format("name: {}\n"
                           "model_family: nllb\n"
                           "model_arch: dense_600m\n"
                           "checkpoint: \"https://dl.example.org/nllb/{}.pt\"\n"
                           "tokenizer: \"https://dl.example.org/nllb/flores.model\"\n"
                           "tokenizer_family: nllb\n"
                           "tokenizer_config:\n"
                           "  langs: [ace_Latn, afr_Latn, aka_Latn, deu_Latn, eng_Latn, fra_Latn, ita_Latn]\n"
                           "  default_lang: eng_Latn\n",
                           name, number);
    }
}

} // namespace

std::string card_file(int first, int cards) {
    std::string text;
    for (int at = 0; at < cards; ++at) {
        if (at > 0)
            text += "\n---\n\n";
        text += card(first + at);
    }
    return text;
}

CardFolder::CardFolder(int cards, int files) {
    std::string pattern = (std::filesystem::temp_directory_path() / "fairlead-benchmark-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("no folder for the cards can be made: " + pattern);
    path_ = pattern;
    const int cards_a_file = (cards + files - 1) / files;
    for (int file = 0; file * cards_a_file < cards; ++file) {
        const std::string text = card_file(file * cards_a_file, std::min(cards_a_file, cards - file * cards_a_file));
        files_.push_back(path_ / fmt::format("cards_{:04}.yaml", file));
        std::ofstream(files_.back(), std::ios::binary) << text;
        bytes_ += text.size();
    }
}

CardFolder::~CardFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace fairlead::benchmarks
