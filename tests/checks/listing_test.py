# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0

import pathlib
import tempfile
import unittest

import listing


class Listing(unittest.TestCase):
    def test_finds_files_at_every_depth_in_order(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name in ["static/b.cpp", "static/deep/a.cpp", "static/note.md"]:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).touch()
            self.assertEqual(listing.listing(root, "static/**/*.cpp"), ["static/b.cpp", "static/deep/a.cpp"])

    def test_names_what_was_added_and_removed(self):
        self.assertEqual(listing.differences(["a", "b"], ["b", "c"]), ["a is new", "c is gone"])
        self.assertEqual(listing.differences(["a"], ["a"]), [])


if __name__ == "__main__":
    unittest.main()
