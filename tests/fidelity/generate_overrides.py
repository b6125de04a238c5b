# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Cards whose overrides are odd: each kind is a function that makes one card, or chain of cards, from a random generator."""

import random

from generate_configs import COLLECTIONS, KEYS, SCALARS, SHIPPED, TYPES, VARIABLES, _fields, _registry
from ruamel.yaml import YAML

_HUGE = "9" * 400
_MORE_SCALARS = [
    "-0", "+1", "0o17", "0x1F", "0b101", "017", "1_000", "1__0", ".5", "5.", "-.0", "1e308", "1e309", "-1e309", "+.inf", ".Inf",
    ".NAN", "nan", "inf", "-inf", "infinity", "'infinity'", "'-nan'", "' 1e3 '", "'1e'", "'1_0.5'", "'_1'", "'１２'", "'१.५'",
    "'1\\u2003'", '"\\u20031\\u2003"', '"1\\0"', '"\\ud800"', '"\\ud83d\\ude00"', '"\\U0001F600"', "é", "'e\u0301'", "TRUE", "True",
    "yes", "on", "null", "Null", "'~'", "'null'", "None", "'None'", _HUGE, "-" + _HUGE, "'" + _HUGE + "'", "1" + "0" * 308,
    "0x" + "f" * 300, "9007199254740993", "-9223372036854775809", "18446744073709551616", "2024-01-31 10:20:30", "0001-01-01",
    "2024-01-31T10:20:30.123456-03:30", "!!str 1", "!!str", "!!int '7'", "!!int '0x1f'", "!!float 3", "!!float '.5'", "!!bool yes",
    "!!bool 'False'", "!!null x", "! 5", "! '5'", "! ''", "!!binary ''", "!!timestamp 2024-01-31", "'a/../b'", "'//a'", "'///a'",
    "'./'", "'a/.'", "'~/x'", "\"a\\0b\"", "bfloat16", "torch.bool", "torch.", "'torch.float32 '", "qint8", "complex64", "dtype",
    "float8_e4m3fn", "uint64", "meta", "cpu:0", "cpu:-1", "'cuda:'", "'cuda: 1'", "cuda:127", "cuda:128", "cuda:255", "xla", "PRE",
    "'POST '", "post", "stack", "sp", "hg", "tiktoken", "transcription", "layer ", "full_attention",
]  # fmt: skip
_MORE_COLLECTIONS = [
    "[[]]", "[{}]", "[[1, 2], [3, 4]]", "[[1, 2], [3]]", "[[1, 2, 3]]", "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]", "['3', '3']",
    "[3, 3.0, '3']", "[.nan, .nan]", "['nan', nan]", "[0, false]", "[en, de, en]", "[1.5, ~, true]", "['', ' ']", "[~, ~]",
    "[0.9, '0.99']", "[512, 10, 5]", "[[512, 10, 5], [512, 3, 2]]", "[[512, 10, 5.5], ['512', ' 3', true]]", "[[512, 10]]",
    "['512']", "['ab', 'cd']", "[2024-01-31, 2024-01-31T10:20:30Z]", "[!!binary eA==, !!set {a}]", "{a: {b: {c: {d: e}}}}",
    "{true: 1}", "{1: a, '1': b}", "{1.0: a}", "{2024-01-31: a}", "{[]: a}", "{[a, [b]]: c}", "{.nan: 1}", "{'a.b': 1}", "{'': 1}",
    "{' a': 1}", "{_del_: []}", "{_set_: {}}", "{_del_: ~, _set_: ~}", "{!!binary eA==: 1}", "!!set {1}", "!!set {~}", "!!set {[1, 2]}",
    "!!set {true, x}", "!!omap []", "!!omap [x: 1, y: ~]", "!!omap [1: 2]", "!!pairs []", "!!pairs [x: 1, x: 2]",
    "[!!pairs [a: b], !!omap []]", "!!seq [1]", "!!map {x: 1}""[1, [2, [3, [4, [5]]]]]", "{x: {y: 1}}", "{x: [1]}",
]  # fmt: skip
VALUES = SCALARS + _MORE_SCALARS + COLLECTIONS + _MORE_COLLECTIONS
ENV_TEXTS = [
    "${env:A}", "${env:B}", "${env:GONE}", "${env:GONE:}", "${env:GONE:7}", "${env:B:7}", "${env:A:${env:B}}", "${env:GONE:${env:A}}",
    "${env:GONE:a:b}", "${env:GONE:{x}}", "${env:GONE: x }", "${env: A}", "${env:A }", "${env:1A}", "${env:A-B}", "${env:A.B}",
    "${env:é}", "${env:Aé}", "${env:}", "${env::x}", "${env}", "${env:A", "$env:A}", "${ENV:A}", "$${env:A}", "\\${env:A}", "${{env:A}}",
    "${env:A}}", "{${env:A}}", "${env:A}${env:B}${env:D}", "x${env:GONE}y", "${env:GONE:\n}", "${env:GONE:a\nb}", "${env:\nA}",
    "${env:A\n}", "${dir}", "${env:D}", "${env:D2}", "${env:D3}", "${env:E}", "${env:F}", "${env:Z}", "${env:PATH_1}/x", "${env:_}",
    "${env:a}", "${env:GONE:$}", "${env:GONE:\\}}", "${env:GONE:\u2028}", "${env:GONE:\U0001F600}", "${oc.env:A}", "${env:A}.5",
    "-${env:A}", "0x${env:A}", "${env:T}", "torch.${env:T}", "cuda:${env:ONE}", "${env:${env:N}}", "${env:GONE:true}",
]  # fmt: skip
ENV_VARIABLES = VARIABLES | {
    "D2": "${env:D}", "D3": "a${env:D2}b${env:GONE:${env:A}}", "Z": "a\\xffb\\xff\\xff", "_": "under", "a": "small", "T": "float16",
    "ONE": "1", "N": "A",
}  # fmt: skip
KEYS_OF_MAPPINGS = [
    "no_such", "1", "1.0", "1.5", "~", "null", "true", "false", "''", "' '", "'a.b'", "a.b", "'a b'", "é", "'_del_ '", "_add_", "_DEL_",
    "2024-01-31", "2024-01-31T10:20:30Z", "[1, 2]", "[]", "[a, [b]]", ".nan", ".inf", "-1", "1e3", "'1'", "'true'", "!!str 1", "!!int '1'",
    "!!binary eA==", "'${env:A}'", "'<<'", "'='", "__class__", "self", "'x\\ny'", '"a\\nb"', '"\\ud800"', _HUGE[:30], "name", "validate",
]  # fmt: skip


