# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Random sources: a few cards with names, bases, overlays and errors from small pools, so that they meet."""

NAMES = ["a", "b", "c", "m", "n"]
ENVIRONMENTS = ["user", "x", "y"]
ERRORS = [
    "v: 1\n", "name: ''\n", "name: 1\n", "name: a@b@c\n", "name: z\nbase: 1\n", "name: z\nbase: ''\n", "name: z\nbase: a@x\n",
    "", "# only\n", "[]\n", "text\n", "name: z\nname: z\n", "name: z\nv: b: c\n", "name: z\nv: 2024-13-01\n", "name:\tz\n",
    "name: z\nv: *x\n", "name: z\nv: !!int x\n", "name: z\nv: @\n", "a: 1\nb", ", a\n", "name: 'z\n", "name: 2024-01-01\n",
]  # fmt: skip
VALUES = [
    "1", "2", "x", "~", "true", "1.5", "[1, 2]", "{p: 1, q: [2]}", "w.pt", "/abs/w.pt", "hg://o/r", "'a b.pt'", "2024-01-01",
    "&v [1]", "!!set {s}", "yes", "017", "http://x/y", "file:///z", "", "{q: {r: 3}}",
]  # fmt: skip
FIELDS = ["checkpoint", "tokenizer", "v", "w", "model_config", "model_arch", "1", "~"]


def random_source_case(rng):
    files, sources = [], []
    used = set()
    trouble = rng.random() < 0.35
    for number in range(rng.choice([1, 1, 2, 2, 3])):
        if rng.random() < 0.15:
            documents = [_card(rng, used, trouble) for _ in range(rng.randint(1, 2))]
            sources.append({"kind": "memory", "name": f"memory{number}", "entries": "---\n".join(documents)})
            continue
        folder = f"s{number}"
        paths = rng.sample(["z.yaml", "a.yaml", "k.yml", "sub/b.yaml", "sub/q.yaml", ".h.yaml", "note.txt"], rng.randint(1, 3))
        for path in paths:
            files.append({"path": f"{folder}/{path}", "text": _file(rng, used, trouble)})
        one = len(paths) == 1 and rng.random() < 0.3
        sources.append({"kind": "file", "path": "${ROOT}/" + folder + ("/" + paths[0] if one else "")})
    case = {"files": files, "sources": sources}
    if rng.random() < 0.25:
        case["env"] = rng.choice(ENVIRONMENTS + [" x ", "", "gone"])
    asked = rng.sample(NAMES, 3) + [f"{rng.choice(NAMES)}@{rng.choice(ENVIRONMENTS + ['', ' x', 'gone'])}"]
    case["ask"] = list(dict.fromkeys(asked))
    return case


def _file(rng, used, trouble):
    documents = []
    for _ in range(rng.choice([1, 1, 2, 3])):
        if trouble and rng.random() < 0.25:
            documents.append(rng.choice(ERRORS))
        else:
            documents.append(_card(rng, used, trouble))
    text = rng.choice(["---\n", "---\n", "--- # next\n"]).join(documents)
    if rng.random() < 0.05:
        text = rng.choice(["%YAML 1.1\n---\n", "# head\n", "---\n", "%YAML 1.2\n---\n"]) + text
    if trouble and rng.random() < 0.06:
        text += rng.choice(["---\n", "...\n", "...\n---\n", "\t\n", "\u0000", "\r\n"])
    return text


def _card(rng, used, trouble):
    free = [
        (name, environment)
        for name in NAMES
        for environment in [""] + ENVIRONMENTS
        if trouble or (name, environment) not in used
    ]
    plain = [pair for pair in free if not pair[1]]
    name, environment = rng.choice(plain if plain and rng.random() < 0.6 else free or [(f"m{len(used)}", "")])
    used.add((name, environment))
    shown = name + (f"@{environment}" if environment or rng.random() < 0.1 else "")
    if rng.random() < 0.08:
        shown = rng.choice([f'" {shown}"', f'"{shown} "', f"'{shown}'", f'"{shown.replace("@", " @ ")}"'])
    lines = [f"name: {shown}"]
    if rng.random() < 0.45:
        lines.append("base: " + rng.choice(NAMES + ["~", "' b '", "gone"] if rng.random() < 0.3 else NAMES))
    for field in rng.sample(FIELDS, rng.randint(0, 3)):
        lines.append(f"{field}: {rng.choice(VALUES)}")
    if rng.random() < 0.15:
        rng.shuffle(lines)
    return "\n".join(lines) + "\n"
