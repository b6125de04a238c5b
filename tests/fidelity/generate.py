# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Writes the generated cases: yaml_generated.jsonl, sources_generated.jsonl and those of configs, without answers
(record.py adds them).

    python generate.py [--seed N] [--texts N] [--sources N] [--configs N] [--into FOLDER]

It needs ruamel.yaml, to leave out cards that nobody reads.

The same numbers give the same cases. With another seed and another folder it makes fresh ones to try on the core.
"""

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import case_files
from generate_configs import native_cases, random_config_case, random_native_case, shipped_cases, type_cases
from generate_overrides import override_cases
from generate_sources import random_source_case
from generate_yaml import random_text


def distinct(count, make):
    seen, cases = set(), []
    while len(cases) < count:
        case = make()
        key = repr(case)
        if key not in seen:
            seen.add(key)
            cases.append(case)
    return cases


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", type=int, default=2400)
    parser.add_argument("--sources", type=int, default=900)
    parser.add_argument("--configs", type=int, default=1500)
    parser.add_argument("--natives", type=int, default=400)
    parser.add_argument("--overrides", type=int, default=55, help="of each kind")
    parser.add_argument("--every-type", action="store_true", default=None, help="with every value, not a third of them")
    parser.add_argument("--into", type=Path, default=case_files.FOLDER)
    arguments = parser.parse_args()

    rng = random.Random(arguments.seed)
    texts = distinct(arguments.texts, lambda: {"text": random_text(rng)})
    sources = distinct(arguments.sources, lambda: random_source_case(rng))
    configs = distinct(arguments.configs, lambda: random_config_case(rng))
    natives = distinct(arguments.natives, lambda: random_native_case(rng))
    every = (
        ("yaml_generated", texts),
        ("sources_generated", sources),
        ("configs_generated", configs),
        ("configs_overrides", list(override_cases(arguments.seed, arguments.overrides))),
        ("configs_types", list(type_cases(arguments.every_type))),
        ("configs_shipped", list(shipped_cases())),
        ("native_configs", list(native_cases()) + natives),
    )
    for name, cases in every:
        numbered = [{"id": f"{name}-{arguments.seed}-{number:04}", **case} for number, case in enumerate(cases, 1)]
        case_files.save(arguments.into / f"{name}.jsonl", numbered)


if __name__ == "__main__":
    main()
