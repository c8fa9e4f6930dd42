# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0

import pathlib
import tempfile
import unittest

import layers

GOOD = {
    "hillock.hpp": "#include <hillock/activations.hpp>\n#include <hillock/loops/apply.hpp>\n",
    "activations.hpp": "#include <hillock/evaluate/kernels.hpp>\n#include <boost/hana/tuple.hpp>\n",
    "evaluate/kernels.hpp": "#include <hillock/symbols/variable.hpp>\n#include <cstdint>\n",
    "symbols/variable.hpp": "/* as in\n#include <cmath>\n*/\n// #include <iostream>\n",
    "loops/apply.hpp": "#  include <hillock/evaluate/kernels.hpp>\n",
    "adapters/eigen.hpp": "#include <Eigen/Core>\n#include <hillock/loops/apply.hpp>\n",
}


class Layers(unittest.TestCase):
    def faults_with(self, **changes):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {**GOOD, **changes}.items():
                path = pathlib.Path(folder, "hillock", name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return layers.violations(folder)[0]

    def assert_one_fault(self, words, faults):
        self.assertEqual(len(faults), 1, faults)
        self.assertIn(words, faults[0])

    def test_accepts_layers_that_hold(self):
        self.assertEqual(self.faults_with(), [])

    def test_reports_a_lower_layer_that_sees_a_higher_one(self):
        faults = self.faults_with(**{"evaluate/more.hpp": "#include <hillock/loops/lanes.hpp>\n", "loops/lanes.hpp": "",
                                     "loops/apply.hpp": "#include <hillock/evaluate/more.hpp>\n"})
        self.assert_one_fault("evaluate is below loops", faults)
        self.assertTrue(self.faults_with(**{"symbols/variable.hpp": "#include <hillock/activations.hpp>\n"}))
        self.assertTrue(self.faults_with(**{"activations.hpp": "#include <hillock/hillock.hpp>\n"}))

    def test_reports_a_circle_within_a_layer(self):
        faults = self.faults_with(**{"loops/apply.hpp": "#include <hillock/loops/lanes.hpp>\n",
                                     "loops/lanes.hpp": "#include <hillock/loops/apply.hpp>\n"})
        self.assertEqual(len(faults), 2, faults)
        self.assertIn("circle", faults[0])

    def test_reports_forbidden_and_foreign_headers(self):
        for header in layers.FORBIDDEN:
            self.assert_one_fault(f"<{header}>", self.faults_with(**{"loops/apply.hpp": f" # include <{header}>\n"}))
        self.assert_one_fault("only the", self.faults_with(**{"loops/apply.hpp": "#include <boost/mp11/list.hpp>\n"}))
        self.assert_one_fault("write <", self.faults_with(**{"loops/apply.hpp": '#include "lanes.hpp"\n'}))

    def test_reports_what_is_missing(self):
        self.assert_one_fault("not reached", self.faults_with(**{"rules/partials.hpp": ""}))
        self.assert_one_fault("does not exist", self.faults_with(**{"loops/apply.hpp": "#include <hillock/no.hpp>\n"}))
        faults = self.faults_with(**{"new/thing.hpp": ""})
        self.assertIn("new/thing.hpp: its layer is not in the order of layers", "\n".join(faults))


if __name__ == "__main__":
    unittest.main()
