# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""What the real container says: asks fairseq2's runtime.dependency each question, as golden_test.cpp asks ours.

    python record.py            # compares with answers.json; 1 if an answer changed
    python record.py --write    # writes answers.json
"""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from fairseq2.runtime.dependency import DependencyContainer, DependencyResolver, wire_object
from fairseq2.runtime.lazy import Lazy

ANSWERS = Path(__file__).parent / "answers.json"


def named(cls):
    cls.__module__ = "golden"
    cls.__qualname__ = cls.__name__
    return cls


@named
class A: ...


@named
class B: ...


@named
class C: ...


@named
class NeedsB:
    def __init__(self, b: B) -> None: ...


@named
class NeedsBAndC:
    def __init__(self, b: B, c: C) -> None: ...


@named
class Left:
    def __init__(self, right: "Right") -> None: ...


@named
class Right:
    def __init__(self, left: Left) -> None: ...


@named
class MayHaveB:
    def __init__(self, b: B | None) -> None:
        self.b = b


@named
class MayHaveNeedsB:
    def __init__(self, needs: NeedsB | None) -> None: ...


@named
class HasAll:
    def __init__(self, all_b: Sequence[B]) -> None:
        self.all_b = all_b


@named
class HasLazyB:
    def __init__(self, b: Lazy[B]) -> None:
        self.b = b


@named
class MakesB:
    def __init__(self, make: Callable[[], B]) -> None:
        self.make = make


@named
class HasResolver:
    def __init__(self, resolver: DependencyResolver) -> None:
        self.resolver = resolver


QUESTIONS = {}


def question(function):
    QUESTIONS[function.__name__] = function
    return function


def none(resolver):
    return None


def asks(kls, key=None):
    return lambda resolver: resolver.resolve(kls, key=key)


@question
def second_registration(c):
    c.register_instance(A, A())
    c.register_instance(A, A())


@question
def second_registration_with_key(c):
    c.register_type(A, key="k")
    c.register_type(A, key="k", singleton=True)


@question
def same_class_other_key(c):
    c.register_type(A)
    c.register_type(A, key="k")
    return len(list(c.iter_keys(A)))


@question
def register_after_resolve(c):
    c.register_type(A)
    c.resolve(A)
    c.register_type(B)


@question
def register_after_failed_resolve(c):
    try:
        c.resolve(A)
    except Exception:
        pass
    c.register_type(B)


@question
def register_after_maybe_resolve(c):
    c.maybe_resolve(A)
    c.register_type(B)


@question
def register_after_collection_resolve(c):
    c.collection.resolve(A)
    c.register_type(B)


@question
def collection_register_after_resolve(c):
    c.maybe_resolve(A)
    c.collection.register_type(B)


@question
def register_after_iter_keys(c):
    list(c.iter_keys(A))
    list(c.collection.iter_keys(A))
    c.register_type(B)
    return "registered"


@question
def missing(c):
    c.resolve(A)


@question
def missing_with_key(c):
    c.register_type(A)
    c.resolve(A, key="k")


@question
def gave_none(c):
    c.register(A, none)
    c.resolve(A)


@question
def gave_none_with_key(c):
    c.register(A, none, key="k")
    c.resolve(A, key="k")


@question
def maybe_missing(c):
    return c.maybe_resolve(A)


@question
def maybe_gave_none(c):
    c.register(A, none)
    return c.maybe_resolve(A)


@question
def maybe_with_missing_dependency(c):
    c.register(A, asks(B))
    c.maybe_resolve(A)


@question
def maybe_with_missing_dependency_of_other_key(c):
    c.register(A, asks(A, "k"))
    c.maybe_resolve(A)


@question
def cycle_with_itself(c):
    c.register(A, asks(A))
    c.resolve(A)


@question
def cycle_of_two(c):
    c.register(A, asks(B))
    c.register(B, asks(A))
    c.resolve(A)


@question
def cycle_with_lead_in(c):
    c.register(A, asks(B))
    c.register(B, asks(A))
    c.register(C, asks(A))
    c.resolve(C)


@question
def cycle_with_key(c):
    c.register(A, asks(B, "b"))
    c.register(B, asks(A), key="b")
    c.resolve(A)


@question
def cycle_of_singletons(c):
    c.register(A, asks(B), singleton=True)
    c.register(B, asks(A), singleton=True)
    c.resolve(B)


@question
def cycle_through_maybe_resolve(c):
    c.register(A, lambda r: r.maybe_resolve(B))
    c.register(B, asks(A))
    c.resolve(A)


@question
def cycle_through_collection(c):
    c.register(A, lambda r: list(r.collection.resolve(B))[0])
    c.collection.register(B, asks(A))
    c.resolve(A)


@question
def cycle_of_constructors(c):
    c.register_type(Left)
    c.register_type(Right)
    c.resolve(Left)


@question
def cycle_caught_below(c):
    said = []

    def make_c(resolver):
        try:
            resolver.resolve(A)
        except Exception as ex:
            said.append(str(ex))
        return C()

    c.register(A, asks(B))
    c.register(B, asks(A))
    c.register(C, make_c)
    c.resolve(C)
    return said[0]


@question
def no_cycle_after_error(c):
    calls = []

    def fail_once(resolver):
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError("first")
        return A()

    c.register(A, fail_once, singleton=True)
    try:
        c.resolve(A)
    except RuntimeError:
        pass
    c.resolve(A)
    c.resolve(A)
    return len(calls)


@question
def singleton_is_made_once(c):
    c.register_type(A, singleton=True)
    return c.resolve(A) is c.resolve(A)


@question
def others_are_made_anew(c):
    c.register_type(A)
    return c.resolve(A) is c.resolve(A)


@question
def none_of_a_singleton_is_kept(c):
    calls = []

    def nothing(resolver):
        calls.append(1)
        return None

    c.register(A, nothing, singleton=True)
    c.maybe_resolve(A)
    c.maybe_resolve(A)
    return len(calls)


@question
def keys_in_order(c):
    c.register_type(A, key="b")
    c.register_type(A)
    c.register_type(A, key="a")
    return str(list(c.iter_keys(A)))


@question
def collection_keys_repeat(c):
    c.collection.register_type(A, key="b")
    c.collection.register_type(A)
    c.collection.register_type(A, key="b")
    return str(list(c.collection.iter_keys(A)))


@question
def collection_is_apart(c):
    c.collection.register_type(A)
    return f"{c.maybe_resolve(A)} {len(list(c.collection.resolve(A)))} {len(list(c.collection.resolve(B)))}"


@question
def collection_leaves_none_out(c):
    c.collection.register_type(A)
    c.collection.register(A, none)
    c.collection.register_type(A)
    return len(list(c.collection.resolve(A)))


@question
def collection_walks_make_anew(c):
    calls = []

    def make(resolver):
        calls.append(1)
        return A()

    c.collection.register(A, make)
    c.collection.register(A, make, singleton=True)
    walk = c.collection.resolve(A)
    before = len(calls)
    list(walk)
    list(walk)
    return f"{before} {len(calls)}"


@question
def wiring_names_the_first_missing(c):
    c.register_type(NeedsBAndC)
    c.resolve(NeedsBAndC)


@question
def wiring_resolves_without_key(c):
    c.register_type(B, key="k")
    c.register_type(NeedsB)
    c.resolve(NeedsB)


@question
def wiring_passes_none(c):
    c.register_type(MayHaveB)
    return c.resolve(MayHaveB).b


@question
def wiring_of_optional_with_missing_dependency(c):
    c.register_type(NeedsB)
    c.register_type(MayHaveNeedsB)
    c.resolve(MayHaveNeedsB)


@question
def wiring_passes_the_collection(c):
    c.collection.register_type(B)
    c.collection.register_type(B)
    c.register_type(HasAll)
    return len(c.resolve(HasAll).all_b)


@question
def wiring_of_lazy_fails_late(c):
    c.register_type(HasLazyB)
    c.resolve(HasLazyB).b.get()


@question
def lazy_is_made_once(c):
    c.register_type(B)
    c.register_type(HasLazyB)
    holder = c.resolve(HasLazyB)
    return holder.b.get() is holder.b.get()


@question
def factory_makes_anew(c):
    c.register_type(B)
    c.register_type(MakesB)
    holder = c.resolve(MakesB)
    return holder.make() is holder.make()


@question
def wiring_passes_the_resolver(c):
    c.register_type(HasResolver)
    return c.resolve(HasResolver).resolver is c


@question
def given_arguments_win(c):
    c.register_type(C)
    wire_object(c, NeedsBAndC, b=B())
    return "made"


def answer(function):
    try:
        return str(function(DependencyContainer()))
    except Exception as ex:
        return f"{type(ex).__name__}: {ex}"


def main():
    answers = {name: answer(function) for name, function in QUESTIONS.items()}
    if "--write" in sys.argv:
        ANSWERS.write_text(json.dumps(answers, indent=1) + "\n")
        return 0
    recorded = json.loads(ANSWERS.read_text())
    for name in sorted(recorded.keys() | answers.keys()):
        if recorded.get(name) != answers.get(name):
            print(f"{name}: recorded {recorded.get(name)!r}, now {answers.get(name)!r}")
    return 0 if recorded == answers else 1


if __name__ == "__main__":
    sys.exit(main())