class _World:
    """The families with a config class, and what their fields are."""

    def __init__(self):
        self.families = []
        for path in (SHIPPED, TYPES):
            snapshot, archs = _registry(path)
            for family in snapshot["families"]:
                if family["config_class"]:
                    family["fields"] = list(_fields(snapshot, family["config_class"]))
                    family["archs"] = archs.get(family["config_class"], []) if family["kind"] == "model" else []
                    family["shipped"] = path == SHIPPED
                    self.families.append(family)
        self.named = {(family["kind"], family["name"]): family for family in self.families}

    def random_family(self, rng):
        chance = rng.random()
        if chance < 0.25:
            return self.named["model", "types"]
        pool = [f for f in self.families if f["shipped"] == (chance < 0.85) and f["fields"]]
        return rng.choice([f for f in pool if f["kind"] == "model" or rng.random() < 0.4] or pool)


_world = None


def world():
    global _world
    _world = _world or _World()
    return _world


def _fitting(rng, tree):
    """A text that mostly fits a type, in one of its spellings."""
    kind, args = tree["kind"], tree.get("args", [])
    if kind == "union":
        return _fitting(rng, rng.choice(args))
    if kind in ("literal", "enum"):
        return rng.choice([str(v) for v in tree["values"]]) if tree.get("values") else "x"
    if kind in ("list", "set") or (kind == "tuple" and tree.get("variadic")):
        return "[" + ", ".join(_fitting(rng, args[0]) for _ in range(rng.randint(0, 3))) + "]" if args else "[]"
    if kind == "tuple":
        return "[" + ", ".join(_fitting(rng, arg) for arg in args) + "]"
    if kind == "dict":
        return "{" + ", ".join(f"{_fitting(rng, args[0])}: {_fitting(rng, args[1])}" for _ in range(rng.randint(0, 1))) + "}" if args else "{}"
    of = {
        "int": ["0", "3", "-7", "'12'", "1.9", "true", "2_0", "' 4 '", "0x10", "123456789012345678901", "-0.0", "1e3"],
        "float": ["0", "0.5", "-1e3", "'1.5'", "true", "' .5'", ".inf", "'nan'", "1e400", "12345678901234567890", "'1_0.5'"],
        "bool": ["true", "false", "True", "FALSE", "!!bool yes"],
        "str": ["x", "'1'", "''", "é", '"a\\nb"', "yes", "!!str 5", "2024-1-1"],
        "none": ["~", "null"],
        "path": ["a/b", "/", "'a//b'", "~", "'.'"],
        "dtype": ["float16", "torch.half", "double", "bool"],
        "device": ["cpu", "cuda:1", "meta", "cuda"],
        "object": ["~", "1", "[x]", "{a: b}"],
        "dataclass": ["{}"],
    }  # fmt: skip
    return rng.choice(of.get(kind, VALUES))


