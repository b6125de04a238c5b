# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Cards with config overrides: of every type with values of every sort, of every architecture, and random chains."""

import dataclasses
import json
from pathlib import Path

import native_classes

FOLDER = Path(__file__).resolve().parent
SHIPPED = FOLDER.parents[1] / "resources" / "fairseq2-0.8.1.json"
TYPES = FOLDER / "registries" / "types.json"

SCALARS = [
    "~", "true", "false", "0", "1", "-7", "12345678901234567890123", "1.0", "1.9", "-2.5e3", "1e400", ".inf", "-.inf", ".nan",
    "'12'", "' 12 '", "'1_0'", "'1__0'", "'+5'", "'\\u0661\\u0662'", "'1.5'", "'1e5'", "' inf '", "'nan'", "'0x10'", "''", "'  '",
    "x", "a", "en", "'true'", "'RED'", "ROUGE", "red", "layer", "'a//b/./c'", "/", "2024-01-31", "2024-01-31T10:20:30Z",
    "2024-01-31T10:20:30.5+02:00", "!!binary MTI=", "!!binary eA==", "!!binary /w==", "'\\u00e9\\u4e2d'", '"a\\nb"', '"it\'s"',
    "float16", "torch.half", "torch.torch.int8", "double", "Tensor", "cuda", "cuda:1", "cuda:01", "CUDA", "cuda:300", "mps:",
    "foo", "foo:1", "'cpu:99999999999'", "' cpu'",
]  # fmt: skip
# Of a set of texts Python has another order in each run: those here have one.
COLLECTIONS = [
    "[]", "[1]", "[1, 2]", "['1', 2.5]", "[1, x]", "[a, b]", "[a, a]", "[1, 1.0]", "[~]", "[true]", "[[1, 2]]", "[[1], [2, x]]",
    "[[[1]]]", "[.inf]", "[1, 2, 3]", "[x, y]", "[p, q]", "[p, z]", "[{x: 1}, {x: 2, y: 3}]", "[{x: 1, z: 2}]", "[{y: 1}]",
    "{}", "{a: 1}", "{a: '2', b: x}", "{1: 2}", "{'1': a, 1: b}", "{~: 1}", "{[1, 2]: x}", "{[1, x]: x}", "{1.5: x}", "{x: 1}",
    "{x: ~}", "{x: '3', y: '0.5'}", "{y: 1}", "{z: 1}", "{z: 1, x: 2, aa: 3}", "{k: {x: 1}}", "{k: {q: 1}}", "{inner: {x: y}}",
    "{inner: {w: 1}, label: 5, other: 1}", "{label: ~, inner: {y: 3}}", "!!set {}", "!!set {b}", "!!set {1, 2}",
    "!!omap [a: 1, b: 2]", "!!omap [x: 1]", "!!pairs [a: 1]", "!!pairs [1: 2, 3: 4]", "[!!binary aGk=]", "[2024-01-31]",
    "{a: [1, {b: .nan}]}", "[{1: 2}, [~, true]]", "[!!set {a}]", "[!!omap [a: b]]",
]  # fmt: skip
VALUES = SCALARS + COLLECTIONS
FOR_FIELDS = ["~", "x", "[]", "{}", "true", "'3'", "2.7", ".inf", "-1", "[1, 2]", "POST", "{zz: 1}", "'0.25'", "7"]
KEYS = ["model_config", "model_config_override", "model_config_overrides"]


def _registry(path):
    snapshot = json.loads(path.read_text(encoding="utf-8"))
    archs = {}
    for family in snapshot["families"]:
        if family["kind"] == "model":
            archs.setdefault(family["config_class"], []).extend(a["name"] for a in family.get("architectures", []))
    return snapshot, archs


def _fields(snapshot, class_name, path=()):
    """The fields of a config class and of those in it: their path and tree."""
    for field in snapshot["schemas"][class_name]["fields"]:
        here = path + (field["name"],)
        yield here, field["tree"]
        for tree in [field["tree"]] + field["tree"].get("args", []):
            if tree["kind"] == "dataclass" and len(path) < 3:
                yield from _fields(snapshot, tree["class"], here)


def _override(path, value):
    text = value
    for name in reversed(path):
        text = "{" + name + ": " + text + "}"
    return text


def _card(family, config, kind="model", arch=None):
    lines = [f"name: m\n{kind}_family: {family}"]
    if arch:
        lines.append(f"model_arch: {arch}")
    if config is not None:
        lines.append(f"{kind}_config: {config}")
    return "\n".join(lines) + "\n"


