# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Families whose config classes have every type that a config struct of C++ may have: native_structs.h has the same."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Literal


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 5


@dataclass
class Inner:
    x: int = 3
    y: float = 0.5


@dataclass
class Holder:
    inner: Inner = field(default_factory=lambda: Inner(1))
    label: str | None = None


@dataclass
class Checked:
    low: int = 1
    high: int = 5

    def validate(self):
        from fairseq2.utils.validation import ValidationResult

        result = ValidationResult()
        if self.low > self.high:
            result.add_error(f"`low` must not be greater than `high` ({self.high}), but is {self.low} instead.")
        if self.high > 100:
            result.add_error("`high` must not be greater than 100.")
        return result


@dataclass
class Native:
    a_bool: bool = False
    an_int: int = 1
    a_float: float = 1.5
    a_str: str = "s"
    a_path: Path = Path("a/b")
    a_color: Color = Color.GREEN
    a_literal: Literal["a", "b"] = "b"
    opt_bool: bool | None = None
    opt_int: int | None = None
    opt_float: float | None = 2.5
    opt_str: str | None = None
    opt_path: Path | None = None
    opt_color: Color | None = None
    opt_literal: Literal["p", "q"] | None = None
    ints: list[int] = field(default_factory=lambda: [1, 2])
    bools: list[bool] = field(default_factory=list)
    floats: list[float] = field(default_factory=list)
    strs: list[str] = field(default_factory=lambda: ["a"])
    paths: list[Path] = field(default_factory=list)
    colors: list[Color] = field(default_factory=lambda: [Color.RED])
    opt_list: list[int] | None = None
    opt_literals: list[Literal["p", "q"]] | None = None
    str_set: set[str] = field(default_factory=lambda: {"en"})
    int_set: set[int] = field(default_factory=lambda: {2, 10})
    color_set: set[Color] = field(default_factory=set)
    pair: tuple[int, str] = (1, "x")
    betas: tuple[float, float] = (0.9, 0.99)
    pairs: list[tuple[int, int]] = field(default_factory=lambda: [(1, 2)])
    str_ints: dict[str, int] = field(default_factory=lambda: {"a": 1})
    str_lists: dict[str, list[str]] = field(default_factory=dict)
    int_or_str: int | str = 0
    str_or_list: str | list[str] = "s"
    three: int | list[int] | None = None
    inner_or_int: Inner | int = 0
    inner: Inner = field(default_factory=lambda: Inner(7))
    opt_inner: Inner | None = None
    inners: list[Inner] = field(default_factory=list)
    inner_map: dict[str, Inner] = field(default_factory=dict)
    holder: Holder = field(default_factory=Holder)
    deep: list[list[list[int]]] = field(default_factory=list)
    checked: Checked = field(default_factory=Checked)
    checks: list[Checked] = field(default_factory=list)
    check_map: dict[str, Checked] = field(default_factory=dict)
    opt_checked: Checked | None = None


CONFIGS = {"native": Native, "native_checked": Checked}


def register(container):
    """Registers a model family for each of them."""
    from fairseq2.composition import register_model_family
    from torch.nn import Module

    for name, kls in CONFIGS.items():
        register_model_family(container, name, Module, kls, factory=lambda config: Module())