def _value(rng, tree=None):
    chance = rng.random()
    if tree and chance < 0.6:
        return _fitting(rng, tree)
    if chance < 0.65:
        return _quoted(rng.choice(ENV_TEXTS))
    return rng.choice(VALUES)


def _quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


class _Node(list):
    """A mapping as pairs of texts: keys may repeat."""


def _put(node, path, value):
    for name in path[:-1]:
        below = next((v for k, v in node if k == name and isinstance(v, _Node)), None)
        if below is None:
            below = _Node()
            node.append((name, below))
        node = below
    if all(k != path[-1] for k, _ in node):
        node.append((path[-1], value))


def _nodes(node):
    yield node
    for _, below in list(node):
        if isinstance(below, _Node):
            yield from _nodes(below)


def _flow(node):
    if not isinstance(node, _Node):
        return node
    return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in node) + "}"


def _block(node, indent, rng):
    """In block style where it can be, so that faults stand on lines of their own."""
    lines = []
    for key, value in node:
        explicit = key[:1] in "[{" or len(key) > 100
        start = f"{indent}? {key}\n{indent}:" if explicit else f"{indent}{key}:"
        if isinstance(value, _Node) and value and rng.random() < 0.85:
            lines.append(f"{start}\n{_block(value, indent + rng.choice(['  ', ' ', '    ']), rng)}")
        else:
            lines.append(f"{start} {_flow(value)}\n")
    return "".join(lines)


def _overrides(rng, family, count=None, tree_of=None):
    node = _Node()
    fields = family["fields"]
    for path, tree in rng.sample(fields, min(len(fields), count or rng.randint(1, 4))):
        _put(node, path, (tree_of or _value)(rng, tree))
    return node


def _config(rng, key, node):
    if isinstance(node, _Node) and node and rng.random() < 0.6:
        return f"{key}:\n{_block(node, '  ', rng)}"
    return f"{key}: {_flow(node)}\n"


def _arch(rng, family):
    if family["archs"] and (rng.random() < 0.8 or "default" not in family):
        return rng.choice(family["archs"])
    return None


def _head(rng, family, name="m"):
    lines = f"name: {name}\n{family['kind']}_family: {family['name']}\n"
    arch = _arch(rng, family)
    return lines + (f"model_arch: {arch}\n" if arch else "")


