# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""compare_numbers.py EXPECTED MODEL: fails if what the example's program says on standard input is something else."""

import json
import sys
from pathlib import Path

expected = json.loads(Path(sys.argv[1]).read_text())
said: dict[str, list[str]] = {"text": [], "tokens": [], "numbers": []}
for line in sys.stdin:
    kind, _, rest = line.rstrip("\n").partition(": ")
    said[kind].append(rest)

texts = said["text"]
tokens = [[int(token) for token in line.split()] for line in said["tokens"]]
numbers = [[float(number) for number in line.split()] for line in said["numbers"]]
if texts != expected["texts"]:
    sys.exit(f"The texts are {texts}")
if tokens != expected["tokens"]:
    sys.exit(f"The tokens are {tokens}, not {expected['tokens']}")
wanted = expected["numbers"][sys.argv[2]]
if [len(row) for row in numbers] != [len(row) for row in wanted]:
    sys.exit(f"There are {[len(row) for row in numbers]} numbers")
farthest = max(abs(a - b) for row, wanted_row in zip(numbers, wanted) for a, b in zip(row, wanted_row))
print(f"{sys.argv[2]}: {len(texts)} texts, numbers differ by {farthest:.1e} at most")
if not farthest <= 1e-5:
    sys.exit("That is too much.")
