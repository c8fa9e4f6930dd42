# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0

import unittest

import documents

TEXT = """# Title
```cpp
#include <hillock/hillock.hpp>
int one;
```
```cpp
a_fragment(of, a, program);
```
```sh
#include <hillock/hillock.hpp>
```
"""


class Documents(unittest.TestCase):
    def test_finds_whole_programs(self):
        self.assertEqual(documents.programs(TEXT), [(3, "#include <hillock/hillock.hpp>\nint one;\n")])

    def test_joins_the_blocks_of_one_program(self):
        text = "<!-- one program -->\n```cpp\n#include <hillock/hillock.hpp>\n```\nwords\n```cpp\nint two;\n```\n"
        self.assertEqual(documents.programs(text),
                         [(3, "#line 3\n#include <hillock/hillock.hpp>\n#line 7\nint two;\n")])


if __name__ == "__main__":
    unittest.main()
