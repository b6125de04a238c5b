# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""What torch and fairseq2's SentencePiece loader make of the example.

record.py --make   makes the checkpoints below lab/ and expected.json
record.py          makes the numbers again and fails where they differ from expected.json
"""

import json
import sys
from pathlib import Path

import torch
from fairseq2.data.tokenizers.sentencepiece import BasicSentencePieceTokenizer, SentencePieceModel
from safetensors.torch import load_file, save_file
from torch import nn

HERE = Path(__file__).resolve().parent
CHECKPOINTS = {"tiny_base": (1, 1e-5), "tiny_deep": (2, 1e-5), "tiny_deep_loose": (2, 0.1)}


class Model(nn.Module):
    def __init__(self, num_layers: int, eps: float) -> None:
        super().__init__()
        self.embedding = nn.Embedding(128, 16)
        self.gru = nn.GRU(16, 16, num_layers, batch_first=True)
        self.norm = nn.LayerNorm(16, eps=eps)
        self.projection = nn.Linear(16, 128)

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        output, _ = self.gru(self.embedding(tokens.unsqueeze(0)))
        return self.projection(self.norm(output[0, -1]))


def checkpoint(name: str) -> Path:
    return HERE / "lab" / f"{name.removesuffix('_loose')}.safetensors"


def make_checkpoints() -> None:
    torch.manual_seed(20)
    for name, (num_layers, eps) in CHECKPOINTS.items():
        if checkpoint(name).stem != name:
            continue
        model = Model(num_layers, eps)
        for parameter in model.parameters():
            nn.init.normal_(parameter, std=0.5)
        save_file(model.state_dict(), checkpoint(name))


@torch.inference_mode()
def answers() -> dict[str, object]:
    encoder = BasicSentencePieceTokenizer(SentencePieceModel(HERE / "assets" / "tiny.model")).create_encoder()
    texts = (HERE / "lab" / "corpus.txt").read_text().splitlines()[:8]
    tokens = [encoder(text).to(torch.int64) for text in texts]
    numbers = {}
    for name, (num_layers, eps) in CHECKPOINTS.items():
        model = Model(num_layers, eps)
        model.load_state_dict(load_file(checkpoint(name)))
        numbers[name] = [model(t).tolist() for t in tokens]
    return {"texts": texts, "tokens": [t.tolist() for t in tokens], "numbers": numbers}


def main() -> None:
    recording = HERE / "expected.json"
    if sys.argv[1:] == ["--make"]:
        make_checkpoints()
        text = json.dumps(answers(), indent=None, separators=(",", ":"))
        recording.write_text(text.replace('],"', '],\n"').replace("],[", "],\n[") + "\n")
        return
    recorded, now = json.loads(recording.read_text()), answers()
    assert recorded["texts"] == now["texts"], "The texts are others."
    assert recorded["tokens"] == now["tokens"], "The tokens are others."
    for name, rows in now["numbers"].items():
        torch.testing.assert_close(torch.tensor(recorded["numbers"][name]), torch.tensor(rows), rtol=0, atol=1e-6)


main()
