// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// train_tokenizer CORPUS PREFIX: makes PREFIX.model.
#include <sentencepiece_trainer.h>

#include <iostream>

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    const std::string arguments = std::string("--input=") + argv[1] + " --model_prefix=" + argv[2] +
                                  " --vocab_size=128 --character_coverage=1.0 --num_threads=1"
                                  " --normalization_rule_name=identity";
    const auto status = sentencepiece::SentencePieceTrainer::Train(arguments);
    if (!status.ok())
        std::cerr << status.ToString() << '\n';
    return status.ok() ? 0 : 1;
}