def type_cases(every=None):
    """Every field of the made classes with values of every sort; `every`: with all of them."""
    snapshot, archs = _registry(TYPES)
    for family in snapshot["families"]:
        if family["config_class"] is None:
            yield {"cards": _card("none", "{a: 1}", "tokenizer"), "kind": "tokenizer"}
            continue
        fields = snapshot["schemas"][family["config_class"]]["fields"]
        if family["kind"] == "tokenizer":
            for config in (None, "{}", "{no_such: 1}", "~"):
                yield {"cards": _card(family["name"], config, "tokenizer"), "kind": "tokenizer"}
            continue
        for arch in [None] + archs.get(family["config_class"], []):
            for config in (None, "{}", "{b: 1, a: 2}", "x", "[1]", "~"):
                yield {"cards": _card(family["name"], config, arch=arch)}
        few = len(fields) < 10
        arch = (archs.get(family["config_class"], []) or [None])[0] if few else None
        thorough = not few or family["name"] == "any_value" or "bare" in family["name"]
        for number, field in enumerate(fields):
            # A third of them for each, so that the file stays small: each value still meets each sort of type.
            named = field["tree"]["kind"] in ("dtype", "device", "literal", "enum")
            values = VALUES if named else VALUES[number % 3 :: 3] if thorough else FOR_FIELDS
            for value in values if every is None else VALUES:
                yield {"cards": _card(family["name"], _override((field["name"],), value), arch=arch)}


def shipped_cases():
    """Every family and architecture as it is, and every field of every config class with a few values."""
    snapshot, archs = _registry(SHIPPED)
    for family in snapshot["families"]:
        kind = {"kind": "tokenizer"} if family["kind"] == "tokenizer" else {}
        class_name = family["config_class"]
        for arch in [None] + (archs[class_name] if not kind else []):
            for config in (None, "{}", "{no_such_field: 1}"):
                yield {"cards": _card(family["name"], config, family["kind"], arch), **kind}
        if class_name is None:
            continue
        arch = None if kind or "default" in family else archs[class_name][0]
        for number, (path, _) in enumerate(_fields(snapshot, class_name)):
            for offset in (0, 5, 9):
                value = FOR_FIELDS[(3 * number + offset) % len(FOR_FIELDS)]
                yield {"cards": _card(family["name"], _override(path, value), family["kind"], arch), **kind}


def native_cases():
    """Every field of the classes that are structs in C++ too, with a third of the values each, and what validates."""
    for config in (None, "{}", "{b: 1, a: 2}", "x", "[1]", "~", "{_del_: [ints, holder]}", "{_set_: {inner: {}}}"):
        yield {"cards": _card("native", config)}
    for number, field in enumerate(dataclasses.fields(native_classes.Native)):
        named = any(word in field.name for word in ("color", "literal"))
        for value in VALUES[::2] if named else VALUES[number % 3 :: 3]:
            yield {"cards": _card("native", _override((field.name,), value))}
    for family, path in (
        ("native_checked", ()),
        ("native", ("checked",)),
        ("native", ("opt_checked",)),
        ("native", ("check_map", "'a\u00e9'")),
        ("native", ("check_map", '"it\'s"')),
    ):
        for config in ("{}", "{low: 6}", "{high: 101}", "{low: 102, high: 101}", "{low: '5', high: 5.5}", "{high: ~}", "{x: 1}"):
            yield {"cards": _card(family, _override(path, config) if path else config)}
    for checks in ("[{}]", "[{low: 6}]", "[{}, {low: 9, high: 8}, {high: 200}]", "[{low: 6}, 1]"):
        yield {"cards": _card("native", "{checks: " + checks + ", checked: {high: 0}, check_map: {b: {low: 7}}}")}


def random_native_case(rng):
    """A chain of two cards with overrides of a few fields of Native."""
    names = [field.name for field in dataclasses.fields(native_classes.Native)]
    pool = [(name,) for name in rng.sample(names, 4)] + [("inner", "x"), ("holder", "inner", "y")]
    upper, lower = (_random_mapping(rng, pool) for _ in range(2))
    key = rng.choice(KEYS)
    cards = f"name: m\nbase: b\n{key}: {upper}\n---\nname: b\nmodel_family: native\n{key}: {lower}\n"
    case = {"cards": cards}
    if "${env:" in cards:
        case["variables"] = {n: v for n, v in VARIABLES.items() if "${env:" + n in cards or n in "AD"}
    return case


