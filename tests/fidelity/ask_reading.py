# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""What fairseq2's YAML loader (utils/yaml.py, on ruamel.yaml) reads in one file."""

import warnings

from fairseq2.file_system import GlobalFileSystem
from fairseq2.utils.yaml import RuamelYamlLoader, YamlError

import case_files
from typed_value import TooLarge, text_of, typed

warnings.simplefilter("ignore")


def ask(case, root):
    """The recorded answer for a reading case; `root` is an empty folder of its own."""
    path = root / "card.yaml"
    path.write_bytes(case_files.content(case))
    try:
        # A loader of its own: the parser keeps the YAML version of the file before.
        documents = RuamelYamlLoader(GlobalFileSystem()).load(path)
    except Exception as ex:
        return {"error": error_of(ex)}
    try:
        return {"documents": [typed(document) for document in documents]}
    except TooLarge:
        return {"too_large": len(documents)}


def error_of(ex):
    """A YAML error by its parts; any other exception by its text."""
    answer = {"class": class_of(ex), "raw": not isinstance(ex, YamlError)}
    if isinstance(ex, RecursionError):
        pass  # its text says where Python's stack ended
    elif answer["raw"]:
        answer["text"] = text_of(str(ex))
    elif hasattr(ex, "problem"):
        for name in ("context", "problem"):
            text = getattr(ex, name)
            mark = getattr(ex, name + "_mark")
            if text is not None:
                answer[name] = text_of(text)
            if mark is not None:
                answer[name + "_mark"] = [mark.line + 1, mark.column + 1]
    else:
        answer["problem"] = text_of(str(ex).split("\n", 1)[0])
        answer["position"] = ex.position
    return answer


def class_of(ex):
    kind = type(ex)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
