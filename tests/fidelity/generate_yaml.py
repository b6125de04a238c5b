# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Random YAML texts: written by a grammar, and cards with small damages."""

HOSTILE = list(":-?#&*!|>'\"%@`[]{},=<~./\\ \t\n\r") + ["\u0085", "\u2028", "\ufeff", "\u00e9", "\U0001f600", "\x07"]

TOKENS = [
    ": ", " #", "- ", "? ", "---\n", "...\n", "\n---\n", "<<: ", "&x ", "*x", "!!str ", "!!int ", "!!set ", "! ", "|\n",
    ">-\n", "|2\n", "{", "}", "[", "]", ", ", "''", "\"\"", "\\n", "\\x41", "\\u00e9", "%YAML 1.1\n", "%TAG !e! x\n",
    "~", "null", "true", "yes", "0o17", "017", "1_000", "1e5", ".inf", "2024-01-01", "2024-13-01", "1:30", "name: m\n",
    "# c\n", "\n\n", "\r\n", "  ", "\t", "=", "<<", "!!omap ", "!!binary ", "!!pairs ", "!!float ", "!!timestamp ",
]  # fmt: skip

CARDS = [
    "name: llama3_8b\nbase: llama3\nmodel_arch: llama3_8b\ncheckpoint: \"hg://meta/Llama-3-8B\"\n",
    "name: m@user\nmodel_config:\n  dropout_p: 0.1\n  layers: [1, 2, 3]\n",
    "name: a\ntokenizer: \"https://x.org/t.model\"\n---\nname: b\nbase: a\n",
    "name: wav2vec2\nmodel_family: wav2vec2\nmodel_config_overrides: {encoder_config: {dims: 512, norm: post}}\n",
    "# a card\n\nname: c  # the name\nurl: http://x.org/#frag\nrestrict: false\n",
    "name: d\ndescription: |\n  two\n  lines\n\nnote: >-\n  folded\n  text\n",
    "name: e\ndefaults: &d\n  lr: 1e-5\n  betas: [0.9, 0.98]\nfine:\n  <<: *d\n  lr: 0.5\n",
    "---\nname: f\n...\n---\nname: g\n",
    "%YAML 1.2\n---\nname: h\nopt: ~\n",
    "- name: i\n  size: 0x1F\n- name: j\n  date: 2024-01-01\n",
    "name: 'it''s'\ntext: \"tab\\t, quote \\\" and \\u00e9\"\n",
    "? complex\n: - a\n  - b: c\n    d: e\n? [x, y]\n: z\n",
    "set: !!set {a, b}\nmap: !!omap [a: 1, b: 2]\nbin: !!binary aGVsbG8=\n",
    "long: a plain text\n  that goes on\n\n  and on\nnext: 'quoted\n  too'\n",
    "a: {b: [c, {d: e}], f: \"g\"}\nh: [i: j, k]\n",
    "%YAML 1.1\n---\nname: k\nyes: no\nage: 1:30\noct: 017\n",
    "numbers: [1, -2, 3.5, .nan, -.inf, 1_000, 0o17, 0b11, +12e03]\n",
    "when: 2024-01-01T10:00:00.5+02:00\nday: 2024-12-31\n",
    "x: &x [1, 2]\ny: *x\nz: {<<: {a: b}, c: *x}\n",
    "a:\n- b\n-  - c\n   - d\n-\n  e: f\n",
]


def random_text(rng):
    kind = rng.random()
    if kind < 0.45:
        return _damaged(rng, rng.choice(CARDS))
    if kind < 0.55:
        return _damaged(rng, rng.choice(CARDS) + rng.choice(["", "---\n", "\n", "...\n"]) + rng.choice(CARDS))
    if kind < 0.62:
        return "".join(rng.choice(HOSTILE + ["a", "b", "1"]) for _ in range(rng.randint(1, 10)))
    if kind < 0.7:
        return "".join(rng.choice(TOKENS + ["a", "b: ", "\n", " "]) for _ in range(rng.randint(2, 8)))
    text = _Writer(rng).stream()
    return text if kind < 0.92 else _damaged(rng, text)


def _damaged(rng, text):
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        text = rng.choice(_DAMAGES)(rng, text)
    return text


def _at(rng, text):
    return rng.randint(0, len(text))


def _insert_character(rng, text):
    at = _at(rng, text)
    return text[:at] + rng.choice(HOSTILE) + text[at:]


def _insert_token(rng, text):
    at = _at(rng, text)
    return text[:at] + rng.choice(TOKENS) + text[at:]


def _delete(rng, text):
    at = _at(rng, text)
    return text[:at] + text[at + rng.choice([1, 1, 1, 2, 3, 8]) :]


def _cut(rng, text):
    return text[: _at(rng, text)]


def _swap(rng, text):
    at = _at(rng, text)
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _double(rng, text):
    at = _at(rng, text)
    piece = text[at : at + rng.choice([1, 2, 5, 12])]
    return text[:at] + piece + text[at:]


def _indent(rng, text):
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    lines[at] = rng.choice([" ", "  ", "    ", "\t", ""]) + (lines[at].lstrip(" ") if rng.random() < 0.4 else lines[at])
    return "\n".join(lines)


def _move_line(rng, text):
    lines = text.split("\n")
    line = lines.pop(rng.randrange(len(lines)))
    lines.insert(rng.randint(0, len(lines)), line)
    return "\n".join(lines)


def _other_breaks(rng, text):
    return text.replace("\n", rng.choice(["\r\n", "\r", "\u0085", "\u2028"]), rng.choice([1, 2, -1]))


