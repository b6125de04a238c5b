# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Asks the real fairseq2 whether a recording is true of it, by other ways than the probe's.

    python ask_fairseq2.py RECORDING

Prints the number of questions, then each statement of the recording that fairseq2 denies.
"""
import importlib
import json
import os
import sys
import typing
from pathlib import Path

import fairseq2
from fairseq2.assets import AssetDownloadManager, AssetStore
from fairseq2.composition import lib
from fairseq2.data.tokenizers import TokenizerFamily
from fairseq2.datasets import DatasetFamily
from fairseq2.models import ModelFamily
from fairseq2.utils.structured import ValueConverter

KINDS = {"model": ModelFamily, "dataset": DatasetFamily, "tokenizer": TokenizerFamily}

questions = 0


def check(true, statement):
    global questions
    questions += 1
    if not true:
        print(statement)


def find_class(name):
    module, _, kls = name.rpartition(".")
    return getattr(importlib.import_module(module), kls)


def source_line(place):
    file = Path(fairseq2.__file__).parent.parent / place["file"]
    return file.read_text(encoding="utf-8").split("\n")[place["line"] - 1]


def check_family(container, converter, family):
    title = f"{family['kind']} family {family['name']}"
    real = container.resolve(KINDS[family["kind"]], key=family["name"])
    config_kls = find_class(family["config_class"]) if family["config_class"] else type(None)

    check(find_class(family["class"]) is real.kls, f"{title}: class")
    check(config_kls is real.config_kls, f"{title}: config class")
    check(f"register_{family['kind']}_family(" in source_line(family), f"{title}: place")
    if family["config_class"]:
        check_default(converter, config_kls, family, title)
    if family["kind"] != "model":
        return

    flags = ["model_parallelism", "compilation", "fsdp", "layerwise_ac", "meta"]
    check([f for f in flags if getattr(real, f"supports_{f}")] == family["capabilities"], f"{title}: capabilities")
    check({a["name"] for a in family["architectures"]} == set(real.get_archs()), f"{title}: architectures")
    for architecture in family["architectures"]:
        title = f"architecture {architecture['name']} of {family['name']}"
        config = real.maybe_get_arch_config(architecture["name"])
        check(converter.structure(architecture["config"], config_kls) == config, f"{title}: config")
        check(same(architecture["config"], converter.unstructure(config)), f"{title}: values of the config")
        check(f'arch("{architecture["name"]}"' in source_line(architecture), f"{title}: place")


def check_default(converter, config_kls, family, title):
    try:
        default = config_kls()
    except TypeError as ex:
        check(family.get("default_error") == {"type": "TypeError", "message": str(ex)}, f"{title}: error of the default")
        return
    check(converter.structure(family["default"], config_kls) == default, f"{title}: default")
    check(same(family["default"], converter.unstructure(default)), f"{title}: values of the default")


def same(recorded, real):
    """Whether two values are the same, types included; recorded sets are sorted, those of fairseq2 in any order."""
    if isinstance(recorded, dict) and isinstance(real, dict):
        return list(recorded) == list(real) and all(same(recorded[k], real[k]) for k in recorded)
    if isinstance(recorded, list) and isinstance(real, list):
        return len(recorded) == len(real) and all(map(same, recorded, real))
    return type(recorded) is type(real) and recorded == real


def words_of(kls):
    """The text of the modules of a class and its bases, whatever its lines."""
    modules = [sys.modules[base.__module__] for base in kls.__mro__ if base is not object]
    return " ".join(word for module in modules for word in Path(module.__file__).read_text(encoding="utf-8").split())


def check_schema(converter, name, schema):
    kls = find_class(name)
    hints = typing.get_type_hints(kls)
    check(source_line(schema).startswith(f"class {kls.__name__}"), f"{name}: place")
    check([f["name"] for f in schema["fields"]] == list(hints), f"{name}: fields")
    check(schema["validates"] == hasattr(kls, "validate"), f"{name}: validates")
    required = {f["name"]: "" for f in schema["fields"] if f["required"]}
    instance = kls(**required)
    for field in schema["fields"]:
        title = f"{name}.{field['name']}"
        hint = hints[field["name"]]
        check(field["tree"]["python"] == str(hint), f"{title}: type")
        if field["doc"]:
            check(" ".join(field["doc"].split()) in words_of(kls), f"{title}: documentation")
        if not field["required"]:
            value = getattr(instance, field["name"])
            check(converter.structure(field["default"], hint) == value, f"{title}: default")
            check(same(field["default"], converter.unstructure(value)), f"{title}: value of the default")


def check_cards(container, recording):
    folder = Path(fairseq2.__file__).parent.parent
    names = []
    for source in recording["sources"]:
        for file in source["files"]:
            title = f"{source['folder']}/{file['path']}"
            text = (folder / source["folder"] / file["path"]).read_bytes()
            check(file["text"].encode("utf-8") == text, f"{title}: text")
            for card in file["cards"]:
                names.append(card["name"])
                line = file["text"].split("\n")[card["line"] - 1]
                check(line == f"name: {card['name'].removesuffix('@')}", f"{title}: line of {card['name']}")
    check(sorted(names) == sorted(container.resolve(AssetStore).asset_names), "cards: names")


def main():
    os.environ.pop("FAIRSEQ2_ASSET_DIR", None)
    os.environ.pop("FAIRSEQ2_USER_ASSET_DIR", None)
    os.environ["XDG_CONFIG_HOME"] = os.devnull  # no asset directory of the user's
    lib._register_extensions = lambda container: None

    recording = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    container = fairseq2.init_fairseq2(no_progress=True)
    converter = container.resolve(ValueConverter)

    check(recording["runtime"]["fairseq2"] == fairseq2.__version__, "runtime: fairseq2")
    for kind, kls in KINDS.items():
        names = [f["name"] for f in recording["families"] if f["kind"] == kind]
        check(names == list(container.iter_keys(kls)), f"{kind} families: names in order of registration")
    for family in recording["families"]:
        check_family(container, converter, family)
    for name, schema in recording["schemas"].items():
        check_schema(converter, name, schema)
    check_cards(container, recording)
    check(recording["schemes"] == sorted(container.resolve(AssetDownloadManager).supported_schemes), "schemes")
    print(f"{questions} questions")


main()