VARIABLES = {"A": "12", "B": "", "C": "true", "D": "${env:A}", "E": "x y", "F": "\\xff", "PATH_1": "/data/é"}
TEXTS = [
    "'${env:A}'", "'${env:B}'", "'${env:GONE}'", "'${env:GONE:7}'", "'${env:B:7}'", "'${env:C}'", "'${env:D}'", "'1${env:A}.5'",
    "'${env:A}${env:A}'", "'${env:1A}'", "'${env:A'", "'${env:}'", "'${env:A:${env:A}}'", "'${env:GONE:a:b c}'", "'${ENV:A}'",
    "'$${env:A}'", "'${env:PATH_1}/x'", "'${env:E}'", "'${env:F}'", "'${env:D}${env:GONE:}'", "['${env:A}', 3]",
    "{'${env:A}': '${env:A}'}", "'${env:GONE:0.5}'", '"${env:GONE:a\\nb}"',
]  # fmt: skip


def random_config_case(rng):
    """A chain of one to three cards with overrides that meet."""
    snapshot, archs = _registry(SHIPPED if rng.random() < 0.65 else TYPES)
    families = [f for f in snapshot["families"] if f["kind"] == "model" and f["config_class"]]
    if len(families) < 16 and rng.random() < 0.2:
        families = [f for f in snapshot["families"] if f["kind"] == "tokenizer" and f["config_class"]]
    if rng.random() < 0.5 and any(f["name"] == "types" for f in families):
        families = [f for f in families if f["name"] == "types"]
    family = rng.choice(families)
    kind, class_name = family["kind"], family["config_class"]
    fields = list(_fields(snapshot, class_name))
    pool = [path for path, _ in rng.sample(fields, min(len(fields), 4))] if fields else [("a",)]
    if kind == "model" and archs[class_name] and (rng.random() < 0.8 or "default" not in family):
        arch = rng.choice(archs[class_name])
    else:
        arch = None
    keys = [key.replace("model", kind) for key in KEYS]
    key = rng.choice(keys)
    cards, names = [], ["m", "b", "c"][: rng.choice([1, 2, 2, 3])]
    case = {}
    for number, name in enumerate(names):
        lines = [f"name: {name}"]
        if number + 1 < len(names):
            lines.append(f"base: {names[number + 1]}")
        else:
            lines.append(f"{kind}_family: {family['name']}")
            if arch:
                lines.append(f"model_arch: {arch}")
        if rng.random() < 0.9:
            lines.append(f"{key}: {_random_mapping(rng, pool)}")
        if rng.random() < 0.07:
            lines.append(f"{rng.choice(keys)}: {rng.choice(['{}', '~', 'x', '{no_such: 1}'])}")
        seen = {line.partition(":")[0]: line for line in lines}
        cards.append("\n".join(seen.values()) + "\n")
        if rng.random() < 0.06:
            cards.append(f"name: {name}@user\n{key}: {_random_mapping(rng, pool)}\n")
    case["cards"] = "---\n".join(cards)
    if kind != "model":
        case["kind"] = kind
    if "${env:" in case["cards"]:
        case["variables"] = {n: v for n, v in VARIABLES.items() if "${env:" + n in case["cards"] or n in "AD"}
    return case


def _random_mapping(rng, pool):
    """An override as YAML in flow style, of paths of a pool."""
    tree = {}
    for path in rng.sample(pool, rng.randint(0, min(3, len(pool)))):
        node = tree
        for name in path[:-1]:
            below = node.setdefault(name, {})
            if not isinstance(below, dict):
                break
            node = below
        else:
            node.setdefault(path[-1], rng.choice(FOR_FIELDS if rng.random() < 0.6 else VALUES + TEXTS))
    for node in _mappings(tree):
        chance = rng.random()
        names = [path[-1] for path in pool] + ["gone", "a"]
        if chance < 0.12:
            node["_del_"] = rng.choice([f"[{rng.choice(names)}]", f"[{', '.join(rng.sample(names, 2))}]", "~", "x", "[1]", "{}"])
        elif chance < 0.24:
            node["_set_"] = rng.choice(
                [f"{{{rng.choice(names)}: {rng.choice(FOR_FIELDS)}}}", "{}", "~", "[]", "x", "{1: 2}", "{_del_: [a]}"]
            )
        elif chance < 0.27:
            node[rng.choice(["no_such", "1", "~", "_add_", "'${env:A}'"])] = rng.choice(FOR_FIELDS)
    return _flow(tree)


def _mappings(tree):
    yield tree
    for below in list(tree.values()):
        if isinstance(below, dict):
            yield from _mappings(below)


def _flow(tree):
    if not isinstance(tree, dict):
        return tree
    return "{" + ", ".join(f"{name}: {_flow(below)}" for name, below in tree.items()) + "}"
