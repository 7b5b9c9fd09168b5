"""Every word that Streamlit reads as Markdown is a text of the project, or went through `escape`.

Read from the source: the argument of each call that takes Markdown is followed back through f-strings, joins, branches and
local names to `text(...)`, `escape(...)` or a function that says `-> Markdown`; a parameter `: Markdown` is checked where the
function is called. What cannot be followed is a fault.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from model.paths import ROOT

# Calls whose first argument and `help` are Markdown.
TAKES = frozenset(
    ["markdown", "caption", "info", "warning", "error", "success", "toast", "title", "header", "subheader", "expander", "popover", "button", "download_button", "link_button", "checkbox", "toggle", "selectbox", "multiselect", "radio", "segmented_control", "pills", "text_input", "text_area", "number_input", "date_input", "file_uploader", "form_submit_button", "metric", "badge", "spinner", "status", "dialog"]
)
NAMED = TAKES | {"page_link"}  # calls whose `label`, `body` and `help` are
OPTIONS = frozenset({"radio", "segmented_control", "pills", "tabs"})  # their `format_func` is Markdown too
NUMBERS = frozenset({"len", "sum", "min", "max", "round", "int", "percent"})
FILES = sorted(path for folder in ("components", "app_pages") for path in (ROOT / folder).rglob("*.py"))


def is_markdown(annotation: ast.expr | None) -> bool:
    """Whether an annotation says that words are Markdown already."""
    return annotation is not None and "Markdown" in ast.unparse(annotation)


def functions(trees: Iterable[ast.AST]) -> Iterator[ast.FunctionDef]:
    """Every function of some modules."""
    return (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


ROOTS = frozenset({"escape", "linked"})  # where Markdown is made of words
OURS = list(functions(ast.parse(path.read_text(encoding="utf-8")) for path in FILES))
MAKES = frozenset(node.name for node in OURS if is_markdown(node.returns) and not node.name.startswith("_"))


def wants(found: Iterable[ast.FunctionDef]) -> dict[str, dict[str, int]]:
    """Function -> its parameters that are Markdown, with their places."""
    return {node.name: {argument.arg: place for place, argument in enumerate(node.args.args) if is_markdown(argument.annotation)} for node in found}


WANTS = wants(OURS)


def parts(node: ast.expr) -> list[ast.expr]:
    """What an expression is put together from; nothing if that is not known."""
    match node:
        case ast.JoinedStr(values=parts):
            return [part.value if isinstance(part, ast.FormattedValue) else part for part in parts] or [ast.Constant("")]
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return [one, other]
        case ast.BoolOp(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Dict(values=parts):
            return parts or [ast.Constant("")]
        case ast.ListComp(elt=one) | ast.GeneratorExp(elt=one) | ast.Starred(value=one) | ast.Subscript(value=one) | ast.Lambda(body=one):
            return [one]
    return []


class Followed(ast.NodeVisitor):
    """Whether an expression of one function can hold words from outside."""

    def __init__(self, tree: ast.AST, local: dict[str, ast.FunctionDef]) -> None:
        self.values: dict[str, list[ast.expr]] = {}
        self.functions = local
        self.given = {argument.arg: argument.annotation for node in functions([tree]) for argument in [*node.args.args, *node.args.kwonlyargs]}
        self.under: set[str] = set()
        self.visit(tree)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._take(target, node.value)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if is_markdown(node.annotation) and isinstance(node.target, ast.Name):
            self.given[node.target.id] = node.annotation
        elif node.value:
            self._take(node.target, node.value)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._take(node.target, node.value)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._take(node.target, node.value)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        self._take(node.target, node.iter)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self._take(node.target, node.iter)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and node.func.attr == "append" and isinstance(node.func.value, ast.Name):
            self.values.setdefault(node.func.value.id, []).append(node.args[0])
        self.generic_visit(node)

    def _take(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Tuple):
            parts = value.elts if isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts) else [value] * len(target.elts)
            for one, part in zip(target.elts, parts, strict=True):
                self._take(one, part)
        elif isinstance(target, ast.Name):
            self.values.setdefault(target.id, []).append(value)

    def is_ours(self, node: ast.expr | None) -> bool:
        """Whether an expression holds only texts of the project and escaped words."""
        match node:
            case None | ast.Constant() | ast.Compare():
                return True
            case ast.Attribute(attr=name):
                return name == "snapshot"  # letters and digits
            case ast.Name(id=name):
                return self._name(name)
            case ast.Call():
                return self._call(node)
        held = parts(node)
        return bool(held) and all(map(self.is_ours, held))

    def _name(self, name: str) -> bool:
        if name in self.under or name.isupper():  # a constant of the module
            return True
        if name not in self.values:
            annotation = self.given.get(name)
            return is_markdown(annotation) or (isinstance(annotation, ast.Name) and annotation.id == "int")
        self.under.add(name)
        found = all(map(self.is_ours, self.values[name]))
        self.under.discard(name)
        return found

    def _call(self, node: ast.Call) -> bool:
        named = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if named in MAKES | NUMBERS | {"count"}:
            return True
        if named == "text":
            return all(self.is_ours(keyword.value) for keyword in node.keywords)
        if named == "join" and isinstance(node.func, ast.Attribute):
            return self.is_ours(node.func.value) and self.is_ours(node.args[0])
        if named in {"replace", "strip", "get", "items"} and isinstance(node.func, ast.Attribute):
            return self.is_ours(node.func.value) and all(map(self.is_ours, node.args[named == "get":]))
        if named in self.functions:
            return returns_ours(self.functions[named], self.functions)
        return False


def returns_ours(function: ast.FunctionDef, local: dict[str, ast.FunctionDef]) -> bool:
    """Whether everything that a function returns is ours; of one that calls itself the rest counts."""
    followed = Followed(function, {name: other for name, other in local.items() if name != function.name})
    returned = [item.value for item in ast.walk(function) if isinstance(item, ast.Return)]
    return bool(returned) and all(map(followed.is_ours, returned))


def scopes(module: ast.Module) -> Iterator[ast.AST]:
    """Each function of a module by itself, and what stands outside of them."""
    yield from (node for node in module.body if isinstance(node, ast.FunctionDef))
    yield ast.Module([node for node in module.body if not isinstance(node, ast.FunctionDef)], [])


def calls(tree: ast.AST, taking: dict[str, dict[str, int]]) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Each argument that is read as Markdown, with its call."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        is_method = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) != "plain"  # `plain.markdown` makes a file
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        wanted = taking.get(name, {})
        first = {0} if is_method and name in TAKES else set()
        yield from ((node, argument) for place, argument in enumerate(node.args) if place in first | set(wanted.values()))
        named = set(wanted) | ({"label", "body", "help"} if is_method and name in NAMED else set()) | ({"format_func"} if name in OPTIONS else set())
        yield from ((node, keyword.value) for keyword in node.keywords if keyword.arg in named)


def faults(source: str) -> list[str]:
    """The calls of a module whose words cannot be followed to the project's own or to `escape`."""
    module = ast.parse(source)
    local = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
    found = []
    for scope in scopes(module):
        followed = Followed(scope, local)
        found += [f"line {call.lineno}: {ast.unparse(argument)[:120]}" for call, argument in calls(scope, WANTS | wants(local.values())) if not followed.is_ours(argument)]
    return found + [f"{name} does not return Markdown" for name, node in local.items() if is_markdown(node.returns) and name not in ROOTS and not returns_ours(node, local)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_words_from_outside_are_escaped(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("source", [
    "st.markdown(comparison.finding)", "st.expander(f'{row.label}')", "st.button('x', help=row.note)", "st.caption(text('a', lang, name=row.label))",
    "words = [row.label for row in rows]\nst.markdown(' '.join(words))", "def f(name):\n    st.info(name)", "st.radio('x', rows, format_func=lambda row: row.label)",
    "def f() -> Markdown:\n    return row.label", "def section(name: Markdown):\n    pass\nsection(row.label)",
    "said = []\nsaid.append(row.label)\nst.error(', '.join(said))", "def g(row):\n    return row.label\nst.caption(g(row))",
])
def test_the_check_sees_words_that_were_not_escaped(source: str) -> None:
    assert len(faults(source)) == 1


@pytest.mark.parametrize("source", [
    "st.markdown(escape(comparison.finding))", "st.expander(f'**{escape(row.label)}**')", "st.caption(text('a', lang, count=len(rows)))",
    "words = [escape(row.label) for row in rows]\nst.markdown(' '.join(words))", "st.selectbox(text('a', lang), rows, format_func=lambda row: row.label)",
])
def test_the_check_lets_escaped_words_pass(source: str) -> None:
    assert faults(source) == []
