# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""What the program `lab` refuses, compares and writes; its path is the first argument."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ""
DATA = pathlib.Path(__file__).parent.parent / "data" / "digits.csv"
SHORT = ["relu", "own", "--quick", "--epochs", "1", "--data", DATA]


def run(*arguments, **environment):
    return subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=os.environ | environment
    )


class Options(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def refused(self, text, *arguments, **environment):
        found = run(*arguments, **environment)
        self.assertEqual(found.returncode, 1 if environment else 2, found.stderr)
        self.assertIn(text, found.stderr)
        self.assertEqual(found.stdout, "")
        self.assertNotIn("%", found.stderr)  # nothing was computed
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_refuses_before_it_computes(self):
        report = ["--report", self.folder / "report.html"]
        self.refused("is it relu?", "relo", *report)
        self.refused('"relu" is named twice', "relu", "relu", *report)
        self.refused("there is no option --quik", "--quik", *report)
        self.refused("--epochs needs a value", *report, "--epochs")
        self.refused("--epochs takes a number from 1 to 10000", "--epochs", "0", *report)
        self.refused('there is no experiment "digit"', "--experiment", "digit", *report)
        self.refused("there is no folder", "--report", self.folder / "missing" / "report.html")
        self.refused("cannot write the report", "--report", self.folder)
        self.refused("cannot read", "--check", self.folder / "missing.md", *report)

    def test_says_what_to_install(self):
        self.refused("apt-get install gnuplot-nox", "--report", self.folder / "report.html", PATH="/nonexistent")

    def test_repeats_itself(self):
        found = [run(*SHORT, "--no-report", "--markdown") for _ in range(2)]
        self.assertEqual(found[0].returncode, 0, found[0].stderr)
        self.assertEqual(found[0].stdout, found[1].stdout)
        page = self.folder / "page.md"
        page.write_text("# A page\n" + found[0].stdout)
        self.assertEqual(run(*SHORT, "--no-report", "--check", page).returncode, 0)
        page.write_text(found[0].stdout.replace("| relu | ", "| relu | 1", 1))
        other = run(*SHORT, "--no-report", "--check", page)
        self.assertEqual(other.returncode, 1)
        self.assertIn("are others", other.stderr)

    def test_prints_times_and_writes_one_page(self):
        report = self.folder / "report.html"
        found = run(*SHORT, "--report", report)
        self.assertEqual(found.returncode, 0, found.stderr)
        self.assertIn("ms/epoch", found.stdout)
        self.assertIn("100%", found.stderr)
        page = report.read_text()
        self.assertEqual(page.count("<svg role"), 20)
        for foreign in ("<script", "src=", "<link", "url(", "@import"):
            self.assertNotIn(foreign, page)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["report.html"])

    def test_runs_one_experiment(self):
        for experiment, title in (("digits", "digits 2"), ("spirals", "spirals 2"), ("explosion", "clipped")):
            found = run(*SHORT, "--experiment", experiment, "--report", self.folder / "report.html")
            self.assertEqual(found.returncode, 0, found.stderr)
            self.assertIn(title, found.stdout.splitlines()[0])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