_DAMAGES = [
    _insert_character, _insert_character, _insert_token, _insert_token, _delete, _delete, _cut, _swap, _double, _indent,
    _indent, _move_line, _other_breaks,
]  # fmt: skip


class _Writer:
    """Texts that are mostly right, with unusual layout."""

    PLAIN = [
        "a", "b", "c d", "e-f", "g:h", "i#j", "k?", "-l", "true", "no", "~", "null", "1", "-7", "0x1F", "017", "0o7", "1_0",
        "1.5", "1e5", ".5", ".inf", ".nan", "2024-01-01", "2024-01-01T10:00:00Z", "1:30", "x.y/z", "<", "\u00e9",
        "http://x", "%", "a%b", "a!b", "a'b", 'a"b', "a,b", "a[b", "=a", "..", "- a", "<<", "=", "2024-13-01",
    ]  # fmt: skip

    def __init__(self, rng):
        self._rng = rng
        self._anchors = []
        self._made = 0

    def stream(self):
        rng = self._rng
        out = ""
        for number in range(rng.choice([1, 1, 1, 2, 3])):
            self._anchors = []
            if number or rng.random() < 0.2:
                out += rng.choice(["---\n", "---\n", "--- # c\n", "...\n---\n", "---  \n"])
            out += self._block(0, rng.randint(1, 3))
            if rng.random() < 0.1:
                out += rng.choice(["# end\n", "...\n", "\n"])
        return out

    def _chance(self, part):
        return self._rng.random() < part

    def _block(self, indent, depth):
        rng = self._rng
        if depth == 0 or self._chance(0.05):
            return " " * indent + self._inline(1) + "\n"
        pad = " " * indent
        out = ""
        mapping = self._chance(0.65)
        for _ in range(rng.randint(1, 3)):
            if self._chance(0.08):
                out += rng.choice(["\n", pad + "# c\n", "  # c\n", "\n\n"])
            if mapping:
                out += pad + self._key() + rng.choice([":", ":", ":", " :", ":  "])
            else:
                out += pad + "-"
            out += self._value(indent, depth, mapping)
        return out

    def _value(self, indent, depth, mapping):
        rng = self._rng
        kind = rng.random()
        if kind < 0.4:
            return " " + self._properties() + self._inline(2) + rng.choice(["", "", " ", " # c"]) + "\n"
        if kind < 0.5:
            head = rng.choice(["|", ">", "|-", ">-", "|+", ">+"])
            inner = " " * (indent + rng.randint(1, 3))
            lines = [rng.choice(["x", "  y", "", "# z", "- w", "a: b", "x ", "\tv"]) for _ in range(rng.randint(1, 4))]
            return f" {head}\n" + "".join(inner + line + "\n" if line else "\n" for line in lines)
        if kind < 0.55:
            return "\n"
        if kind < 0.62:
            inner = " " * (indent + rng.randint(1, 3))
            return f" {rng.choice(['a', 'b c', 'x'])}\n{inner}{rng.choice(['d', 'e f', '# g', 'h: i'])}\n"
        deeper = indent + (rng.choice([0, 2, 2]) if mapping and self._chance(0.3) else rng.randint(1, 3))
        if not mapping and self._chance(0.5):
            block = self._block(indent + 2, depth - 1)
            return " " + block[indent + 2 :] if block[: indent + 2].strip(" ") == "" else "\n" + block
        return " " + self._properties().rstrip() + "\n" + self._block(deeper, depth - 1)

    def _properties(self):
        rng = self._rng
        if self._chance(0.1):
            self._made += 1
            anchor = f"a{self._made % 4}"
            self._anchors.append(anchor)
            return f"&{anchor} "
        if self._chance(0.06):
            return rng.choice(["!!str ", "!!int ", "!!float ", "!!seq ", "!!map ", "!!set ", "!!omap ", "!!pairs ", "! "])
        return ""

    def _key(self):
        rng = self._rng
        if self._chance(0.05):
            return "<<"
        if self._chance(0.05):
            return rng.choice(["[a, b]", "{a: b}", "!!str 1", "? a\n", "&k x", "*a1 "])
        text = rng.choice(self.PLAIN[:34]) if self._chance(0.5) else f"k{rng.randint(0, 9)}"
        return self._quoted(text) if self._chance(0.15) else text

    def _quoted(self, text):
        if self._chance(0.5):
            return "'" + text.replace("'", "''") + "'"
        escapes = ["\\n", "\\t", "\\x41", "\\u00e9", "\\\\", '\\"', "\\/", "\\_", " ", "\\U0001F600", "\\q", "\\ud83d"]
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + (self._rng.choice(escapes) if self._chance(0.4) else "") + '"'

    def _inline(self, depth):
        rng = self._rng
        kind = rng.random()
        if self._anchors and kind < 0.12:
            return "*" + rng.choice(self._anchors)
        if depth and kind < 0.24:
            items = [self._properties() + self._inline(depth - 1) for _ in range(rng.randint(0, 3))]
            return "[" + rng.choice([", ", ",", " , ", ",\n   "]).join(items) + rng.choice(["", "", ",", " "]) + "]"
        if depth and kind < 0.36:
            items = [self._key() + rng.choice([": ", ": ", ":", " : "]) + self._inline(depth - 1) for _ in range(rng.randint(0, 3))]
            return "{" + rng.choice([", ", ", ", ",\n   "]).join(items) + rng.choice(["", "", ",", " "]) + "}"
        text = rng.choice(self.PLAIN)
        return self._quoted(text) if self._chance(0.2) else text
