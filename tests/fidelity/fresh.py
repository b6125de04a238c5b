# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""Makes cards with odd overrides that nobody recorded, asks the real fairseq2, and compares the core with it.

    python fresh.py [--seed N] [--count N] PROGRAM ...

The programs are fidelity_configs and fidelity_findings; each gets the cases through FIDELITY_CASES. It ends with 1 if one
of them finds a difference.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))

import case_files
from generate_overrides import override_cases


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--count", type=int, default=40, help="of each kind")
    parser.add_argument("programs", nargs="+")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="fresh") as folder:
        path = Path(folder) / "configs_fresh.jsonl"
        cases = enumerate(override_cases(arguments.seed, arguments.count), 1)
        case_files.save(path, [{"id": f"fresh-{arguments.seed}-{number}", **case} for number, case in cases])
        subprocess.run([sys.executable, "-B", str(FOLDER / "record.py"), "--write", str(path)], check=True)
        environment = os.environ | {"FIDELITY_CASES": folder}
        results = [subprocess.run([program], env=environment).returncode for program in arguments.programs]
    return 1 if any(results) else 0


if __name__ == "__main__":
    sys.exit(main())