def _key(rng, family):
    return rng.choice(KEYS).replace("model", family["kind"])


def _case(family, cards):
    case = {"cards": "---\n".join(cards) if isinstance(cards, list) else cards}
    if family["kind"] != "model":
        case["kind"] = family["kind"]
    used = {name: value for name, value in ENV_VARIABLES.items() if "${env:" + name in case["cards"]}
    if "${env:" in case["cards"]:
        case["variables"] = used | {name: ENV_VARIABLES[name] for name in "AD"}
        if "D3" in used:
            case["variables"]["D2"] = ENV_VARIABLES["D2"]
    return case


def values_case(rng):
    """A few fields of one card, each with any value."""
    family = world().random_family(rng)
    return _case(family, _head(rng, family) + _config(rng, _key(rng, family), _overrides(rng, family)))


def arch_case(rng):
    """Of every architecture: fields with values that mostly fit."""
    family = rng.choice([f for f in world().families if f["shipped"]])
    node = _overrides(rng, family, rng.randint(1, 6), _fitting)
    return _case(family, _head(rng, family) + _config(rng, _key(rng, family), node))


def _directive(rng, family, node):
    names = [p[-1] for p, _ in family["fields"]][:40] + ["gone", "x", "_del_", "_set_"]
    chance = rng.random() if rng.random() < 0.6 else 0.75
    if chance < 0.35:
        value = rng.choice([
            "[]", "~", "x", "{}", "[1]", "[~]", "[[a]]", "!!set {a}", "!!pairs [a: 1]", "!!omap [a: 1]", "[x, 1]", "false", "''", "['']",
            "'${env:A}'", "['${env:N}']", "!!binary eA==", "0",
        ] + [f"[{', '.join(rng.choices(names, k=rng.randint(1, 3)))}]" for _ in range(14)])  # fmt: skip
        node.append(("_del_", value))
    elif chance < 0.75:
        below = _Node()
        for _ in range(rng.randint(0, 3)):
            field, tree = rng.choice(family["fields"])
            key = field[-1] if rng.random() < 0.8 else rng.choice(KEYS_OF_MAPPINGS)
            if all(key != k for k, _ in below):
                below.append((key, _value(rng, tree)))
        odd = ["~", "[]", "x", "[a]", "!!set {a}", "!!omap [x: 1]", "!!omap [1: 1]", "!!pairs [x: 1]", "0", "''", "false", "{1: 2, x: 3}"]
        node.append(("_set_", below if rng.random() < 0.7 else rng.choice(odd)))
        if rng.random() < 0.2:
            below.append(rng.choice([("_del_", "[x]"), ("_set_", "{x: 1}"), ("_del_", "x"), ("_set_", "x")]))
    elif chance < 0.85:
        (field, tree), (gone, _) = rng.choice(family["fields"]), rng.choice(family["fields"])
        node.append(("_del_", f"[{gone[-1]}, {rng.choice(names)}]"))
        node.append(("_set_", _Node([(field[-1], _fitting(rng, tree))])))
    elif chance < 0.92:
        node.append((rng.choice(["_add_", "_DEL_", "_set", "del_", "'_del_ '", "_merge_", "__set__"]), rng.choice(["[x]", "{x: 1}", "~"])))
    else:
        node.append((rng.choice(KEYS_OF_MAPPINGS), rng.choice(["{_del_: [x]}", "[{_del_: [x]}]", "[{_set_: {x: 1}}]", "{_set_: {x: 1}}"])))


def directives_case(rng):
    """`_del_` and `_set_` at any depth, of any type, together, in lists and in one another."""
    family = world().random_family(rng)
    cards, names = [], ["m", "b"][: rng.choice([1, 1, 2])]
    key = _key(rng, family)
    for number, name in enumerate(names):
        node = _overrides(rng, family, None, rng.choice([_fitting, _value]))
        for _ in range(rng.randint(1, 2)):
            below = rng.choice(list(_nodes(node)))
            if all(k not in ("_del_", "_set_") for k, _ in below):
                _directive(rng, family, below)
            rng.shuffle(below)
        head = f"name: {name}\nbase: {names[number + 1]}\n" if number + 1 < len(names) else _head(rng, family, name)
        cards.append(head + _config(rng, key, node))
    return _case(family, cards)


