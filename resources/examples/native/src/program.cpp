// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// tiny_program MODEL [ASSETS]: reads the lines of a corpus and says what the model makes of them. With ASSETS, the
// folder that the package tiny.assets lies below, it needs no extension: it sets up all by itself.
#include "corpus.h"
#include "model.h"
#include "setup.h"
#include "tokenizer.h"

#include <fairlead/describe.h>
#include <fairlead/init_fairseq2.h>

#include <exception>
#include <iomanip>
#include <iostream>

int main(int argc, char** argv) try {
    if (argc < 2) {
        std::cerr << "Usage: tiny_program MODEL [ASSETS]\n";
        return 2;
    }
    fairlead::InitOptions options;
    if (argc > 2) {
        options.extras = tiny::setup;
        options.package_path = {argv[2]};
    }
    const auto resolver = fairlead::init_fairseq2(options);

    const auto corpus = tiny::get_corpus_hub(*resolver).open_dataset("tiny_corpus");
    const auto tokenizer = tiny::get_tokenizer_hub(*resolver).load_tokenizer("tiny_tokenizer");
    const auto model = tiny::get_model_hub(*resolver).load_model(argv[1]);

    std::cout << std::setprecision(9);
    for (const std::string& text : corpus->lines) {
        std::cout << "text: " << text << "\ntokens:";
        const auto tokens = tokenizer->encode(text);
        for (const auto token : tokens)
            std::cout << ' ' << token;
        std::cout << "\nnumbers:";
        for (const float number : model->next_token_logits(tokens))
            std::cout << ' ' << number;
        std::cout << '\n';
    }
} catch (const std::exception& error) {
    std::cerr << fairlead::describe(error);
    return 1;
}
