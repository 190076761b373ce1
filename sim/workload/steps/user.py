"""Steps of user code: what is done sometimes.

**Rule:** draws of a step inside belong to the request, and to how often it has come by.

**Not modelled:** chances that depend on what happened before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sim.workload.steps.registry import Arg, step

if TYPE_CHECKING:
    from sim.workload.emit import Emitter

__all__: list[str] = []


@step(
    "maybe",
    frac=Arg("frac", "how often"),
    steps=Arg("steps", "what is done then"),
    otherwise=Arg("steps", "what is done else", []),
)
def _maybe(e: Emitter, args: Mapping[str, Any]) -> None:
    """Do steps in a share of the cases, others in the rest."""
    e.set("ppm", args["frac"])
    skip = e.op("branch", e.variable("ppm"), 0, e.machine.code.next_purpose())
    for one in args["steps"]:
        e.emit_step(one)
    over = e.op("jump", 0)
    e.land(skip, 2)
    for one in args["otherwise"]:
        e.emit_step(one)
    e.land(over)
