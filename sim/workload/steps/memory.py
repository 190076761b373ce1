"""Steps on memory: page faults, reclaim, running out.

**Rule:** a fault costs what its path costs; reclaim happens to a share of the allocations.

**Not modelled:** how much memory there is: whether an allocation has to reclaim, or memory has
run out, is for the scenario to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sim.workload.steps.registry import Arg, step

if TYPE_CHECKING:
    from sim.workload.emit import Emitter

__all__: list[str] = []

_GFP_HIGHUSER_MOVABLE = 0x100CCA
_NR_RECLAIMED = 32
_USER_WRITE = 6


@step(
    "touch",
    pages=Arg("count", "how many pages are touched for the first time"),
    reclaim_frac=Arg("frac", "share of the allocations that have to reclaim memory", 0),
)
def _touch(e: Emitter, args: Mapping[str, Any]) -> None:
    """Touch memory for the first time: a page fault a page."""
    e.set("reclaim_ppm", args["reclaim_frac"])
    e.set("order", 0)
    e.set("gfp_flags", _GFP_HIGHUSER_MOVABLE)
    e.set("nr_reclaimed", _NR_RECLAIMED)
    e.set("error_code", _USER_WRITE)
    e.copy("address", "buf")
    with e.repeated(args["pages"]):
        e.trap("asm_exc_page_fault")


@step("oom", victim=Arg("text", "name of the task that is killed", "victim"))
def _oom(e: Emitter, args: Mapping[str, Any]) -> None:
    """Run out of memory: the kernel chooses a task and kills it."""
    victim = e.task_struct(args["victim"])
    control = e.machine.objects.named["oom_control"]
    e.machine.objects.put("oom_control", control, "chosen", victim)
    e.machine.objects.put("oom_control", control, "totalpages", 1 << 20)
    e.set("order", 0)
    e.trap("out_of_memory")


@step("numa_move", pages=Arg("count", "how many pages move", 1))
def _numa_move(e: Emitter, args: Mapping[str, Any]) -> None:
    """Fault on pages of another node, which move to this one."""
    e.set("node", 0)
    with e.repeated(args["pages"]):
        e.trap("migrate_misplaced_page")
