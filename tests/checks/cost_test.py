# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0

import pathlib
import tempfile
import unittest

import cost

COUNTED = {"include only": {"classes": 100, "types": 1000}}


class Cost(unittest.TestCase):
    def test_the_gate(self):
        self.assertEqual(cost.faults(COUNTED, {"include only": {"classes": 100, "types": 1100}}), [])
        self.assertEqual(
            cost.faults(COUNTED, {"include only": {"classes": 99, "types": 1100}}),
            ["include only: 100 classes, 99 allowed"],
        )

    def test_limits_leave_a_tenth(self):
        limits = cost.limits_for(COUNTED)
        self.assertEqual(limits, {"include only": {"classes": 110, "types": 1100}})
        self.assertEqual(cost.faults(COUNTED, limits), [])

    def test_a_case_without_a_limit_and_a_limit_without_a_case_fail(self):
        self.assertEqual(len(cost.faults(COUNTED, {})), 2)
        self.assertEqual(len(cost.faults({}, COUNTED)), 1)

    def test_counts_are_of_instantiations_and_repeat(self):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "case.cpp")
            counts = []
            for depth in [10, 10, 60]:
                source.write_text(
                    "template <int n> struct c { static constexpr int value = c<n - 1>::value + 1; };\n"
                    "template <> struct c<0> { static constexpr int value = 0; };\n"
                    "template <int n> inline constexpr int v = v<n - 1> + 1;\n"
                    "template <> inline constexpr int v<0> = 0;\n"
                    f"static_assert(c<{depth}>::value == {depth} && v<{depth}> == {depth});\n"
                )
                counts.append(cost.count(source, []))
            self.assertEqual(counts[0], counts[1])
            self.assertEqual(counts[2]["classes"] - counts[0]["classes"], 50)
            self.assertEqual(counts[2]["variables"] - counts[0]["variables"], 50)

    def test_a_refused_file_is_a_failure(self):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "case.cpp")
            source.write_text("not a program")
            self.assertRaises(cost.Refused, cost.count, source, [])


if __name__ == "__main__":
    unittest.main()
