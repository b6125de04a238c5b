# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Reading and writing of case files: JSON Lines, one case a line, in ASCII; README.md describes the fields."""

import base64
from pathlib import Path

from deep import from_json, to_json

FOLDER = Path(__file__).resolve().parent / "cases"


def case_paths():
    return sorted(FOLDER.glob("*.jsonl"))


def load(path):
    with open(path, encoding="ascii") as lines:
        return [from_json(line) for line in lines if line.strip()]


def save(path, cases):
    text = "".join(to_json(case) + "\n" for case in cases)
    path.write_text(text, encoding="ascii")


def content(case):
    """The bytes that a case or a file of a case stands for."""
    if "base64" in case:
        return base64.b64decode(case["base64"], validate=True)
    if "parts" in case:
        return "".join(piece * times for piece, times in case["parts"]).encode("utf-8")
    return case["text"].encode("utf-8")
