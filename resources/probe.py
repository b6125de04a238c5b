# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Brings fairseq2 up in the environment of the interpreter that runs this, and writes down what is registered.

    python probe.py --record > fairseq2-0.8.1.json

--record writes fairseq2's own registrations as they ship: no extensions, none of the user's asset directories, nothing
that depends on the machine. Two runs in two installations of one version give the same bytes.

The result is one JSON object, described in snapshot.schema.json, in UTF-8 on standard output. Whatever else is printed
meanwhile goes to standard error. Nothing need be installed beside fairseq2, and nothing of the installation is touched.
"""
import sys

sys.dont_write_bytecode = True

import argparse
import ast
import dataclasses
import enum
import importlib
import inspect
import json
import os
import types
import typing
from collections import abc
from pathlib import Path

FORMAT = 1

NOTICE = (
    "Recorded from fairseq2, Copyright (c) Meta Platforms, Inc. and affiliates, which is distributed under the MIT "
    "license: https://github.com/facebookresearch/fairseq2/blob/main/LICENSE"
)


def dotted_name(kls):
    return f"{kls.__module__}.{kls.__qualname__}"


def describe_error(ex):
    return {"type": type(ex).__name__, "message": str(ex)}


UNKNOWN_PLACE = {"file": None, "line": 0}


# Places ---------------------------------------------------------------------------------------------------------------


def relative_place(filename):
    """Gives a file below an entry of sys.path as its path from there, any other as it is."""
    file = Path(filename)
    roots = [Path(entry) for entry in sys.path if entry and file.is_relative_to(entry)]
    if not roots:
        return file.as_posix()

    return file.relative_to(max(roots, key=lambda root: len(root.parts))).as_posix()


class Places:
    """The file and line from which each registration was made; see watch_registrations()."""

    def __init__(self):
        self.of_key = {}  # (type, key) -> place
        self.of_collection = {}  # (type, key) -> places in order of registration


def watch_registrations(places):
    """Lets the containers of this process tell each registration's place: the first frame that is no registering
    function of fairseq2 itself."""
    from fairseq2 import composition
    from fairseq2.runtime import config_registry, dependency

    passed_files = {dependency.__file__, config_registry.__file__}
    passed_functions = {
        f.__code__ for name, f in vars(composition).items() if name.startswith("register_") and inspect.isfunction(f)
    }

    def find_place():
        frame = sys._getframe(2)
        while frame.f_code.co_filename in passed_files or frame.f_code in passed_functions:
            frame = frame.f_back
        return {"file": relative_place(frame.f_code.co_filename), "line": frame.f_lineno}

    def watch(container_kls, remember):
        register = container_kls._do_register

        def watched_register(self, kls, key, registration):
            place = find_place()
            register(self, kls, key, registration)
            remember((kls, key), place)

        container_kls._do_register = watched_register

    watch(dependency.DependencyContainer, places.of_key.__setitem__)
    watch(
        dependency.DependencyCollectionContainer,
        lambda key, place: places.of_collection.setdefault(key, []).append(place),
    )


# Values ---------------------------------------------------------------------------------------------------------------


def as_json(value):
    """Turns a config's value into JSON as fairseq2's ValueConverter.unstructure() does, with sets in order, keys that
    are no text as their JSON text, and floats that JSON does not have as YAML writes them."""
    import torch

    if value is None or isinstance(value, (bool, int, str)) and not isinstance(value, enum.Enum):
        if isinstance(value, int) and abs(value) >= 10**300:
            raise OverflowError("The integer is beyond what JSON readers take.")
        return value
    if isinstance(value, float):
        if value != value:
            return ".nan"
        if value in (float("inf"), float("-inf")):
            return ".inf" if value > 0 else "-.inf"
        return value
    if dataclasses.is_dataclass(value):
        return {f.name: as_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, enum.Enum):
        return value.name
    if isinstance(value, abc.Mapping):
        return {k if isinstance(k, str) else json.dumps(as_json(k)): as_json(v) for k, v in value.items()}
    if isinstance(value, (Path, torch.device)):
        return str(value)
    if isinstance(value, torch.dtype):
        return str(value).removeprefix("torch.")
    if isinstance(value, abc.Set):
        return sorted((as_json(e) for e in value), key=lambda e: (type(e).__name__, json.dumps(e)))
    if isinstance(value, (list, tuple)):
        return [as_json(e) for e in value]
    raise TypeError(f"{type(value)} cannot be written as JSON.")


def record_value(output, name, make, converter):
    """Writes what `make` gives to output[name], or why it could not be had to output[name_error]."""
    try:
        value = make()
        converter.unstructure(value)  # fairseq2's own verdict
        output[name] = as_json(value)
    except Exception as ex:
        output[f"{name}_error"] = describe_error(ex)


# Config schemas -------------------------------------------------------------------------------------------------------


def describe_type(hint):
    """Gives the text of a type expression for people, and its tree for a config engine. The kinds are those that
    fairseq2/utils/structured.py tells apart; `python` is the type as Python prints it, as in fairseq2's errors."""
    import torch

    scalars = {
        bool: ("bool", "bool"),
        int: ("int", "int"),
        float: ("float", "float"),
        str: ("str", "str"),
        types.NoneType: ("none", "None"),
        object: ("object", "object"),
        Path: ("path", "Path"),
        torch.dtype: ("dtype", "torch.dtype"),
        torch.device: ("device", "torch.device"),
    }
    containers = {
        list: "list",
        abc.Sequence: "list",
        set: "set",
        abc.Set: "set",
        dict: "dict",
        abc.Mapping: "dict",
        tuple: "tuple",
        typing.Union: "union",
        types.UnionType: "union",
    }

    origin, args = typing.get_origin(hint) or hint, typing.get_args(hint)

    tree = {"kind": "unsupported", "python": str(hint)}
    if origin is typing.Literal:
        tree |= {"kind": "literal", "values": [str(v) for v in args]}
        no_strings = [index for index, v in enumerate(args) if not isinstance(v, str)]
        if no_strings:
            tree["no_strings"] = no_strings
        return " | ".join(tree["values"]), tree
    if isinstance(origin, type) and dataclasses.is_dataclass(origin):
        tree |= {"kind": "dataclass", "class": dotted_name(origin)}
        return origin.__qualname__, tree
    if isinstance(origin, type) and issubclass(origin, enum.Enum):
        tree |= {"kind": "enum", "class": dotted_name(origin), "members": [e.name for e in origin]}
        aliases = {n: e.name or n for n, e in origin.__members__.items() if n not in tree["members"]}
        if aliases:
            tree["aliases"] = aliases
        return " | ".join(tree["members"]), tree
    if origin in scalars:
        tree["kind"], text = scalars[origin]
        return text, tree
    if origin in containers:
        tree["kind"] = containers[origin]
        if tree["kind"] == "tuple" and len(args) == 2 and args[1] is Ellipsis:
            tree["variadic"] = True
            args = args[:1]
        parts = [describe_type(arg) for arg in args]
        tree["args"] = [part_tree for _, part_tree in parts]
        texts = [part_text for part_text, _ in parts]
        if tree["kind"] == "union":
            return " | ".join(texts), tree
        texts += ["..."] if "variadic" in tree else []
        return origin.__name__ + (f"[{', '.join(texts)}]" if texts else ""), tree

    return hint.__qualname__ if inspect.isclass(hint) else str(hint).removeprefix("typing."), tree


