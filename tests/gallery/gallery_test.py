# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0

import json
import pathlib
import tempfile
import unittest

import entries
import manifest

ACCURACY = """# Accuracy
| what | ULP |
|---|---|
| activations | 2 |

### Activations, float

| function | max ULP | right, % |
|---|---|---|
| bump | 0.5 | 100 |

### First derivatives, double

| function | max ULP | right, % |
|---|---|---|
| bump' | 1.5 | 90 |
"""
PERFORMANCE = """# Performance
<!-- made by tests/bench/table.py -->

A machine; medians of 9.

### float

| function | direction | 4,096: ns | / memcpy | / cmath | / fastest library, its ns | 8,192: ns | / memcpy | / cmath | / fastest library, its ns |
|---|---|---|---|---|---|---|---|---|---|
| bump | forward | 0.2 | 1.1 | 0.6 | 0.9 Eigen 0.22 | 0.3 | 1.2 | 0.7 |  |
"""
HEADER = ('inline constexpr struct bump final : activation<bump> { static constexpr text_view name = "bump", source = "here"; '
          "static constexpr auto formula(auto x) { return x; } } bump;\n")
TABLE = "activation\tfamily\tframeworks\nbump\tBumps\tPyTorch torch.bump(width = 1), since 9; ONNX Bump\n"


class Gallery(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.project = pathlib.Path(folder.name)
        self.write("docs/accuracy.md", ACCURACY)
        self.write("docs/performance.md", PERFORMANCE)
        self.write("include/hillock/activations.hpp", HEADER)
        self.write("tests/gallery/entries.tsv", TABLE)
        self.write("docs/gallery/index.html", "a page")
        for name in manifest.MAKERS:
            self.write(f"tests/gallery/{name}", name)

    def write(self, name, text):
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def gathered(self, *names):
        return entries.gathered(self.project, [json.dumps({"name": name}) for name in names or ["bump"]])

    def differences(self):
        return list(manifest.differences(manifest.read(self.project), manifest.lines(self.project, *self.gathered())))

    def test_gathers_rows_lines_and_names(self):
        machine, sizes, (bump,) = self.gathered()
        self.assertEqual(machine, "A machine; medians of 9.")
        self.assertEqual(sizes, ["4,096", "8,192"])
        self.assertEqual([(row["function"], row["type"], row["max ULP"]) for row in bump["accuracy"]],
                         [("bump", "float", "0.5"), ("bump'", "double", "1.5")])
        self.assertEqual([row["times"] for row in bump["speed"]], [[("0.2", "0.9 Eigen"), ("0.3", "")]])
        self.assertEqual(bump["frameworks"], [
            {"framework": "PyTorch", "name": "torch.bump(width = 1)", "remark": "since 9"},
            {"framework": "ONNX", "name": "Bump", "remark": ""},
        ])
        self.assertEqual(bump["definition"].count("\n"), 3)

    def test_refuses_a_table_that_is_not_of_the_catalogue(self):
        with self.assertRaisesRegex(entries.Refused, "no line for dip"):
            self.gathered("bump", "dip")
        self.write("tests/gallery/entries.tsv", TABLE + "dip\tBumps\tnone\n")
        with self.assertRaisesRegex(entries.Refused, "a line for dip, which is not"):
            self.gathered()
        self.write("tests/gallery/entries.tsv", TABLE + TABLE.splitlines()[1] + "\n")
        with self.assertRaisesRegex(entries.Refused, "two lines for bump"):
            self.gathered()
        self.write("tests/gallery/entries.tsv", TABLE.replace("ONNX Bump", "ONNX"))
        with self.assertRaisesRegex(entries.Refused, "not `framework name"):
            self.gathered()

    def test_refuses_an_entry_without_its_line_or_accuracy(self):
        self.write("include/hillock/activations.hpp", "")
        with self.assertRaisesRegex(entries.Refused, "no line of the usual form for bump"):
            self.gathered()
        self.write("include/hillock/activations.hpp", HEADER)
        self.write("docs/accuracy.md", "")
        with self.assertRaisesRegex(entries.Refused, "accuracy.md has no row for bump"):
            self.gathered()

    def test_tells_what_is_stale(self):
        self.assertIn("entry bump is new", self.differences())
        manifest.write(self.project, *self.gathered())
        self.assertEqual(self.differences(), [])
        self.write("docs/performance.md", PERFORMANCE.replace("0.2", "0.4"))
        self.assertEqual(self.differences(), ["entry bump has changed"])
        self.write("docs/performance.md", PERFORMANCE)
        self.write("docs/gallery/index.html", "another page")
        self.write("tests/gallery/style.css", "another style")
        self.assertEqual(self.differences(), ["maker style.css has changed", "page index.html has changed"])


if __name__ == "__main__":
    unittest.main()
