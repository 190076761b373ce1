"""The table of explanations: every message of the verifier has a row, and the page shows it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

import sim.bpf.verifier
from sim.bpf.verifier.explain.explain import entry_of
from sim.bpf.verifier.explain.table import ANYTHING, ENTRIES
from tests.verifier_page import PAGE, page_text

VERIFIER = Path(sim.bpf.verifier.__path__[0])


def text_of(node: ast.expr, known: Mapping[str, str]) -> str | None:
    """Return a message as it may look; what is put in is 1, but for texts of local variables."""
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else text_of(part.value, known) or "1"
            for part in node.values
            if isinstance(part, ast.Constant | ast.FormattedValue)
        )
    return None


def texts_in(nodes: Iterable[ast.AST], known: Mapping[str, str]) -> dict[str, str]:
    """Return the texts that variables are set to."""
    found = dict(known)
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            text = text_of(node.value, found)
            if text is not None:
                found[node.targets[0].id] = text
    return found


def messages() -> Iterator[str]:
    """Yield what `Env.reject` is called with, directly or through a local variable."""
    for path in sorted(VERIFIER.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = texts_in(tree.body, {})
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            assigned = texts_in(ast.walk(function), constants)
            for node in ast.walk(function):
                is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                if not is_call or node.func.attr != "reject" or not node.args:
                    continue
                text = text_of(node.args[0], assigned)
                if text and any(char.islower() for char in text):
                    yield text.splitlines()[-1]


MESSAGES = sorted(set(messages()))


def test_the_verifier_has_many_messages():
    assert len(MESSAGES) > 150


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_of_the_verifier_has_a_row(message):
    assert entry_of([message])[0] is not ANYTHING


def test_names_of_rows_are_unique():
    names = [entry.name for entry in ENTRIES]
    assert len(names) == len(set(names))


def test_every_row_says_where():
    assert [e.name for e in ENTRIES if "{" not in e.mend] == []


def test_the_page_is_that_of_the_table():
    assert PAGE.read_text(encoding="utf-8") == page_text()
