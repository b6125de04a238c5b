# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Python values as JSON that tells every type apart; README.md describes the form."""

import base64
import datetime
import json

from deep import deeper_recursion

MOST_NODES = 20_000


class TooLarge(Exception):
    """The value, written out with its shared parts repeated, has more than MOST_NODES nodes."""


def typed(value):
    """`value` in the typed form; raises TooLarge for one that is too large when its aliases are written out."""
    with deeper_recursion():
        return _Writer().write(value, ())


def text_of(value):
    """A text as it is, or with its lone surrogates escaped where JSON could not carry it."""
    if any(0xD800 <= ord(c) <= 0xDFFF for c in value):
        escaped = "".join(
            f"\\u{ord(c):04x}" if 0xD800 <= ord(c) <= 0xDFFF else "\\\\" if c == "\\" else c for c in value
        )
        return {"surrogates": escaped}
    return value


class _Writer:
    def __init__(self):
        self._nodes = 0

    def write(self, value, ancestors):
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise TooLarge()
        if value is None or value is True or value is False:
            return value
        kind = type(value)
        if kind is str:
            return text_of(value)
        if kind is int:
            return {"int": _decimal(value)}
        if kind is float:
            return {"float": _float(value)}
        if kind is datetime.datetime:
            return {"datetime": value.isoformat()}
        if kind is datetime.date:
            return {"date": value.isoformat()}
        if kind is bytes:
            return {"bytes": base64.b64encode(value).decode("ascii")}
        for level, ancestor in enumerate(reversed(ancestors)):
            if ancestor is value:
                return {"cycle": level + 1}
        inside = ancestors + (value,)
        if kind is list:
            return [self.write(item, inside) for item in value]
        if kind is tuple:
            return {"tuple": [self.write(item, inside) for item in value]}
        if kind is set:
            # A set has no order of its own in Python.
            return {"set": sorted((self.write(item, inside) for item in value), key=json.dumps)}
        if kind is dict or kind.__name__ == "ordereddict":
            pairs = [[self.write(key, inside), self.write(item, inside)] for key, item in value.items()]
            return {"dict" if kind is dict else "omap": pairs}
        raise TypeError(f"no typed form for {kind}")


def _decimal(value):
    # str() refuses more than 4300 digits; such values come from hexadecimal, octal and binary text.
    return str(value) if abs(value) < 10**4300 else hex(value)


def _float(value):
    if value != value:
        return ".nan"
    return {"inf": ".inf", "-inf": "-.inf"}.get(repr(value), repr(value))
