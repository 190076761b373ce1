"""Binaries of simulated processes: programs and libraries, and what their functions do.

Answers to what ``nm`` and a call graph say of a real program.

**Rule:** a function is called ``BINARY:FUNCTION``; a step that calls one without its binary means
the caller's own, else the first binary that has it, as a linker resolves a symbol.

**Not modelled:** recursion, libraries loaded during a run, code that is mapped twice.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from sim.run.schema_base import StrictModel
from sim.run.schema_workload import Step, step_name

__all__ = ["Binary", "BinaryPath", "Function"]

_OF_REQUESTS = ("openat", "close")
_MAX_OFFSET = 1 << 40


def _path(text: str) -> str:
    if not text.startswith("/") or ":" in text or "%" in text:
        raise ValueError(f"{text!r} is no absolute path: write it like /usr/bin/server")
    return text


def _function_name(text: str) -> str:
    if not text or set(text) & set(":+%/*? "):
        raise ValueError(f"{text!r} is no function's name")
    return text


def _body(steps: list[Step]) -> list[Step]:
    for one in steps:
        if step_name(one) in _OF_REQUESTS:
            raise ValueError(f"{step_name(one)} stands in the request, not in a function")
    return steps


class Function(StrictModel):
    """A function of user space.

    Attributes:
        does: Its steps, those of a request; ``call`` calls another function.
        returns: A number, or a text that it returns the address of.
        offset: Where it is in the file; one after the other unless given.
        instruction: Its first one, which decides whether the kernel emulates it for a uprobe or
            single-steps it.
    """

    does: Annotated[list[Step], Field(max_length=1000), AfterValidator(_body)] = Field(
        default_factory=list
    )
    returns: int | str = 0
    offset: Annotated[int, Field(ge=1, le=_MAX_OFFSET)] | None = None
    instruction: Literal["push", "nop", "jump", "call", "other"] = "push"


class Binary(StrictModel):
    """A program or library.

    Attributes:
        functions: Those that requests call, or probes go to.
        file: A real ELF file, relative to the scenario, from which offsets and first instructions
            come; each function must be a symbol of it.
    """

    functions: Annotated[
        dict[Annotated[str, AfterValidator(_function_name)], Function], Field(min_length=1)
    ]
    file: Annotated[str, Field(min_length=1)] | None = None


BinaryPath: TypeAlias = Annotated[str, AfterValidator(_path)]