def variables_case(rng):
    """`${env:…}` everywhere."""
    family = world().random_family(rng)
    cards, names = [], ["m", "b", "c"][: rng.choice([1, 1, 2, 3])]
    key = _key(rng, family)

    def value(rng, tree):
        text = _quoted(rng.choice(ENV_TEXTS))
        chance = rng.random()
        if chance < 0.7:
            return text
        return f"[{text}, {rng.choice(VALUES[:40])}]" if chance < 0.85 else f"{{{_quoted(rng.choice(ENV_TEXTS))}: {text}}}"

    for number, name in enumerate(names):
        node = _overrides(rng, family, rng.randint(1, 2), value)
        head = f"name: {name}\nbase: {names[number + 1]}\n" if number + 1 < len(names) else _head(rng, family, name)
        cards.append(head + _config(rng, key, node))
    return _case(family, cards)


def keys_case(rng):
    """Keys that are no fields, or no texts."""
    family = world().random_family(rng)
    node = _overrides(rng, family, rng.randint(0, 2) or 1)
    for _ in range(rng.randint(1, 3)):
        below = rng.choice(list(_nodes(node)))
        key = rng.choice(KEYS_OF_MAPPINGS)
        if all(key != k for k, _ in below):
            value = _value(rng) if rng.random() < 0.6 else rng.choice(["{_del_: x}", "{_set_: 1}", "{x: {_del_: [1]}}", "{1: {_set_: x}}"])
            below.insert(rng.randint(0, len(below)), (key, value))
    return _case(family, _head(rng, family) + _config(rng, _key(rng, family), node))


def chain_case(rng):
    """A chain of three to five cards with environment cards, architectures and families that change on the way."""
    family = world().random_family(rng)
    kind = family["kind"]
    names = ["m", "b", "c", "d", "e"][: rng.randint(3, 5)]
    key = _key(rng, family)
    pool = dict(family, fields=rng.sample(family["fields"], min(3, len(family["fields"]))))
    calm = _fitting if rng.random() < 0.7 else _value
    cards = []
    for number, name in enumerate(names):
        last = number + 1 == len(names)
        for env in ("", "@user", "@other"):
            if env and rng.random() > 0.15:
                continue
            lines = f"name: {name}{env}\n"
            if not last and (not env or rng.random() < 0.3):
                lines += f"base: {rng.choice(names[number + 1:] if env else names[number + 1:number + 2])}\n"
            if last and not env:
                lines += _head(rng, family, name).partition("\n")[2]
            elif rng.random() < 0.12:
                lines += f"model_arch: {rng.choice(family['archs'] + ['no_such', '~', '5', '[a]'])}\n"
            elif rng.random() < 0.06:
                other = rng.choice([f for f in world().families if f["kind"] == kind])
                lines += f"{kind}_family: {other['name']}\n"
                if rng.random() < 0.5 and other["archs"]:
                    lines += f"model_arch: {rng.choice(other['archs'])}\n"
            seen = {line.partition(":")[0] for line in lines.splitlines()}
            if rng.random() < 0.75:
                node = _overrides(rng, pool, rng.randint(1, 3), calm)
                if rng.random() < 0.25:
                    _directive(rng, pool, rng.choice(list(_nodes(node))))
                if key not in seen:
                    lines += _config(rng, key, node)
            if rng.random() < 0.08:
                other = _key(rng, family)
                if other not in seen and other + ":" not in lines.replace(key + ":", "" if other != key else key + ":"):
                    lines += f"{other}: {rng.choice(['{}', '~', 'x', '{no_such: 1}', '[]', '0'])}\n"
            cards.append(lines)
    rng.shuffle(cards)
    case = _case(family, cards)
    case["ask"] = rng.choice(["m", "m", "m", "m@", "m@other", "b"])
    return case


