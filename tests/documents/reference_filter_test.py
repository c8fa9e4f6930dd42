# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0

import unittest

from reference_filter import filtered

KEPT = """namespace hillock {
/// A sum.
template <class A, class B>
requires(sizeof(A) > 0 && sizeof(B) > 0) constexpr auto sum(A const& a, B const& b) {
    return a + b;  // } in a comment
}
template <class R>
concept range = requires(R& r) {
    r.size();
};
template <class E>
inline constexpr auto names_of = names<E>();
struct block : base<f({1, 2})> {
    int count = 2;
    char brace = '{';
    void store() const { write("};"); }
};
}  // namespace hillock
"""


class Filter(unittest.TestCase):
    def assertLeft(self, text, expected):
        found = filtered(text)
        self.assertEqual(found.count("\n"), text.count("\n"))
        self.assertEqual(found.split(), expected.split())

    def test_keeps_what_a_program_writes(self):
        self.assertLeft(KEPT, KEPT)

    def test_leaves_out_details(self):
        self.assertLeft("namespace a {\nnamespace detail {\n/// Inside.\nint f() { return 1; }\n}\nint g();\nint h;\n}",
                        "namespace a { int h; }")
        self.assertLeft("namespace hillock::detail {\nint f();\n}\nint g;", "int g;")

    def test_leaves_out_refusals(self):
        refusals = ("template <class T>\nrequires(!number<T>) error::not_a_number<T> f(T const&);\n"
                    "struct s {\n    template <class T = int>\n    error::no operator=(T const&) const;\n    int x;\n};")
        self.assertLeft(refusals, "struct s { int x; };")

    def test_leaves_out_what_only_the_rewriting_reads(self):
        members = ("struct s {\n    using tree = s;\n    static constexpr int slots = 0;\n"
                   "    static constexpr void describe(auto& reader) { reader.f(); }\n    static constexpr int width = 1;\n};")
        self.assertLeft(members, "struct s { static constexpr int width = 1; };")

    def test_makes_entries_of_the_catalogue_variables(self):
        entry = ('inline constexpr struct elu final : activation<elu, parameter<"alpha", 1_c>> { static constexpr text_view '
                 'name = "elu", source = "a paper"; static constexpr auto formula(auto x, auto alpha) { return select(x > 0_c, '
                 'x, alpha * expm1(x)); } } elu;')
        found = filtered(entry)
        self.assertIn("/** a paper: `elu(x, alpha = 1_c)` is `select(x > 0_c, x, alpha * expm1(x))`.", found)
        self.assertTrue(found.endswith("*/ inline constexpr activation elu;"), found)


if __name__ == "__main__":
    unittest.main()
