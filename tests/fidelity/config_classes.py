# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Families whose config classes have, between them, every type that fairseq2 structures, and every trouble with one."""

import typing
from collections.abc import Mapping, Sequence, Set
from dataclasses import InitVar, dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Literal

import torch
from fairseq2.utils.validation import ValidationResult
from torch.nn import Module


class Color(Enum):
    RED = 1
    GREEN = 2
    ROUGE = 1


@dataclass
class Inner:
    x: int
    y: float = 0.5


@dataclass
class Holder:
    inner: Inner = field(default_factory=lambda: Inner(1))
    label: str | None = None


@dataclass
class Types:
    an_int: int = 1
    a_float: float = 1.5
    a_bool: bool = False
    a_str: str = "s"
    a_none: None = None
    an_object: object = None
    a_path: Path = Path("a/b")
    a_dtype: torch.dtype = torch.float32
    a_device: torch.device = torch.device("cpu")
    a_color: Color = Color.RED
    a_literal: Literal["a", "b"] = "a"
    mixed_literal: Literal["a", 1, None] = "a"
    ints: list[int] = field(default_factory=lambda: [1, 2])
    strs: list[str] = field(default_factory=list)
    floats: Sequence[float] = ()
    paths: list[Path] = field(default_factory=list)
    str_set: set[str] = field(default_factory=lambda: {"en"})
    int_set: Set[int] = field(default_factory=set)
    object_set: set[object] = field(default_factory=set)
    list_set: set[list[int]] = field(default_factory=set)
    pair: tuple[int, str] = (1, "x")
    many: tuple[float, ...] = (1.0,)
    pairs: tuple[tuple[int, int], ...] = ((1, 2),)
    str_ints: dict[str, int] = field(default_factory=lambda: {"a": 1})
    int_objects: Mapping[int, object] = field(default_factory=dict)
    tuple_keys: dict[tuple[int, int], str] = field(default_factory=dict)
    object_keys: dict[object, object] = field(default_factory=dict)
    opt_int: int | None = None
    opt_bool: bool | None = None
    none_first: None | int = None
    int_or_str: int | str = 0
    str_or_list: str | list[str] = "s"
    three: int | list[int] | None = None
    opt_list: list[int] | None = None
    opt_literals: list[Literal["p", "q"]] | None = None
    inner_or_int: Inner | int = 0
    any_dict: dict[str, Any] = field(default_factory=dict)
    opt_any: Any | None = None
    any_in_union: int | Any = 0
    a_complex: complex | None = None
    a_bytes: bytes | None = None
    frozen: frozenset[int] | None = None
    old_list: typing.List[int] = field(default_factory=list)
    old_optional: typing.Optional[int] = None
    inner: Inner = field(default_factory=lambda: Inner(7))
    opt_inner: Inner | None = None
    inners: list[Inner] = field(default_factory=list)
    inner_map: dict[str, Inner] = field(default_factory=dict)
    holder: Holder = field(default_factory=Holder)
    deep: list[list[list[int]]] = field(default_factory=list)


# Of a base config with such a field nothing can be overridden but the field itself.
@dataclass
class AnyValue:
    first: int = 1
    value: Any = None


@dataclass
class BareList:
    value: list = field(default_factory=list)


@dataclass
class BareTuple:
    value: tuple = ()


@dataclass
class BareSet:
    value: set = field(default_factory=set)


@dataclass
class BareDict:
    value: dict = field(default_factory=dict)


@dataclass
class BareSequence:
    value: Sequence = ()


@dataclass
class OldBare:
    value: typing.List = field(default_factory=list)


@dataclass
class Required:
    must: int
    may: int = 2


@dataclass
class Hidden:
    shown: int = 1
    hidden: int = field(init=False, default=5)


@dataclass
class WithInitVars:
    seed: InitVar[int]
    other: InitVar[str]
    a: int = 1


@dataclass
class NameMissing:
    a: "NoSuchType" = None  # noqa: F821
    b: int = 1


@dataclass
class PostInit:
    a: int = 1
    b: int = 2

    def __post_init__(self):
        self.b = self.a + 1


@dataclass
class Validated:
    a: int = 1

    def validate(self):
        result = ValidationResult()
        if self.a < 0:
            result.add_error("`a` must not be negative.")
        return result


def _no_value():
    raise ValueError("There is no value for `b`.")


@dataclass
class BadFactory:
    a: int = 1
    b: int = field(default_factory=_no_value)


@dataclass
class Complex:
    a: int = 1
    b: object = 1j


class Plain:
    pass


CONFIGS = {
    "types": Types,
    "any_value": AnyValue,
    "bare_list": BareList,
    "bare_tuple": BareTuple,
    "bare_set": BareSet,
    "bare_dict": BareDict,
    "bare_sequence": BareSequence,
    "old_bare": OldBare,
    "required": Required,
    "hidden": Hidden,
    "init_vars": WithInitVars,
    "name_missing": NameMissing,
    "post_init": PostInit,
    "validated": Validated,
    "bad_factory": BadFactory,
    "complex": Complex,
    "plain": Plain,
}


def register(container):
    """Registers a model family and a tokenizer family for each of them, and some architectures."""
    from fairseq2.composition import register_model_family, register_tokenizer_family
    from fairseq2.runtime.config_registry import ConfigRegistrar

    for name, kls in CONFIGS.items():
        register_model_family(container, name, Module, kls, factory=lambda config: Module())
        register_tokenizer_family(container, name, object, kls, loader=lambda path, config: object())
    register_tokenizer_family(container, "none", object, type(None), loader=lambda path, config: object())

    arch = ConfigRegistrar(container, Types)

    @arch("wide")
    def wide():
        return Types(an_int=9, opt_inner=Inner(3, 4.0), inners=[Inner(1), Inner(2)], inner_map={"k": Inner(5)})

    arch = ConfigRegistrar(container, Required)

    @arch("made")
    def made():
        return Required(4)

    @arch("failing")
    def failing():
        raise RuntimeError("This architecture cannot be made.")

    arch = ConfigRegistrar(container, WithInitVars)

    @arch("seeded")
    def seeded():
        return WithInitVars(3, "x", 2)

    arch = ConfigRegistrar(container, BadFactory)

    @arch("given")
    def given():
        return BadFactory(1, 2)
