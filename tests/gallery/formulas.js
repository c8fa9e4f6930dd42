// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// LaTeX to HTML by KaTeX: reads an array of formulas in JSON, writes an array of HTML. What KaTeX does not accept, or only with
// a warning, ends it with 1.
const katex = require("katex");

const formulas = JSON.parse(require("fs").readFileSync(0, "utf8"));
const options = { displayMode: true, output: "htmlAndMathml", throwOnError: true, strict: "error", fleqn: true };
process.stdout.write(JSON.stringify(formulas.map((latex) => katex.renderToString(latex, options))));