def dataclasses_in(hint):
    """Gives the dataclasses that a type expression names."""
    origin = typing.get_origin(hint) or hint
    if isinstance(origin, type) and dataclasses.is_dataclass(origin):
        yield origin
    for arg in typing.get_args(hint):
        yield from dataclasses_in(arg)


class Sources:
    """The classes of modules as their source has them: what Python forgets, such as the text below a field."""

    def __init__(self):
        self._modules = {}

    def find(self, kls):
        """Gives the class's node, or None where there is no source for it."""
        if kls.__module__ not in self._modules:
            try:
                module = ast.parse(inspect.getsource(sys.modules[kls.__module__]))
            except (OSError, TypeError, SyntaxError, KeyError):
                module = ast.Module(body=[], type_ignores=[])
            self._modules[kls.__module__] = dict(self._classes(module, ""))
        return self._modules[kls.__module__].get(kls.__qualname__)

    def _classes(self, node, prefix):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                yield prefix + child.name, child
                yield from self._classes(child, f"{prefix}{child.name}.")
            elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield from self._classes(child, f"{prefix}{child.name}.<locals>.")
            else:
                yield from self._classes(child, prefix)

    def class_doc(self, kls):
        node = self.find(kls)
        return None if node is None else ast.get_docstring(node)

    def field_doc(self, kls, name):
        """Gives the string that follows the field, in the class or in the nearest base that has one."""
        for base in kls.__mro__:
            node = self.find(base)
            for field, text in zip(node.body, node.body[1:]) if node else ():
                if not isinstance(field, ast.AnnAssign) or getattr(field.target, "id", None) != name:
                    continue
                if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
                    if isinstance(text.value.value, str):
                        return inspect.cleandoc(text.value.value)
        return None


def has_made_init(kls):
    """Whether a dataclass has the __init__() that dataclasses make."""
    return kls.__init__.__code__.co_filename == "<string>" if hasattr(kls.__init__, "__code__") else False


