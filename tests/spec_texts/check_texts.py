#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Whether each text of texts.txt is held word for word by a test: in a test's source, or in recorded answers.

    check_texts.py [-v]       # -v: says which test holds which text
"""

import json
import re
import sys
from pathlib import Path

sys.setrecursionlimit(100_000)  # some recorded cards are deep

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent


def text_of_source(text):
    """A test's strings, as they are when the test runs: literals side by side are one."""
    text = re.sub(r'\\\n', '', text)
    text = re.sub(r'"\s*\n?\s*"', '', text)
    return re.sub(r'\\(["\\])', r'\1', text)


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings_in(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from strings_in(one)


def text_of_records(text, lines):
    records = map(json.loads, text.rstrip("\n").split("\n")) if lines else [json.loads(text)]
    return "\n".join(string for record in records for string in strings_in(record))


def held_texts():
    for path in sorted(TESTS.rglob("*")):
        name = path.relative_to(TESTS).as_posix()
        if path.name.endswith("_test.cpp"):
            yield name, text_of_source(path.read_text())
        elif path.name == "answers.json":
            yield name, text_of_records(path.read_text(), False)
        elif path.suffix == ".jsonl" and path.parent.name == "cases":
            yield name, text_of_records(path.read_text(), True)


class Text:
    """What varies is something within a line. At either end one letter of it will do."""

    def __init__(self, text):
        self.parts = re.split(r"\{[^}]*\}", text)
        whole = r"[^\n]+?".join(map(re.escape, self.parts))
        self.pattern = re.compile(re.sub(r"^\[\^\\n\]\+\?|\[\^\\n\]\+\?$", r"[^\\n]", whole))

    def is_in(self, text):
        return all(part in text for part in self.parts) and self.pattern.search(text)


def main():
    verbose = "-v" in sys.argv[1:]
    held = list(held_texts())
    missing = 0
    count = 0
    for line in (HERE / "texts.txt").read_text().split("\n"):
        if not line or line[0] in "#[":
            continue
        count += 1
        where = [name for name, text in held if Text(line).is_in(text)]
        if not where:
            missing += 1
            print(f"no test holds: {line}")
        elif verbose:
            print(f"{line}\n    {', '.join(where)}")
    print(f"{count} texts, {missing} of them held by no test")
    return 1 if missing else 0


sys.exit(main())