def trio_case(rng):
    """The three keys at once, on one card or along a chain."""
    family = world().random_family(rng)
    cards, names = [], ["m", "b"][: rng.choice([1, 2])]
    for number, name in enumerate(names):
        lines = f"name: {name}\nbase: {names[number + 1]}\n" if number + 1 < len(names) else _head(rng, family, name)
        keys = [key.replace("model", family["kind"]) for key in KEYS]
        for key in rng.sample(keys, rng.randint(1, 3)):
            odd = rng.choice(["~", "{}", "x", "[]", "0", "false", "''", "[1]", "!!set {a}", "!!omap []", ".nan", "2024-01-31"])
            lines += _config(rng, key, _overrides(rng, family, 1)) if rng.random() < 0.55 else f"{key}: {odd}\n"
        cards.append(lines)
    return _case(family, cards)


def anchors_case(rng):
    """Anchors, aliases and merge keys within a config and from other fields of the card."""
    family = world().random_family(rng)
    fields = family["fields"]
    tops = [(p, t) for p, t in fields if len(p) == 1]
    (one, tree), (other, _) = rng.choice(tops), rng.choice(tops)
    nested = [p[0] for p, _ in fields if len(p) > 1]
    value, within = _value(rng, tree), _flow(_overrides(rng, family, 1))
    key, head = _key(rng, family), _head(rng, family)
    below = rng.choice(nested) if nested else other[0]
    texts = [
        f"x: &a {value}\n{key}: {{{one[0]}: *a}}\n",
        f"x: &a {within}\n{key}: *a\n",
        f"x: &a {within}\n{key}: {{<<: *a, {one[0]}: {value}}}\n",
        f"x: &a {within}\n{key}:\n  {one[0]}: {value}\n  <<: *a\n",
        f"x: [&a {within}, &b {{{other[0]}: {value}}}]\n{key}:\n  <<: [*a, *b]\n",
        f"x: [&a {within}, &b {{{other[0]}: {value}}}]\n{key}:\n  <<: [*b, *a]\n  no_such: 1\n",
        f"{key}:\n  {one[0]}: &a {value}\n  {other[0] if other != one else 'zz'}: *a\n",
        f"{key}:\n  {below}: {{<<: {{x: 1, _del_: [x]}}}}\n",
        f"{key}: &a\n  {below}: *a\n",
        f"{key}: &a\n  {one[0]}: [*a]\n",
        f"{key}: &a\n  {one[0]}: {value}\n  _set_: *a\n",
        f"{key}:\n  {below}: &a\n    {one[-1]}: *a\n  {'zz'}: 1\n",
        f"{key}: {{<<: {{{one[0]}: {value}}}, _set_: {{<<: {{{other[0]}: 1}}}}}}\n",
        f"x: &a [{value}, {value}]\n{key}: {{{one[0]}: *a, _del_: *a}}\n",
        f"x: &a x\n{key}: {{*a : 1, {one[0]}: *a}}\n",
        f"{key}:\n  {one[0]}: {value}\n  {one[0]}: {value}\n",
        f"{key}:\n  <<: {{y: 2}}\n  {one[0]}: {value}\n  {one[0]}: 3\n",
        f"{key}: !!omap [{one[0]}: {value}, {other[0]}: 1]\n",
        f"{key}: !!pairs [{one[0]}: {value}]\n",
        f"{key}: !!set {{{one[0]}}}\n",
        f"{key}: !!map {{{one[0]}: {value}}}\n",
        f"{key}: {{{one[0]}: !!map {{}}, {below}: !!omap []}}\n",
    ]
    return _case(family, head + rng.choice(texts))


