# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0

import pathlib
import tempfile
import unittest

import reject

GOOD = """// expect: a sum needs
// expect: two numbers
template <int count> struct sum { static_assert(count == 2, "a sum needs two numbers"); };
#ifdef WRONG
sum<1> value;
#else
sum<2> value;
#endif
"""


FLAGGED = """// expect: no letters
// flags: -DLETTERS -Wall
// fix: -ULETTERS
#ifdef LETTERS
#error no letters
#endif
"""


class Reject(unittest.TestCase):
    def fault_of(self, source):
        with tempfile.TemporaryDirectory() as folder:
            case = pathlib.Path(folder, "case.cpp")
            case.write_text(source)
            return reject.fault(case, "g++", [])

    def test_accepts_a_refusal_in_the_expected_words(self):
        self.assertIsNone(self.fault_of(GOOD))

    def test_reports_a_wrong_program_that_compiles(self):
        self.assertIn("the wrong program compiles", self.fault_of(GOOD.replace("sum<1>", "sum<2>")))

    def test_reports_other_words(self):
        self.assertIn("none of the first 3 lines", self.fault_of(GOOD.replace("// expect: two", "// expect: three")))

    def test_reports_a_refusal_that_comes_late(self):
        earlier = "#ifdef WRONG\nnot_a_type a, b;\nnot_a_type c, d;\n#endif\n"
        self.assertIn("none of the first 3 lines", self.fault_of(earlier + GOOD))

    def test_reports_words_outside_of_the_error(self):
        note = '[[deprecated("a sum needs two numbers")]] int f();\n#ifdef WRONG\nint i = f() + no;\n#endif\n'
        self.assertIn("none of the first 3 lines", self.fault_of(note + GOOD.replace("sum<1>", "sum<2>")))

    def test_reports_a_twin_that_does_not_compile(self):
        self.assertIn("its twin does not compile", self.fault_of(GOOD.replace("sum<2>", "sum<3>")))

    def test_reports_a_case_that_tests_nothing(self):
        self.assertIn("expect", self.fault_of(GOOD.replace("// expect:", "// hope:")))
        self.assertIn("#ifdef WRONG", self.fault_of(GOOD.replace("#ifdef WRONG", "#if 0")))

    def test_accepts_a_refusal_of_flags(self):
        self.assertIsNone(self.fault_of(FLAGGED))

    def test_reports_flags_that_are_not_refused(self):
        self.assertIn("the wrong program compiles", self.fault_of(FLAGGED.replace("-DLETTERS", "-DLETTER")))

    def test_reports_flags_that_mend_nothing(self):
        self.assertIn("its twin does not compile", self.fault_of(FLAGGED.replace("-ULETTERS", "-ULETTER")))

    def test_reports_flags_without_a_twin(self):
        self.assertIn("// fix:", self.fault_of(FLAGGED.replace("// fix:", "// mend:")))

    def test_the_most_specific_expectation_counts(self):
        source = "// expect: all\n// expect-clang: clangs\n// expect-clang14: old\n// expect-g++: gnu\n"
        self.assertEqual(reject.expectations(source, "g++"), ["gnu"])
        self.assertEqual(reject.expectations(source, "/usr/bin/clang++-14"), ["old"])
        self.assertEqual(reject.expectations(source, "clang++-19"), ["clangs"])
        self.assertEqual(reject.expectations("// expect: all\n", "clang++-19"), ["all"])


if __name__ == "__main__":
    unittest.main()
