# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""What fairseq2's AssetStore makes of sources, and what its cards say."""

import contextlib
import importlib
import io
import json
import logging
import os
import re
import sys
from pathlib import Path

from fairseq2.assets import (
    FileAssetMetadataSource,
    InMemoryAssetMetadataSource,
    PackageAssetMetadataSource,
    StandardAssetDirectoryAccessor,
    StandardAssetStore,
    StandardFileAssetMetadataLoader,
    StandardPackageAssetMetadataLoader,
    StandardPackageFileLister,
    WellKnownAssetMetadataSource,
    YamlAssetMetadataFileLoader,
)
from fairseq2.checkpoint import ModelMetadataSource, StandardModelMetadataLoader
from fairseq2.file_system import GlobalFileSystem
from fairseq2.logging import log
from fairseq2.utils.env import StandardEnvironment
from fairseq2.utils.yaml import RuamelYamlLoader, YamlError

import source_tree
from ask_reading import class_of, error_of
from typed_value import text_of, typed

OWN_FIELDS = ("__base_path__", "__source__")
URI_FIELDS = ("checkpoint", "tokenizer")


def ask(case, root):
    """The recorded answer for a case with sources; `root` is an empty folder of its own."""
    source_tree.write(case, root)
    question = _Question(case, root)
    with source_tree.listed_in_order(case, root), _surroundings(case, root), _warnings() as warnings:
        answer = question.ask()
    if warnings:
        answer["warnings"] = [text_of(text) for text in warnings]
    return answer


class _Question:
    def __init__(self, case, root):
        self._case = case
        self._root = str(root)

    def ask(self):
        try:
            store = _LoggingStore(self._providers(), self._case.get("env"))
        except Exception as ex:
            return {"error": self._error(ex)}
        answer = {"error": None, "names": [text_of(name) for name in sorted(store.names)]}
        answer["answers"] = {name: self._card(store, name) for name in self._case.get("ask", [])}
        if "find" in self._case:
            answer["found"] = [self._found(store, asked) for asked in self._case["find"]]
        return answer

    def _providers(self):
        # As composition/assets.py and composition/lib.py put them together: one YAML parser for all of them.
        file_system = GlobalFileSystem()
        file_loader = YamlAssetMetadataFileLoader(RuamelYamlLoader(file_system))
        folder_loader = StandardFileAssetMetadataLoader(file_system, file_loader)
        for source in self._case["sources"]:
            kind = source["kind"]
            if kind == "file":
                path = Path(self._here(source["path"]))
                found = FileAssetMetadataSource(path, folder_loader, source.get("missing_ok", False))
            elif kind == "memory":
                entries = RuamelYamlLoader(file_system).load(io.StringIO(source["entries"]))
                found = InMemoryAssetMetadataSource(source["name"], entries)
            elif kind == "checkpoint":
                loader = StandardModelMetadataLoader(file_system, file_loader)
                found = ModelMetadataSource(Path(self._here(source["path"])), loader)
            elif kind == "package":
                loader = StandardPackageAssetMetadataLoader(StandardPackageFileLister(), file_loader)
                found = PackageAssetMetadataSource(source["package"], loader)
            else:
                directories = StandardAssetDirectoryAccessor(StandardEnvironment(), file_system)
                found = WellKnownAssetMetadataSource(directories, folder_loader)
            yield from found.load()

    def _here(self, text):
        return text.replace(source_tree.ROOT, self._root)

    def _card(self, store, name):
        try:
            card, parts = store.retrieve(name)
        except Exception as ex:
            return {"error": self._error(ex, copied=store.copied())}
        fields, chain = [], []
        seen = set()
        link = card
        for overlay, plain in parts:
            for stored in filter(None, (overlay, plain)):
                chain.append(text_of(stored[0]))
                for key, value in stored[1].items():
                    if key not in OWN_FIELDS and key not in seen:
                        seen.add(key)
                        fields.append([typed(key), typed(value), text_of(stored[0])])
            # The parts must be the whole truth about the card.
            assert link.metadata == {**plain[1], **(overlay[1] if overlay else {})}
            link = link.base
        assert link is None
        fields.sort(key=json.dumps)
        answer = {"environments": store.environments(name), "chain": chain, "fields": fields}
        base_path = card.metadata.get("__base_path__")
        answer["base_path"] = text_of(str(base_path)) if isinstance(base_path, Path) else None
        uris = {field: self._uri(card, field) for field in self._case.get("uris", URI_FIELDS) if card.has_field(field)}
        if uris:
            answer["uris"] = uris
        if "as" in self._case:
            answer["as"] = [self._as(card, field, kind) for field, kind in self._case["as"]]
        return answer

    def _uri(self, card, field):
        try:
            return {"value": text_of(str(card.field(field).as_uri()))}
        except Exception as ex:
            return {"error": self._error(ex)}

    def _as(self, card, field, kind):
        try:
            card.field(field).as_({"str": str, "bool": bool, "int": int, "float": float}[kind])
        except Exception as ex:
            return self._error(ex)
        return None

    def _found(self, store, asked):
        (value,) = RuamelYamlLoader(GlobalFileSystem()).load(io.StringIO(asked["value"]))
        try:
            return [text_of(name) for name in sorted(card.name for card in store.find_cards(asked["field"], value))]
        except Exception as ex:
            return {"error": self._error(ex)}

    def _error(self, ex, copied=()):
        text = str(ex)
        if len(copied) > 1 and isinstance(ex.__cause__, RecursionError):
            # Which card was being copied when Python gave up depends on how deep its stack was before.
            text = re.sub(r"^Metadata of the .* asset cannot", "Metadata of the * asset cannot", text)
        if isinstance(ex, UnicodeEncodeError):
            text = re.sub(r" in position \d+", "", text)  # counted in a path of a temporary folder
        answer = {"class": class_of(ex)}
        if not isinstance(ex, RecursionError):
            answer["text"] = text_of(text)
        cause = ex.__cause__
        if isinstance(cause, YamlError):
            answer["cause"] = error_of(cause)
        elif isinstance(cause, RecursionError):
            answer["cause"] = {"class": class_of(cause)}
        elif cause is not None:
            answer["cause"] = {"class": class_of(cause), "text": text_of(str(cause))}
        return answer


