# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0

import pathlib
import tempfile
import unittest

import headers


class Headers(unittest.TestCase):
    def failures_of(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return headers.check(folder, "g++")

    def test_accepts_a_header_that_stands_alone(self):
        failures, count = self.failures_of({"lib/good.hpp": "#pragma once\ninline int one() { return 1; }\n"})
        self.assertEqual((failures, count), ([], 1))

    def test_reports_what_a_header_lacks(self):
        for text in [
            "#pragma once\ninline std::size_t one() { return 1; }\n",  # relies on an include of its user's
            "inline int one() { return 1; }\n",  # has no guard
            "#pragma once\ninline int one(int unused) { return 1; }\n",  # warns
        ]:
            failures, _ = self.failures_of({"lib/bad.hpp": text})
            self.assertEqual(len(failures), 2, failures)
            self.assertTrue(failures[0].startswith("lib/bad.hpp"))

    def test_reports_what_needs_exceptions(self):
        failures, _ = self.failures_of({"bad.hpp": "#pragma once\ninline void fail() { throw 1; }\n"})
        self.assertEqual(len(failures), 1, failures)
        self.assertTrue(failures[0].startswith("bad.hpp -fno-exceptions -fno-rtti"))

    def test_reports_what_it_does_not_cover(self):
        self.assertEqual(len(self.failures_of({"a.hpp": "#pragma once\n", "b.inc": ""})[0]), 1)
        self.assertEqual(len(self.failures_of({})[0]), 1)

    def test_accepts_a_part_that_its_header_includes(self):
        whole, part = "#pragma once\nint one();\n", "inline int one() { return 1; }\n"
        with_part = whole + "#include <lib/whole/part.ipp>\n"
        self.assertEqual(self.failures_of({"lib/whole.hpp": with_part, "lib/whole/part.ipp": part}), ([], 1))
        self.assertEqual(len(self.failures_of({"lib/whole.hpp": whole, "lib/whole/part.ipp": part})[0]), 1)


if __name__ == "__main__":
    unittest.main()
