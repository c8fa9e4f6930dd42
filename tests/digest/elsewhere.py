# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""Compiles tests/functions and digest.cpp by some compiler with some flags, and compares the bits with digests.hpp:

    python3 tests/digest/elsewhere.py --compiler clang++-19 --flags='-O3 -march=native' --power 16
    python3 tests/digest/elsewhere.py --compiler aarch64-linux-gnu-g++ --flags='-O1 -static' --run qemu-aarch64 --power 12
"""

import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
SOURCES = [*sorted((TESTS / "functions").glob("*.cpp")), TESTS / "digest" / "digest.cpp"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--flags", default="", help="as one argument: --flags='-O3 -march=native'")
    parser.add_argument("--run", default="", help="what runs programs of another architecture")
    parser.add_argument("--power", default="12", help="how many numbers: 2^8, 2^12, 2^16 or 2^20")
    arguments = parser.parse_args()
    flags = arguments.flags.split()
    with tempfile.TemporaryDirectory() as folder:
        build = pathlib.Path(folder)
        (build / "include").mkdir()
        (build / "include" / "boost").symlink_to("/usr/include/boost")
        # Boost's folder alone, where another architecture has other headers of the system.
        includes = ["-I", str(TESTS.parent / "include"), "-I", str(TESTS), "-isystem", str(build / "include")]
        common = [arguments.compiler, "-std=c++20", *flags]

        def compiled(source):
            made = build / (source.stem + ".o")
            subprocess.run([*common, *includes, "-c", str(source), "-o", str(made)], check=True)
            return str(made)

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            objects = list(pool.map(compiled, SOURCES))
        program = build / "digest"
        subprocess.run([*common, *objects, "-o", str(program)], check=True)
        # With HILLOCK_SHORT_TESTS a sixteenth of the numbers.
        power = int(arguments.power) - (4 if os.environ.get("HILLOCK_SHORT_TESTS") else 0)
        command = [*arguments.run.split(), str(program), str(power)]
        return subprocess.run(command).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except FileNotFoundError as error:
        sys.exit(f"{error.filename} is not installed")
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(error.cmd)}: {error.returncode}")
