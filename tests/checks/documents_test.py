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


if __name__ == "__main__":
    unittest.main()
