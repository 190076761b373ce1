"""What a verb of bpftool's gives: text for people, or JSON.

**Rule:** a verb makes one `Output`; who called it prints `text` and, for a shell, exits with
`status`.

**Not modelled:** warnings of bpftool's about its own host.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from sim.bpftool.jsonw import Tree, render

__all__ = ["Form", "Output", "as_json"]


class Form(enum.Enum):
    """bpftool's options of output: none, ``-j`` and ``-p``."""

    PLAIN = "plain"
    JSON = "json"
    PRETTY = "pretty"

    @property
    def is_json(self) -> bool:
        """Whether the output is JSON."""
        return self is not Form.PLAIN


@dataclass(frozen=True)
class Output:
    """What a verb gives.

    Attributes:
        text: What is printed, every line with its end.
        status: The exit status: 0, or 1 for "not found".
        note: What the text leaves out, for stderr; "" for nothing.
    """

    text: str
    status: int = 0
    note: str = ""


def as_json(tree: Tree, form: Form, status: int = 0) -> Output:
    """Return a tree as JSON in a form."""
    return Output(render(tree, pretty=form is Form.PRETTY) + "\n", status)