def tops_case(rng):
    """A config that is no mapping."""
    family = world().random_family(rng)
    value = rng.choice(VALUES)
    case = _head(rng, family) + f"{_key(rng, family)}: {value}\n"
    if rng.random() < 0.3:
        case = f"name: m\nbase: b\n{_key(rng, family)}: {rng.choice(VALUES)}\n---\n" + case.replace("name: m", "name: b")
    return _case(family, case)


def validated_case(rng):
    """What is checked after all is structured: of several configs in one, with several errors at once."""
    kinds = world().named
    name = rng.choice(["wav2vec2", "wav2vec2_asr", "w2vbert", "w2vbert", "validated"])
    numbers = ["0", "1", "-1", "12", "13", "16", "64", "768", "1024", "'16'", "2.5", "true"]
    node = _Node()
    if name == "validated":
        _put(node, ("a",), rng.choice(numbers))
    else:
        family = kinds["model", name]
        fields = [(p, t) for p, t in family["fields"] if t["kind"] == "int" or t["kind"] == "bool" or "layer" in p[-1]]
        for path, tree in rng.sample(fields, rng.randint(1, 5)):
            _put(node, path, rng.choice(numbers) if tree["kind"] == "int" else _fitting(rng, tree))
        for path, tree in fields:
            if path[-1] in ("model_dim", "num_encoder_attn_heads", "num_target_codebooks", "use_fbank") and rng.random() < 0.4:
                _put(node, path, rng.choice(numbers) if tree["kind"] == "int" else rng.choice(["true", "false"]))
    family = kinds["model", name]
    return _case(family, _head(rng, family) + _config(rng, _key(rng, family), node))


def depth_case(rng):
    """Very deep and very wide ones."""
    family = world().random_family(rng)
    tops = [p[0] for p, _ in family["fields"] if len(p) == 1]
    key, top = _key(rng, family), rng.choice(tops)
    depth = rng.choice([5, 20, 60, 140])
    wide = rng.choice([10, 30, 250])
    texts = [
        f"{key}: {{{top}: {'[' * depth}1{']' * depth}}}\n",
        f"{key}: {{{top}: {'{x: ' * depth}1{'}' * depth}}}\n",
        f"{key}: {'{' + top + ': '}{'{_set_: ' * depth}1{'}' * depth}}}\n",
        f"{key}: {'{_set_: ' * depth}{{}}{'}' * depth}\n",
        f"{key}: {{{', '.join(f'k{i}: {i}' for i in range(wide))}}}\n",
        f"{key}: {{{top}: [{', '.join(str(i) for i in range(wide))}]}}\n",
        f"{key}: {{{top}: [{', '.join('x%d' % (i % 7) for i in range(wide))}]}}\n",
        f"{key}: {{{top}: {{{', '.join(f'k{i}: {i}' for i in range(wide))}}}}}\n",
        f"{key}: {{_del_: [{', '.join(f'k{i}' for i in range(wide))}], {top}: 1}}\n",
        f"{key}: {{{top}: {'x' * wide}}}\n",
    ]  # fmt: skip
    return _case(family, _head(rng, family) + rng.choice(texts))


def override_cases(seed, count):
    """Of every kind `count` cards that ruamel reads."""
    for name, make in KINDS.items():
        rng = random.Random(f"{seed} {name}")
        seen = set()
        while len(seen) < count:
            case = make(rng)
            if case["cards"] not in seen and _is_read(case["cards"]):
                seen.add(case["cards"])
                yield case


def _is_read(cards):
    try:
        return bool(list(YAML(typ="safe", pure=True).load_all(cards)))
    except Exception:
        return False


KINDS = {
    "values": values_case,
    "archs": arch_case,
    "directives": directives_case,
    "variables": variables_case,
    "keys": keys_case,
    "chains": chain_case,
    "trio": trio_case,
    "anchors": anchors_case,
    "tops": tops_case,
    "validated": validated_case,
    "depth": depth_case,
}
