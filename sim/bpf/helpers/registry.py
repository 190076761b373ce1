"""Everything that is known of each helper, joined from the one place where each fact is.

======================  =======================================================================
number, name            where the function is registered (`sim.bpf.helpers.table`)
prototype               `sim/include/bpfsim_helpers.h`, which C programs include
program types, licence  the verifier's sets and prototypes (`sim.bpf.verifier`)
price                   what the function counts (`sim.bpf.helpers.costs`)
what it does, source    its docstring, and its module's
since, approximations   `sim.bpf.helpers.facts`
======================  =======================================================================

**Rule:** a helper that lacks one of these is an `InternalError`.

**Not modelled:** helpers that no program for tracing may call.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sim.base.errors import InternalError
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.helpers import HELPERS, Helper
from sim.bpf.helpers.costs import cost_keys
from sim.bpf.helpers.facts import FACTS
from sim.bpf.verifier.prog_types import families_with
from sim.bpf.verifier.proto_table import FUNC_PROTOS
from sim.versions.features import Feature

__all__ = ["TRACING_FAMILIES", "Entry", "entry_of", "registry"]

_HEADER = Path(__file__).resolve().parents[2] / "include" / "bpfsim_helpers.h"
#: Families of program types for tracing (`sim.bpf.verifier.helper_sets`).
TRACING_FAMILIES = (
    *("kprobe", "tracepoint", "perf_event", "raw_tracepoint", "fentry", "tracing_raw_tp"),
    *("iter", "lsm", "lsm_cgroup", "syscall"),
)


@dataclass(frozen=True)
class Entry:
    """A helper.

    Attributes:
        prototype: As the uapi header has it, in C.
        families: Which families of program types may call it on some simulated kernel.
        since: The release that it came with.
        gpl_only: ``"yes"``, ``"no"``, or for which variants.
        costs: Price keys of what a call may count.
        doc: What it does, in a line.
        sources: Files of the kernel that it answers to.
        is_approximated: It does not do in all what the kernel's does.
        how: How it differs.
    """

    id: int
    name: str
    prototype: str
    families: tuple[str, ...]
    since: str
    gpl_only: str
    costs: tuple[str, ...]
    doc: str
    sources: tuple[str, ...]
    is_approximated: bool
    how: str


@cache
def _prototypes() -> dict[int, tuple[str, str]]:
    """Return name and C prototype by number."""
    text = re.sub(r"\s+", " ", _HEADER.read_text(encoding="utf-8"))
    found = {}
    for number, result, name, args in re.findall(
        r"BPFSIM_HELPER\((\d+), ([^,]+), (bpf_\w+), ([^;]*?)\);", text
    ):
        space = "" if result.endswith("*") else " "
        found[int(number)] = (name, f"{result}{space}{name}({args})")
    return found


def _gpl_only(name: str) -> str:
    """Say which programs have to be under the GPL for it."""
    variants = {
        key.partition(":")[2]: proto.gpl_only
        for key, proto in FUNC_PROTOS.items()
        if proto.name == name
    }
    if len(set(variants.values())) == 1:
        return "yes" if variants.popitem()[1] else "no"
    free = sorted(variant for variant, gpl_only in variants.items() if not gpl_only)
    return "yes, but for " + ", ".join(free)


def _missing(helper: Helper, what: str) -> InternalError:
    return InternalError(f"{helper.name} (helper {helper.id}) has no {what}")


def entry_of(helper: Helper) -> Entry:
    """Join what is known of a helper.

    Raises:
        InternalError: Something is not.
    """
    module = sys.modules[helper.module].__doc__ or ""
    name, prototype = _prototypes().get(helper.id, ("", ""))
    fact = FACTS.get(helper.name)
    doc = re.sub(r"\s+", " ", helper.doc.partition("\n\n")[0]).partition("``: ")[2]
    costs = cost_keys(helper.module, helper.function_name)
    families = families_with(helper.name.removeprefix("bpf_"), frozenset(Feature))
    sources = tuple(
        dict.fromkeys(re.findall(r"\b(?:kernel|net|arch|mm|lib|fs)/[\w/]+\.c\b", module))
    )
    for what, there in (
        ("number in the uapi header", HELPER_IDS.get(helper.name) == helper.id),
        ("declaration in bpfsim_helpers.h", name == helper.name),
        ("row in sim.bpf.helpers.facts", fact is not None),
        ("docstring", doc),
        ("price", costs),
        ("program type that may call it", families),
    ):
        if not there:
            raise _missing(helper, what)
    assert fact is not None
    return Entry(
        helper.id,
        helper.name,
        prototype,
        tuple(families),
        fact.since,
        _gpl_only(helper.name),
        costs,
        doc.rstrip("."),
        sources,
        fact.is_approximated,
        fact.how,
    )


@cache
def registry() -> dict[int, Entry]:
    """Return all helpers by number.

    Raises:
        InternalError: Something is not known of one.
    """
    return {number: entry_of(HELPERS[number]) for number in sorted(HELPERS)}
