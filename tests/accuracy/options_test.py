# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""What the program `accuracy` keeps, compares and ends with; its path is the first argument."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ""


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)


class Options(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = pathlib.Path(folder.name) / "swept.tsv"
        self.page = pathlib.Path(folder.name) / "page.md"

    def sweep(self, *functions):
        return run("--float", "--sampled", "--state", self.state, *functions)

    def cells(self):
        """Of the one function that there is in the state."""
        names, row = [line.split("\t") for line in self.state.read_text().splitlines()]
        return dict(zip(names, row, strict=True))

    def alter(self, column, value):
        cells = self.cells() | {column: value}
        self.state.write_text("".join("\t".join(row) + "\n" for row in (cells.keys(), cells.values())))

    def test_prints_the_worst_input_with_both_values(self):
        found = run("--float", "--sampled", "softsign")
        self.assertEqual(found.returncode, 0, found.stderr)
        for name in ("max ULP", "mean", "right, %", "worst input", "computed", "exact"):
            self.assertIn(name, found.stdout)
        self.assertIn("softsign", found.stdout)
        self.assertIn("1 functions, 0 beyond their bounds", found.stdout)

    def test_goes_on_where_it_stopped(self):
        self.sweep("softsign")
        whole = self.cells()
        # What is done is not done again: a sum of errors that was changed stays, and that of the second part is added.
        self.alter("done", "10")
        self.alter("sum of ulps", "0x1p+40")
        self.assertEqual(self.sweep("softsign").returncode, 0)
        done = self.cells()
        self.assertEqual(done["done"], "all")
        self.assertLess(2**40, float.fromhex(done["sum of ulps"]))
        self.assertLess(float.fromhex(done["sum of ulps"]), 2**40 + float.fromhex(whole["sum of ulps"]))
        self.assertEqual(self.sweep("softsign").returncode, 0)
        self.assertEqual(self.cells(), done)

    def test_finds_the_same_however_many_run(self):
        some = ["--float", "--pairs", "--sampled", "gelu'", "atan2"]
        found = [run("--threads", threads, *some) for threads in (1, 3)]
        self.assertEqual(found[0].returncode, 0, found[0].stderr)
        self.assertEqual(found[0].stdout, found[1].stdout)

    def test_keeps_other_lines(self):
        self.sweep("softsign")
        self.sweep("relu")
        self.assertEqual(len(self.state.read_text().splitlines()), 3)
        self.assertEqual(self.sweep("relu", "softsign").returncode, 0)

    def test_begins_anew_where_results_are_others(self):
        self.sweep("softsign")
        whole = self.state.read_text()
        for column, value in (("digest", "1"), ("extent", "all floats")):
            self.alter(column, value)
            self.alter("worst", "0x1p+9")
            self.assertEqual(run("--table", "--float", "--sampled", "--state", self.state, "softsign").returncode, 1)
            self.assertEqual(self.sweep("softsign").returncode, 0)
            self.assertEqual(self.state.read_text(), whole)

    def test_refuses_results_beyond_a_bound(self):
        for column, value in (("worst", "0x1.1p+1"), ("undetermined", "1"), ("lost nan", "1"), ("reference error", "1")):
            self.sweep("softsign")
            self.alter(column, value)
            found = self.sweep("softsign")
            self.assertEqual(found.returncode, 1, column)
            self.assertIn("1 functions, 1 beyond their bounds", found.stdout)
            self.state.unlink()

    def test_compares_the_table_of_a_page(self):
        self.sweep("softsign")
        chosen = ["--float", "--sampled", "--state", self.state, "softsign"]
        self.page.write_text("# A page\n" + run("--table", "--markdown", *chosen).stdout)
        self.assertEqual(run("--check", self.page, *chosen).returncode, 0)
        self.page.write_text(self.page.read_text().replace("| softsign | ", "| softsign | 1"))
        other = run("--check", self.page, *chosen)
        self.assertEqual(other.returncode, 1)
        self.assertIn(f"the table in {self.page} is another", other.stderr)

    def test_refuses_what_is_not_a_state(self):
        self.state.write_text("something else\n")
        before = self.state.read_text()
        found = self.sweep("softsign")
        self.assertEqual(found.returncode, 2)
        self.assertIn("is not a file of sweeps", found.stderr)
        self.assertEqual(self.state.read_text(), before)

    def test_refuses_wrong_arguments(self):
        for arguments in (["--table"], ["--check", "page.md"], ["--float", "no_such_function"], ["--no_such_option"]):
            self.assertEqual(run(*arguments).returncode, 2, arguments)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
