"""What a step declares, and the list of all that have.

**Rule:** a step's name is what a scenario writes; its arguments are declared with it, and the
schema checks them before the step is asked for code.

**Not modelled:** nothing; this is a table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.workload.emit import Emitter

__all__ = ["REQUIRED", "STEPS", "Arg", "StepKind", "step"]

REQUIRED: Any = object()
Emit = Callable[["Emitter", Mapping[str, Any]], None]


@dataclass(frozen=True)
class Arg:
    """An argument of a step.

    Args:
        kind: What it is: bytes, count, frac, time, text, endpoint, integer, flag, steps.
        doc: What it says.
        default: When it is not given; `REQUIRED` when it must be.
    """

    kind: str
    doc: str
    default: Any = REQUIRED


@dataclass(frozen=True)
class StepKind:
    """A step: its name, what it does, its arguments, who makes its code, what it waits on."""

    name: str
    doc: str
    args: Mapping[str, Arg]
    emit: Emit
    needs: str = ""  # "device": block I/O; "network"


STEPS: dict[str, StepKind] = {}


def step(name: str, needs: str = "", /, **args: Arg) -> Callable[[Emit], Emit]:
    """Declare a step; its first docstring line is what it does."""

    def add(emit: Emit) -> Emit:
        doc = (emit.__doc__ or "").partition("\n")[0]
        STEPS[name] = StepKind(name, doc, args, emit, needs)
        return emit

    return add