class _LoggingStore:
    """The real store, and a record of what it looked up: each lookup that found something is a link of the chain."""

    def __init__(self, providers, environment):
        self._store = StandardAssetStore(providers, default_env=environment)
        self._lookups = []
        look_up = self._store._maybe_get_metadata

        def recorded(name):
            self._lookups.append((name, None))
            metadata = look_up(name)
            self._lookups[-1] = (name, None if metadata is None else dict(metadata))
            return metadata

        self._store._maybe_get_metadata = recorded
        self.find_cards = self._store.find_cards

    @property
    def names(self):
        return self._store.asset_names

    def retrieve(self, name):
        """The card, and for each link of its chain the overlay (or None) and the plain card as (stored name, metadata)."""
        self._lookups.clear()
        card = self._store.retrieve_card(name)
        parts = []
        lookups = iter(self._lookups)
        for plain in lookups:
            overlay = None
            for environment in self.environments(name):
                overlay = next(lookups)
                assert overlay[0] == plain[0] + environment
                if overlay[1] is not None:
                    break
                overlay = None
            parts.append((overlay, plain))
        return card, parts

    def copied(self):
        """The cards that were copied last: those of a loop, or all of them when there is none."""
        names = [name for name, metadata in self._lookups if metadata is not None]
        repeated = {name for name in names[-200:] if names.count(name) > 1}
        return repeated or set(names)

    def environments(self, name):
        _, at, environment = name.partition("@")
        if not at:
            return list(self._store._envs)
        return [environment.strip()] if environment.strip() else []


@contextlib.contextmanager
def _surroundings(case, root):
    """The working directory, the home and the variables of a case, and its packages importable."""
    before, folder, path = dict(os.environ), os.getcwd(), list(sys.path)
    for name in ("FAIRSEQ2_ASSET_DIR", "FAIRSEQ2_USER_ASSET_DIR", "XDG_CONFIG_HOME"):
        os.environ.pop(name, None)
    os.environ["HOME"] = f"{root}/home"
    for name, value in case.get("variables", {}).items():
        os.environ[name] = value.replace(source_tree.ROOT, str(root))
    os.chdir(root)
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        for source in case["sources"]:
            if "package" in source:
                sys.modules.pop(source["package"], None)
        sys.path[:] = path
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(before)


@contextlib.contextmanager
def _warnings():
    texts = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: texts.append(record.getMessage())
    log.logger.addHandler(handler)
    log.logger.propagate, propagated = False, log.logger.propagate
    try:
        yield texts
    finally:
        log.logger.removeHandler(handler)
        log.logger.propagate = propagated
