// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "lab_cards.h"

namespace {

const QByteArray lab_cards = "# the lab's models\n"
                             "name: lab_base\n"
                             "model_family: llama\n"
                             "model_arch: llama3_8b\n"
                             "---\n"
                             "name: lab_7b\n"
                             "base: lab_base\n"
                             "checkpoint: weights/7b.pt\n"
                             "tokenizer_family: llama\n"
                             "tokenizer: \"https://example.org/t.model\"\n"
                             "---\n"
                             "name: lab_13b\n"
                             "base: lab_base\n"
                             "---\n"
                             "name: lab_7b@user\n"
                             "checkpoint: file:///home/me/7b.pt\n"
                             "---\n"
                             "name: notes\n"
                             "text: nothing of a family\n";

} // namespace

Command lab() {
    Command command;
    command.write(QStringLiteral("lab/models.yaml"), lab_cards);
    return command;
}