def describe_schema(kls, sources, converter):
    """Describes a config class: what can be overridden, with which types, from which defaults. Gives the dataclasses that
    its fields name too."""
    node = sources.find(kls)
    schema = {
        **({"file": relative_place(inspect.getfile(kls)), "line": node.lineno} if node else UNKNOWN_PLACE),
        "doc": sources.class_doc(kls),
        "dataclass": dataclasses.is_dataclass(kls),
        "validates": callable(getattr(kls, "validate", None)),
        "post_init": hasattr(kls, "__post_init__"),
    }
    if not schema["dataclass"]:
        schema["fields"] = []
        return schema, []

    if not has_made_init(kls):
        schema["own_init"] = True
    init_vars = [
        f.name
        for f in kls.__dataclass_fields__.values()
        if f._field_type is dataclasses._FIELD_INITVAR and f.default is dataclasses.MISSING
    ]
    if init_vars:
        schema["init_vars"] = init_vars
    schema["fields"] = []

    try:
        hints = typing.get_type_hints(kls)
    except Exception as ex:  # structuring the class raises the same
        hints = {}
        schema["error"] = describe_error(ex)

    for f in dataclasses.fields(kls):
        has_default, has_factory = (d is not dataclasses.MISSING for d in (f.default, f.default_factory))
        if f.name in hints:
            text, tree = describe_type(hints[f.name])
        else:
            text, tree = str(f.type), {"kind": "unsupported", "python": str(f.type)}
        field = {"name": f.name, "type": text, "tree": tree, "init": f.init}
        field["required"] = not has_default and not has_factory
        if has_default or has_factory:
            record_value(field, "default", f.default_factory if has_factory else lambda: f.default, converter)
        field["doc"] = sources.field_doc(kls, f.name)
        schema["fields"].append(field)

    return schema, [nested for hint in hints.values() for nested in dataclasses_in(hint)]


def describe_schemas(config_classes, converter):
    """Describes config classes by name, and after each the dataclasses that its fields name, once each."""
    sources, schemas = Sources(), {}

    def add(kls):
        if dotted_name(kls) not in schemas:
            schemas[dotted_name(kls)], nested = describe_schema(kls, sources, converter)
            for nested_kls in nested:
                add(nested_kls)

    for kls in config_classes:
        add(kls)

    return schemas


def describe_torch():
    """Gives the names in torch that are a dtype, each with the dtype's own, and its kinds of devices."""
    import torch

    dtypes = {n: str(d).removeprefix("torch.") for n, d in sorted(vars(torch).items()) if isinstance(d, torch.dtype)}
    try:
        torch.device("unknown")
    except RuntimeError as ex:
        device_types = str(ex).partition("Expected one of ")[2].partition(" device type")[0].split(", ")
    return {"dtypes": dtypes, "device_types": device_types}


# Families and architectures -------------------------------------------------------------------------------------------


def describe_families(container, places, converter):
    """Describes the families in order of registration; gives the config classes too.

    An architecture belongs to a config class, and so to all families that share it. It is written down once, below the
    first of them."""
    from fairseq2.data.tokenizers import TokenizerFamily
    from fairseq2.datasets import DatasetFamily
    from fairseq2.models import ModelFamily

    kinds = {ModelFamily: "model", DatasetFamily: "dataset", TokenizerFamily: "tokenizer"}
    capabilities = ["model_parallelism", "compilation", "fsdp", "layerwise_ac", "meta"]

    families, config_classes, model_config_classes = [], {}, set()
    for kls, key in list(container._registrations):
        if kls not in kinds or not isinstance(key, str):
            continue
        description = {"kind": kinds[kls], "name": key, "owner": None, **places.of_key.get((kls, key), UNKNOWN_PLACE)}
        families.append(description)
        try:
            family = container.resolve(kls, key=key)
        except Exception as ex:
            description["error"] = describe_error(ex)
            continue
        config_kls = None if family.config_kls is types.NoneType else family.config_kls
        description["class"] = dotted_name(family.kls)
        description["config_class"] = config_kls and dotted_name(config_kls)
        if kls is ModelFamily:
            description["capabilities"] = [c for c in capabilities if getattr(family, f"supports_{c}")]
            description["restrict"] = family._restrict
        if config_kls:
            config_classes[config_kls] = True  # a set that keeps its order
            record_value(description, "default", config_kls, converter)
            if kls is ModelFamily and config_kls not in model_config_classes:
                model_config_classes.add(config_kls)
                description["architectures"] = describe_architectures(container, config_kls, places, converter)

    return families, list(config_classes)


def describe_architectures(container, config_kls, places, converter):
    """Describes the named configs of a config class in order of registration."""
    architectures = []
    for key in container.iter_keys(config_kls):
        if not isinstance(key, str):
            continue
        description = {"name": key, "owner": None, **places.of_key.get((config_kls, key), UNKNOWN_PLACE)}
        record_value(description, "config", lambda: container.resolve(config_kls, key=key), converter)
        architectures.append(description)

    return architectures


