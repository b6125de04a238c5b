# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""What fairseq2's hubs make of the configs of cards."""

import importlib.util
import io
import os
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
REGISTRY = FOLDER / "registries" / "types.json"

sys.path.insert(0, str(FOLDER))

import config_classes
import native_classes
from ask_reading import class_of
from typed_value import text_of, typed

_BEGIN_OF_TRACE = re.compile(r"\n\nTraceback \(most recent call last\):.*", re.DOTALL)


class _World:
    """fairseq2 as it ships, with the families of config_classes and native_classes. Made once, before the workers are forked."""

    def __init__(self):
        import fairseq2
        import fairseq2.composition.lib as lib

        spec = importlib.util.spec_from_file_location("probe", FOLDER.parents[1] / "resources" / "probe.py")
        self.probe = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.probe)
        lib._register_extensions = lambda container: None
        self.container = fairseq2.init_fairseq2(no_progress=True, extras=_register)


def _register(container):
    config_classes.register(container)
    native_classes.register(container)


_world = None


def world():
    global _world
    if _world is None:
        _world = _World()
    return _world


def registry():
    """The snapshot of the families of config_classes, as the probe writes it."""
    from fairseq2.utils.structured import ValueConverter

    probe, container = world().probe, world().container
    converter = container.resolve(ValueConverter)
    families, config_kls = probe.describe_families(container, probe.Places(), converter)
    names = set(config_classes.CONFIGS) | {"none"}
    families = [family for family in families if family["name"] in names]
    # What nobody compares would only be in the way.
    module = config_classes.__name__ + "."
    snapshot = {
        "format": probe.FORMAT,
        "recorded": True,
        "runtime": {"fairseq2": "0.8.1", "python": ".".join(map(str, sys.version_info[:2]))},
        "environments": ["user"],
        "torch": probe.describe_torch(),
        "schemes": [],
        "families": families,
        "sources": [],
        "schemas": probe.describe_schemas([kls for kls in config_kls if kls.__module__ + "." == module], converter),
    }
    for schema in snapshot["schemas"].values():
        schema["line"] = 0
    return probe.write(snapshot) + "\n"


def ask(case, root):
    """The recorded answer for a case about a config: what differs from the base config, or the error."""
    before = dict(os.environ)
    for name, value in case.get("variables", {}).items():
        os.environb[name.encode()] = value.encode("utf-8").replace(b"\\xff", b"\xff")  # the one byte that JSON has not
    try:
        return _ask(case)
    finally:
        os.environ.clear()
        os.environ.update(before)


def _ask(case):
    from fairseq2.assets import InMemoryAssetMetadataSource, StandardAssetStore
    from fairseq2.data.tokenizers import TokenizerFamily
    from fairseq2.data.tokenizers.hub import TokenizerHub
    from fairseq2.file_system import GlobalFileSystem
    from fairseq2.models import ModelFamily
    from fairseq2.models.hub import ModelHub
    from fairseq2.utils.structured import ValueConverter
    from fairseq2.utils.yaml import RuamelYamlLoader

    container = world().container
    entries = RuamelYamlLoader(GlobalFileSystem()).load(io.StringIO(case["cards"]))
    store = StandardAssetStore(InMemoryAssetMetadataSource("cards", entries).load(), default_env=None)
    kind = case.get("kind", "model")
    name = case.get("ask", "m")
    card = store.retrieve_card(name)
    family_name = card.field(f"{kind}_family").as_(str)
    if kind == "model":
        family = container.resolve(ModelFamily, key=family_name)
        get_config = ModelHub(family, store).get_model_config
    else:
        family = container.resolve(TokenizerFamily, key=family_name)
        get_config = TokenizerHub(family, store).get_tokenizer_config
    try:
        config = get_config(name)
    except Exception as ex:
        return {"error": _chain(ex)}
    arch = card.maybe_get_field("model_arch") if kind == "model" else None
    base = family.config_kls() if arch is None else family.maybe_get_arch_config(arch.value)
    converter = container.resolve(ValueConverter)
    changes = {}
    try:
        _compare(changes, "", base, config, converter)
    except Exception:
        return {"changes": "not shown"}  # a value that fairseq2 itself cannot write down
    return {"changes": changes}


def _compare(changes, path, base, config, converter):
    import dataclasses

    if dataclasses.is_dataclass(base) and type(base) is type(config):
        for f in dataclasses.fields(base):
            below = f"{path}.{f.name}" if path else f.name
            _compare(changes, below, getattr(base, f.name), getattr(config, f.name), converter)
        return
    old, new = _shown(base, converter), _shown(config, converter)
    if old != new:
        changes[path] = new


def _shown(value, converter):
    import dataclasses

    if isinstance(value, (set, frozenset)):
        return [_shown(e, converter) for e in sorted(value, key=lambda e: (type(e).__name__, repr(e)))]
    if dataclasses.is_dataclass(value):
        return {"dict": [[f.name, _shown(getattr(value, f.name), converter)] for f in dataclasses.fields(value)]}
    if isinstance(value, (list, tuple)):
        return [_shown(e, converter) for e in value]
    if isinstance(value, dict) and not type(value).__name__ == "ordereddict":
        return {"dict": [[_shown(k, converter), _shown(v, converter)] for k, v in value.items()]}
    try:
        return typed(value)
    except TypeError:
        return typed(converter.unstructure(value))


def _chain(ex):
    """An exception and its causes, outermost first: `[class, text]`; of a StructureError the text alone."""
    chain = []
    while ex is not None:
        text = text_of(_BEGIN_OF_TRACE.sub("", str(ex)))
        name = class_of(ex).rpartition(".")[2]
        if isinstance(ex, RecursionError):
            text = ""
        chain.append(text if name == "StructureError" and chain else [name, text])
        ex = ex.__cause__
    return chain
