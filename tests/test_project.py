"""The repository keeps its own rules: docstrings, exports, file sizes, what the docs name."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 500
# tables: one entry a line, nothing to split
TABLES: frozenset[str] = frozenset()
# the error tree is the whole docstring there
NOT_A_MODEL = frozenset({"sim/base/errors.py"})
SOURCES = sorted(
    path.relative_to(ROOT).as_posix()
    for top in ("sim", "analysis")
    for path in (ROOT / top).rglob("*.py")
)
TESTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py"))


def parsed(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


def public_names(module: ast.Module) -> set[str]:
    found = set()
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {t.id for t in node.targets if isinstance(t, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return {name for name in found if not name.startswith("_")}


def exports(module: ast.Module) -> ast.expr | None:
    for node in module.body:
        if isinstance(node, ast.Assign):
            if any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
                return node.value
        elif (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and node.target.id == "__all__"
        ):
            return node.value
    return None


@pytest.mark.parametrize("name", SOURCES)
def test_every_module_has_a_docstring_and_exports(name):
    module = parsed(name)
    assert ast.get_docstring(module), "no module docstring"
    if name.endswith("__init__.py") and not public_names(module):
        return
    listed = exports(module)
    assert listed is not None, "no __all__"
    if isinstance(listed, ast.List | ast.Tuple):
        names = [e.value for e in listed.elts if isinstance(e, ast.Constant)]
        assert len(names) == len(set(names)), "a name is exported twice"


@pytest.mark.parametrize("name", SOURCES + TESTS)
def test_no_file_is_longer_than_can_be_read_at_once(name):
    lines = (ROOT / name).read_text(encoding="utf-8").count("\n")
    assert lines <= MAX_LINES or name in TABLES, f"{lines} lines"


@pytest.mark.parametrize("name", [n for n in SOURCES if not n.endswith("__init__.py")])
def test_every_module_says_what_it_does_not_model(name):
    model = name.startswith("sim/") and not name.startswith("sim/cli/")
    if model and name not in NOT_A_MODEL:
        doc = ast.get_docstring(parsed(name)) or ""
        assert "**Not modelled:**" in doc


@pytest.mark.parametrize(
    "doc", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"]
)
def test_the_files_that_the_front_pages_name_exist(doc):
    text = (ROOT / doc).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    targets += re.findall(r"`((?:sim|analysis|scenarios|docs|tests)/[\w./-]+)`", text)
    missing = sorted({t for t in targets if not (ROOT / t).exists()})
    assert missing == []


def test_the_readme_can_be_read_in_one_go():
    assert (ROOT / "README.md").read_text(encoding="utf-8").count("\n") < 150


def test_the_makefile_lists_each_of_its_targets():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert phony
    described = set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))
    assert described == set(phony[1].split())


def test_the_merge_check_is_executable():
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