# Sources and cards ----------------------------------------------------------------------------------------------------


def cards_in(text):
    """Gives the stored name of each card of a card file, and the line of its `name`."""
    from fairseq2.assets.metadata_provider import canonicalize_asset_name
    from ruamel.yaml import YAML

    return [
        {"name": canonicalize_asset_name(value.value), "line": key.start_mark.line + 1}
        for document in YAML(typ="safe", pure=True).compose_all(text)
        for key, value in document.value
        if key.value == "name"
    ]


def describe_package_sources(container, places):
    """Describes the packages with cards. fairseq2 reads their files in the order in which the disk lists them; here they
    are sorted, which makes no difference as long as every file is good and each name stands in one file only."""
    from fairseq2.assets import AssetMetadataSource, PackageAssetMetadataSource, PackageFileLister

    descriptions = []
    sources = container.collection.resolve(AssetMetadataSource)
    for source, place in zip(sources, places.of_collection[(AssetMetadataSource, None)]):
        if not isinstance(source, PackageAssetMetadataSource):
            continue
        for provider in source.load():
            package = provider.source.removeprefix("package:")
            folders = [Path(folder) for folder in importlib.import_module(package).__path__]
            files = []
            for file in container.resolve(PackageFileLister).list(package, provider.source):
                if file.suffix in (".yaml", ".yml"):
                    folder = next(f for f in folders if file.is_relative_to(f))
                    text = file.read_bytes().decode("utf-8")
                    files.append({"path": file.relative_to(folder).as_posix(), "cards": cards_in(text), "text": text})
            files.sort(key=lambda file: file["path"])
            if {card["name"] for file in files for card in file["cards"]} != set(provider.asset_names):
                raise RuntimeError(f"The cards found in {package} are not those that fairseq2 has.")
            descriptions.append(
                {
                    "name": provider.source,
                    "folder": relative_place(folders[0]),
                    "owner": None,
                    **place,
                    "files": files,
                }
            )

    return descriptions


# The whole ------------------------------------------------------------------------------------------------------------


def record():
    """Gives the snapshot of fairseq2 as it ships."""
    for name in [n for n in os.environ if n.startswith("FAIRSEQ2_")] + ["RANK", "WORLD_SIZE", "LOCAL_RANK"]:
        os.environ.pop(name, None)

    import fairseq2
    import fairseq2.composition.lib as lib
    import ruamel.yaml
    import torch
    from fairseq2.assets import AssetDownloadManager
    from fairseq2.utils.structured import ValueConverter

    lib._register_extensions = lambda container: None

    places = Places()
    watch_registrations(places)
    container = fairseq2.init_fairseq2(no_progress=True)

    converter = container.resolve(ValueConverter)
    families, config_classes = describe_families(container, places, converter)

    return {
        "format": FORMAT,
        "notice": NOTICE,
        "recorded": True,
        "runtime": {
            "fairseq2": fairseq2.__version__,
            "python": ".".join(map(str, sys.version_info[:2])),
            "ruamel.yaml": ruamel.yaml.__version__,
            "torch": torch.__version__.partition("+")[0],
        },
        "environments": ["user"],
        "torch": describe_torch(),
        "schemes": sorted(container.resolve(AssetDownloadManager).supported_schemes),
        "families": families,
        "sources": describe_package_sources(container, places),
        "schemas": describe_schemas(config_classes, converter),
    }


# What gets a line for each of its members; `*` is any. So two recordings can be compared by eye.
LINES = {
    "families": {"*": {"architectures": {}}},
    "sources": {"*": {"files": {"*": {}}}},
    "schemas": {"*": {"fields": {}}},
}


def write(value, lines=LINES, indent=""):
    if lines is None or not value or not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    inner = indent + " "
    if isinstance(value, list):
        members = [write(v, lines.get("*"), inner) for v in value]
    else:
        members = [f"{json.dumps(k)}: {write(v, lines.get(k, lines.get('*')), inner)}" for k, v in value.items()]
    opening, closing = "[]" if isinstance(value, list) else "{}"
    return opening + "\n" + ",\n".join(inner + m for m in members) + "\n" + indent + closing


def main():
    parser = argparse.ArgumentParser(prog="probe.py", description=__doc__.partition("\n")[0])
    parser.add_argument("--record", action="store_true", required=True, help="record fairseq2 as it ships")
    parser.parse_args()

    # The result has a channel of its own: whatever is printed from here on goes to standard error.
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    text = write(record()) + "\n"
    output.write(text.encode("utf-8", errors="backslashreplace"))  # UTF-8 has no lone surrogates
    output.close()


if __name__ == "__main__":
    main()
