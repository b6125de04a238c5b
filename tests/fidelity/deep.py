# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Room for values as deep as ruamel reads them, for our own work only: what is asked keeps Python's usual limit."""

import contextlib
import json
import sys

USUAL_LIMIT = 1000


@contextlib.contextmanager
def deeper_recursion():
    sys.setrecursionlimit(20 * USUAL_LIMIT)
    try:
        yield
    finally:
        sys.setrecursionlimit(USUAL_LIMIT)


def to_json(value):
    with deeper_recursion():
        return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def from_json(text):
    with deeper_recursion():
        return json.loads(text)


def same(one, other):
    with deeper_recursion():
        return one == other
