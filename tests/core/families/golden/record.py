# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""What the format's own reader makes of safetensors files, as state_dict_test.cpp asks ours.

    python record.py            # compares with the recorded answers; 1 if one changed
    python record.py --write    # writes all_types.safetensors and answers.json
"""

import base64
import json
import struct
import sys
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

HERE = Path(__file__).parent
FILE = HERE / "all_types.safetensors"
ANSWERS = HERE / "answers.json"

NUMBERS = [0.0, -0.0, 1.0, -1.5, 0.1, 240.0, 448.0, 1e-3, 2.0**-9, 2.0**-16, 57344.0]


def tensors():
    made = {
        "bool": torch.tensor([True, False, True]),
        "uint8": torch.tensor([0, 1, 255], dtype=torch.uint8),
        "int8": torch.tensor([-128, 0, 127], dtype=torch.int8),
        "uint16": torch.tensor([0, 65535], dtype=torch.uint16),
        "int16": torch.tensor([[-32768, 32767]], dtype=torch.int16),
        "uint32": torch.tensor([0, 4294967295], dtype=torch.uint32),
        "int32": torch.tensor([[-2147483648], [2147483647]], dtype=torch.int32),
        "uint64": torch.tensor([0, 9007199254740993], dtype=torch.uint64),
        "int64": torch.tensor([-9223372036854775808, 9223372036854775807]),
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros((2, 0)),
    }
    for name in ("float16", "bfloat16", "float32", "float64", "float8_e4m3fn", "float8_e5m2"):
        made[name] = torch.tensor(NUMBERS, dtype=torch.float64).to(getattr(torch, name))
    made["special"] = torch.tensor([float("inf"), float("-inf"), float("nan")], dtype=torch.float16)
    for name in ("float8_e4m3fn", "float8_e5m2"):
        bits = torch.arange(256, dtype=torch.int16).to(torch.uint8)
        made["all_" + name] = bits.view(getattr(torch, name))
    return made


def numbers(tensor):
    return [repr(float(x)) for x in tensor.flatten().to(torch.float64)]


def file_of(header, data=b""):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def one(dtype="F32", shape=(2,), offsets=(0, 8), **more):
    return {"a": {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets), **more}}


EIGHT = bytes(range(8))
HOSTILE = {
    "good": file_of(one(), EIGHT),
    "good, blanks after the header": file_of(json.dumps(one()).encode() + b"   ", EIGHT),
    "good, metadata": file_of({"__metadata__": {"format": "pt"}, **one()}, EIGHT),
    "good, nothing in it": file_of({}),
    "good, a tensor without elements": file_of(one(shape=(0,), offsets=(0, 0))),
    "good, a scalar": file_of(one(shape=(), offsets=(0, 4)), EIGHT[:4]),
    "no bytes": b"",
    "seven bytes": b"\x02\0\0\0\0\0\0",
    "length only": struct.pack("<Q", 2),
    "length of zero": struct.pack("<Q", 0),
    "length beyond the file": struct.pack("<Q", 100) + b"{}",
    "greatest length": b"\xff" * 8 + b"{}",
    "length of 100 MB": struct.pack("<Q", 100_000_001) + b"{}",
    "blank before the header": file_of(b" {}"),
    "byte order mark": file_of(b"\xef\xbb\xbf{}"),
    "NUL after the header": file_of(b"{}\0"),
    "twice the same name": file_of(b'{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}'),
    "a key more": file_of(one(more=1), EIGHT),
    "a list more": file_of(one(more=[1]), EIGHT),
    "no JSON": file_of(b"{a}"),
    "no UTF-8": file_of(b'{"\xff":1}'),
    "a list": file_of(b"[]"),
    "deep": file_of(b'{"a":' * 2000),
    "cut header": file_of(json.dumps(one()).encode()[:-3], EIGHT),
    "cut data": file_of(one(), EIGHT[:7]),
    "more data": file_of(one(), EIGHT + b"\0"),
    "shape too large": file_of(one(shape=(3,)), EIGHT),
    "shape overflows": file_of(one(shape=(2**62, 4), offsets=(0, 0))),
    "shape overflows to the size": file_of(one(shape=(2**61, 8), offsets=(0, 0))),
    "negative shape": file_of(one(shape=(-2,)), EIGHT),
    "fractional shape": file_of(one(shape=(2.0,)), EIGHT),
    "offsets reversed": file_of(one(offsets=(8, 0)), EIGHT),
    "offset beyond": file_of(one(offsets=(0, 16)), EIGHT),
    "greatest offset": file_of(one(offsets=(0, 2**64 - 1)), EIGHT),
    "negative offset": file_of(one(offsets=(-8, 0)), EIGHT),
    "three offsets": file_of(one(offsets=(0, 4, 8)), EIGHT),
    "one offset": file_of(one(offsets=(8,)), EIGHT),
    "gap at the start": file_of(one(shape=(1,), offsets=(4, 8)), EIGHT),
    "gap between": file_of(
        {**one(shape=(1,), offsets=(0, 4)), "b": {"dtype": "U8", "shape": [2], "data_offsets": [6, 8]}}, EIGHT
    ),
    "overlap": file_of(
        {**one(), "b": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}, EIGHT
    ),
    "no such type": file_of(one(dtype="F31"), EIGHT),
    "type that is no text": file_of(one(dtype=4), EIGHT),
    "no type": file_of({"a": {"shape": [2], "data_offsets": [0, 8]}}, EIGHT),
    "no shape": file_of({"a": {"dtype": "F32", "data_offsets": [0, 8]}}, EIGHT),
    "no offsets": file_of({"a": {"dtype": "F32", "shape": [2]}}, EIGHT),
    "a tensor of null": file_of({"a": None}),
    "metadata that is no text": file_of({"__metadata__": {"n": 1}, **one()}, EIGHT),
}


def accepts(data, path):
    path.write_bytes(data)
    try:
        with safe_open(path, framework="pt") as file:
            for key in file.keys():
                file.get_tensor(key)
        return True
    except Exception:
        return False


def answers(scratch):
    loaded = load_file(FILE)
    return {
        "tensors": {
            name: {"type": str(t.dtype).removeprefix("torch."), "shape": list(t.shape), "numbers": numbers(t)}
            for name, t in sorted(loaded.items())
        },
        "files": {
            name: {"bytes": base64.b64encode(data).decode(), "accepted": accepts(data, scratch)}
            for name, data in HOSTILE.items()
        },
    }


def main():
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        if "--write" in sys.argv:
            save_file(tensors(), FILE)
        said = answers(Path(folder) / "x.safetensors")
    if "--write" in sys.argv:
        ANSWERS.write_text(json.dumps(said, indent=1) + "\n")
        return 0
    recorded = json.loads(ANSWERS.read_text())
    for part in ("tensors", "files"):
        for name in sorted(recorded[part].keys() | said[part].keys()):
            if recorded[part].get(name) != said[part].get(name):
                print(f"{part}, {name}: recorded {recorded[part].get(name)}, now {said[part].get(name)}")
    return 0 if recorded == said else 1


if __name__ == "__main__":
    sys.exit(main())
