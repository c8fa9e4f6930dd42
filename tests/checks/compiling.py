# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""One call of a compiler, as all checks make it."""

import os
import subprocess

STANDARD = ["-std=c++20", "-fsyntax-only"]


def messages(compiler, arguments, source=None):
    """Runs the compiler, on `source` as standard input where given: (whether it accepted, its messages).

    The messages are in plain English and ASCII whatever the locale of the caller."""
    done = subprocess.run(
        [compiler, *STANDARD, *arguments],
        input=source,
        stdin=subprocess.DEVNULL if source is None else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "LC_ALL": "C"},
        text=True,
        errors="replace",
    )
    return done.returncode == 0, done.stdout


def indented(text, lines):
    return "".join(f"    {line}\n" for line in text.splitlines()[:lines])
