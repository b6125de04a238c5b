# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Records what the real ruamel.yaml and fairseq2 answer to the cases of this folder, or checks that they still do.

Run it with the interpreter of an environment in which fairseq2 0.8.1 is installed:

    python record.py [--write] [--new] [FILE.jsonl ...]

Without --write it compares: it prints each case whose answer is another today, and ends with 1 if there is one.
"""

import argparse
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import case_files
import deep

SECONDS_A_CASE = 20


class TooLong(BaseException):
    """The case did not end in time. No Exception, so that nothing under test swallows it."""


def answer(case):
    """The answer to one case, asked in a fresh folder, in at most SECONDS_A_CASE."""
    import ask_config
    import ask_reading
    import ask_store
    import source_tree

    ask = ask_store.ask if "sources" in case else ask_config.ask if "cards" in case else ask_reading.ask
    root = Path(tempfile.mkdtemp(prefix="case", dir=os.environ["FIDELITY_ROOT"]))
    signal.alarm(SECONDS_A_CASE)
    try:
        # As text: pickle has less room than JSON for what is deep.
        return deep.to_json(ask(case, root)).replace(str(root), source_tree.ROOT)
    except TooLong:
        return deep.to_json({"hangs": True})
    except Exception as ex:
        raise RuntimeError(f"case {case['id']} cannot be asked: {ex!r}") from ex
    finally:
        signal.alarm(0)
        shutil.rmtree(root, ignore_errors=True)


def _question(case):
    return {name: value for name, value in case.items() if name != "expect"}


def _begin_worker():
    def too_long(number, frame):
        raise TooLong()

    signal.signal(signal.SIGALRM, too_long)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="case files; all of them when none is given")
    parser.add_argument("--write", action="store_true", help="write today's answers into the files")
    parser.add_argument("--new", action="store_true", help="ask only the cases that have no answer yet")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    arguments = parser.parse_args()

    # Loaded before the workers are forked: importing fairseq2 takes longer than most of the work.
    import ask_config
    import ask_reading  # noqa: F401
    import ask_store  # noqa: F401

    asked = different = 0
    registry = ask_config.registry()
    if registry != ask_config.REGISTRY.read_text(encoding="utf-8"):
        if arguments.write:
            ask_config.REGISTRY.write_text(registry, encoding="utf-8")
        else:
            different += 1
            print(f"{ask_config.REGISTRY.name} is another today")
    with tempfile.TemporaryDirectory(prefix="fidelity") as root:
        os.environ["FIDELITY_ROOT"] = root
        with multiprocessing.get_context("fork").Pool(arguments.jobs, _begin_worker) as pool:
            for path in arguments.files or case_files.case_paths():
                cases = case_files.load(path)
                chosen = [case for case in cases if not (arguments.new and "expect" in case)]
                for case, answered in zip(chosen, pool.imap(answer, map(_question, chosen), chunksize=8)):
                    today = deep.from_json(answered)
                    asked += 1
                    if not deep.same(case.get("expect"), today):
                        different += 1
                        if not arguments.write:
                            print(f"{path.name}: {case['id']}")
                            print(f"  recorded {deep.to_json(case.get('expect'))}")
                            print(f"  today    {deep.to_json(today)}")
                    case["expect"] = today
                if arguments.write:
                    case_files.save(path, cases)
    word = "written" if arguments.write else "different"
    print(f"{asked} cases asked, {different} {word}")
    return 1 if different and not arguments.write else 0


if __name__ == "__main__":
    sys.exit(main())
