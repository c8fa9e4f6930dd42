# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""What of a header the API reference is made of: Doxygen's input filter, which prints it line for line.

Left out is what nobody writes or reads: namespaces of details; functions that are declared and never defined, which refuse
wrong calls in words, and those words (docs/guide.md explains them); what an expression says of itself to the rewriting. A line of the
catalogue becomes a documented variable: its source and its formula are what there is to say of it."""

import pathlib
import re
import sys

INTERNAL = ["detail", "direct", "error", "kernels", "lane"]
# Members of expressions that only the rewriting and the evaluation ask.
FOR_REWRITING = ["tree", "is_tree", "slots", "operation", "tag", "describe", "has_user", "tree_maker", "with_parameters"]

COMMENT_OR_LITERAL = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z])\'(?:\\.|[^\'\\\n])\'', re.DOTALL)
NAMESPACE = re.compile(r"\s*(?:inline\s+)?namespace\b([\w:\s]*)$")
CLASS = re.compile(r"\s*(?:requires\b.*\s)?(?:struct|class)\s+\w+", re.DOTALL)
REQUIRES_BLOCK = re.compile(r"\brequires\s*(?:\([^{}()]*\))?\s*$")
REFUSAL = re.compile(r"(?!\s*(?:static_assert|using|friend)\b|.* =\s).*\)\s*(?:const)?\s*$", re.DOTALL)
MEMBER = re.compile(r"\s*(?:using\s+(?=\w+\s*=)|static\s+constexpr\s+[\w:]+\s+|struct\s+)(\w+)\b")
ENTRY = re.compile(
    r'^inline constexpr struct (\w+) final : ((?:gated_)?activation)<(.*?)> \{ static constexpr text_view name = "\w+", '
    r'source = "([^"]*)"; static constexpr auto formula\((.*?)\) \{ return (.*); \} \} \w+;$', re.MULTILINE)
ALIAS = re.compile(r"^(inline constexpr auto& \w+ = (\w+);)$", re.MULTILINE)


def blanked(text):
    """As long, with the same lines."""
    return re.sub(r"[^\n]", " ", text)


def matching(code, start):
    """Behind the brace that closes the one at `start`."""
    depth = 0
    for brace in re.compile("[{}]").finditer(code, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    raise ValueError(f"a brace that nothing closes: {code[start:start + 60]!r}")


def without_template(head):
    """A declaration behind its `template <...>`."""
    match = re.match(r"\s*template\s*(?=<)", head)
    if not match:
        return head
    depth = parentheses = 0
    for sign in re.compile(r"->|[<>()]").finditer(head, match.end()):
        parentheses += {"(": 1, ")": -1}.get(sign[0], 0)
        depth += 0 if parentheses else {"<": 1, ">": -1}.get(sign[0], 0)
        if depth == 0 and not parentheses:
            return head[sign.end():]
    raise ValueError(f"a template whose parameters do not end: {head[:60]!r}")


def left_out(code):
    """The parts [start, end) of a header, its comments and literals blanked, that are not part of the reference."""
    start = place = 0
    while True:
        mark = re.compile(r"[{};]|^[ \t]*#[^\n]*|\b(?:public|private|protected):", re.MULTILINE).search(code, place)
        if not mark:
            return
        head, end = code[start:mark.start()], mark.end()
        if mark[0] == "{" and (REQUIRES_BLOCK.search(head) or head.count("(") > head.count(")")):
            place = matching(code, mark.start())
            continue
        declaration = without_template(head)
        member = MEMBER.match(declaration)
        is_for_rewriting = member and member[1] in FOR_REWRITING
        first = start + len(head) - len(head.lstrip())
        if mark[0] == "{":
            namespace = NAMESPACE.match(head)
            if namespace and any(name.strip() in INTERNAL for name in namespace[1].split("::")):
                end = matching(code, mark.start())
                yield start, end
            elif is_for_rewriting:
                end = matching(code, mark.start())
                yield first, end
            elif not namespace and not CLASS.match(declaration):
                end = matching(code, mark.start())
        elif mark[0] == ";" and (is_for_rewriting or REFUSAL.match(declaration)):
            yield first, end
        start = place = end


def filtered(text):
    text = re.sub(r"\[\[gnu::\w+\]\] ?", "", text)
    # Doxygen 1.9.4 passes over a template of variables that has a condition.
    text = re.sub(r"^requires [^\n;{]*(?=\ninline constexpr auto)", "", text, flags=re.MULTILINE)
    # The catalogue's names are hillock's.
    text = re.sub(r"^(?:inline namespace activations \{|\}  // namespace activations)$", "", text, flags=re.MULTILINE)
    text = ENTRY.sub(described, text)
    text = ALIAS.sub(r"/** Another name of `\2`. */ \1", text)
    code = COMMENT_OR_LITERAL.sub(lambda match: blanked(match[0]), text)
    for start, end in left_out(code):
        text = text[:start] + blanked(text[start:end]) + text[end:]
    return text


def described(entry):
    name, base, defaults, source, parameters, formula = entry.groups()
    defaults = dict(re.findall(r'parameter<"(\w+)", ([^<>]*)>', defaults))
    called = ", ".join(f"{parameter} = {defaults[parameter]}" if parameter in defaults else parameter
                       for parameter in re.findall(r"auto (\w+)", parameters))
    link = f'<a href="../gallery/index.html#{name}">In the gallery</a>'
    return f"/** {source}: `{name}({called})` is `{formula}`. {link}. */ inline constexpr {base} {name};"


if __name__ == "__main__":
    print(filtered(pathlib.Path(sys.argv[1]).read_text()), end="")
