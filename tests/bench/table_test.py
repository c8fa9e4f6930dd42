# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0

import re
import types
import unittest

import table


def entry(name, time, run_type="iteration"):
    return {"name": name, "run_type": run_type, "cpu_time": time, "real_time": 10 * time, "time_unit": "ns"}


REPORT = {
    "context": {
        "load_avg": [0.25, 0, 0],
        "compiler": "g++ 12.2.0",
        "library hillock": "0.1.0, avx2",
        "library Eigen": "3.4.0",
    },
    "benchmarks": [
        entry("zeta/forward/float/4096/hillock", 4096 * 200),
        entry("gelu/backward/float/4096/hillock", 4096),
        *(entry("gelu/forward/float/4096/hillock", 4096 * time) for time in (0.5, 9, 0.25)),
        entry("gelu/forward/float/4096/hillock_median", 1, "aggregate"),
        entry("gelu/forward/float/4096/cmath", 4096 * 10),
        entry("gelu/forward/float/4096/Eigen", 4096 * 0.4),
        entry("gelu/forward/float/4096/oneDNN", 4096 * 2),
        entry("only_theirs/forward/float/4096/oneDNN", 4096 * 2),
        entry("memcpy/forward/float/4096/memcpy", 4096 * 0.05),
        entry("memcpy/backward/float/4096/memcpy", 4096 * 0.08),
        entry("gelu/forward/float/262144/hillock", 262144 * 0.75),
        entry("tanh/forward/float/0/hillock", 30),
        entry("tanh/forward/float/8/hillock", 60),
        entry("tanh/forward/float/8/cmath", 40),
    ],
}
EMPTY = ["", "", "", ""]


def lines_of(text):
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text if line.startswith("|")]


class Table(unittest.TestCase):
    def setUp(self):
        self.found = table.medians(REPORT)

    def test_medians_are_of_repetitions(self):
        key = table.Key("gelu", "forward", "float", 4096)
        self.assertEqual(self.found[key]["hillock"], 4096 * 0.5)
        self.assertEqual(set(self.found[key]), {"hillock", "cmath", "Eigen", "oneDNN"})

    def test_ratios_are_to_memcpy_cmath_and_the_fastest_library(self):
        cells = table.cells(self.found, table.Key("gelu", "forward", "float", 4096))
        self.assertEqual(cells, ["0.500", "10.0", "0.050", "1.25 Eigen 0.400"])

    def test_memcpy_is_of_the_same_direction(self):
        cells = table.cells(self.found, table.Key("gelu", "backward", "float", 4096))
        self.assertEqual(cells, ["1.00", "12.5", "", ""])

    def test_what_was_not_measured_is_empty(self):
        self.assertEqual(table.cells(self.found, table.Key("gelu", "forward", "double", 4096)), EMPTY)
        self.assertEqual(table.cells(self.found, table.Key("gelu", "forward", "float", 262144)), ["0.750", "", "", ""])

    def test_one_row_for_each_task_and_four_columns_for_each_size(self):
        lines = lines_of(table.table(self.found, "float"))
        self.assertEqual([line[:2] for line in lines[2:]], [
            ["gelu", "forward"],
            ["gelu", "backward"],
            ["zeta", "forward"],
        ])
        self.assertEqual({len(line) for line in lines}, {10})
        self.assertEqual(lines[0][2], "4,096: ns")
        self.assertEqual(lines[0][6], "262,144: ns")
        self.assertEqual(table.table(self.found, "double"), [])

    def test_calls_are_for_few_elements(self):
        self.assertEqual(table.calls(self.found), [
            "- tanh, forward, 0 floats, ns a call: hillock 30.0",
            "- tanh, forward, 8 floats, ns a call: cmath 40.0, hillock 60.0",
        ])

    def test_the_text_says_what_ran(self):
        text = table.document(REPORT, "a processor")
        for words in ("a processor; g++ 12.2.0; load 0.2", "medians of 3", "hillock 0.1.0, avx2; Eigen 3.4.0."):
            self.assertIn(words, text)
        self.assertNotIn("### double", text)

    def test_the_table_is_replaced_where_it_is_marked(self):
        text = f"before\n{table.BEGIN}\n\nold\n"
        self.assertEqual(table.placed(text, "new"), f"before\n{table.BEGIN}\n\nnew\n")
        self.assertRaises(ValueError, table.placed, "no mark", "new")

    def test_numbers_have_three_digits(self):
        given = [0.0461, 0.5, 0.9996, 12.34, 99.96, 1234.5]
        self.assertEqual([table.number(value) for value in given], ["0.046", "0.500", "1.00", "12.3", "100", "1234"])

    def test_what_runs(self):
        def pattern(**given):
            defaults = {"size": None, "quick": False, "filter": None}
            return re.compile(table.pattern(types.SimpleNamespace(**{**defaults, **given})))

        self.assertTrue(pattern().search("sinc/both/float/16777216/cmath"))
        self.assertTrue(pattern().search("tanh/forward/float/8/cmath"))
        self.assertFalse(pattern(quick=True).search("sinc/both/float/4096/cmath"))
        self.assertFalse(pattern(quick=True).search("gelu/both/float/262144/cmath"))
        self.assertFalse(pattern(quick=True).search("gelu_quick/both/float/4096/cmath"))
        self.assertTrue(pattern(filter="si.*", size=[262144]).search("sinc/both/float/262144/cmath"))
        self.assertTrue(pattern(filter="sinc").search("memcpy/both/float/4096/memcpy"))
        self.assertFalse(pattern(filter="sinc").search("tanh/forward/float/8/cmath"))


if __name__ == "__main__":
    unittest.main()
