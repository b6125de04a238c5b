# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""The files of a source case on disk, and folders listed in the order in which the case names its files."""

import contextlib
import os

import case_files

ROOT = "${ROOT}"


def write(case, root):
    """Writes the files, links and folders of a case below `root`."""
    for entry in case.get("files", []):
        path = root / entry["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        if "link" in entry:
            path.symlink_to(entry["link"].replace(ROOT, str(root)))
        elif entry.get("folder"):
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(case_files.content(entry))


@contextlib.contextmanager
def listed_in_order(case, root):
    """Replaces what lists a folder (for fsspec and for pathlib) by the same in the order of the case.

    Python reads a folder in the order in which the system lists it; that is not ours to choose on a real disk.
    """
    position = {}
    for entry in case.get("files", []):
        parts = entry["path"].split("/")
        for length in range(1, len(parts) + 1):
            position.setdefault(os.path.join(root, *parts[:length]), len(position))
    real_root = os.path.realpath(root)

    def order(folder, name):
        path = os.path.join(os.path.realpath(folder), name).replace(real_root, str(root), 1)
        return position.get(path, len(position)), name

    real_scandir, real_listdir = os.scandir, os.listdir

    class Scan(list):
        def __enter__(self):
            return iter(self)

        def __exit__(self, *error):
            return None

    def scandir(folder="."):
        with real_scandir(folder) as entries:
            return Scan(sorted(entries, key=lambda entry: order(folder, entry.name)))

    def listdir(folder="."):
        return sorted(real_listdir(folder), key=lambda name: order(folder, name))

    os.scandir, os.listdir = scandir, listdir
    try:
        yield
    finally:
        os.scandir, os.listdir = real_scandir, real_listdir
