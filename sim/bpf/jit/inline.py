"""What the kernel's verifier inlines: array lookups and bpf_loop.

**Rule:** the same checks in the same order as the helpers in `sim.bpf.helpers`.

**Not modelled:** per-CPU array lookups and bpf_get_smp_processor_id, inlined by later kernels.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sim.bpf import run_state as r
from sim.bpf.frames import FUNC_BASE
from sim.bpf.helpers.loop import BPF_LOOP, BPF_MAX_LOOPS, L_CTX, L_NEXT, L_NR
from sim.bpf.helpers.table import HELPER_BYTES
from sim.bpf.interp import FAULT_CALLBACK
from sim.bpf.jit import access
from sim.bpf.maps.layout import (
    E2BIG,
    EINVAL,
    M_MAX_ENTRIES,
    M_VALUE_STRIDE,
    M_VALUES,
    MAP_BYTES,
)

if TYPE_CHECKING:
    from sim.bpf.jit.calls import Calls

__all__ = ["BPF_LOOP", "array_lookup", "bpf_loop", "loop_body"]

_ARRAY_LOOKUP = r.COUNTS.index("map.array_lookup")
_LOOP = r.COUNTS.index("helper.loop")
_STEP_AT = BPF_LOOP * HELPER_BYTES
_ITERATION = r.COUNTS.index("helper.loop_iteration")


def array_lookup(frame: Calls, index: int, helper: Callable[[], str]) -> None:
    """Look up in the array that is map *index*; a key that is not all in one page: by *helper*."""
    ir = frame.ir
    key = ir.get("r2")
    fast, slow, done = (ir.new_label(stem) for stem in ("array", "slow", "looked"))
    quick = access.is_mapped_inline(ir, key, 4)
    ir.branch(quick, fast, slow)
    ir.label(fast)
    frame.count(_ARRAY_LOOKUP)
    host = ir.value(f"load i32, ptr {access.host_pointer(ir, key)}, align 1")
    number = ir.value(f"zext i32 {host} to i64")
    records = ir.value(f"inttoptr i64 {ir.load('%run', r.R_MAPS)} to ptr")
    record = ir.at(records, index * MAP_BYTES)
    inside = ir.value(f"icmp ult i64 {number}, {ir.load(record, M_MAX_ENTRIES)}")
    offset = ir.value(f"mul i64 {number}, {ir.load(record, M_VALUE_STRIDE)}")
    address = ir.value(f"add i64 {ir.load(record, M_VALUES)}, {offset}")
    ir.set("r0", ir.value(f"select i1 {inside}, i64 {address}, i64 0"))
    ir.jump(done)
    ir.label(slow)
    ir.set("r0", helper())
    ir.jump(done)
    ir.label(done)


def bpf_loop(frame: Calls) -> None:
    """Translate a call of bpf_loop; what follows it is `loop_body`."""
    ir = frame.ir
    at = frame.pc
    offset = ir.value(f"sub i64 {ir.get('r2')}, {FUNC_BASE}")
    known = "false"
    for slot in sorted(frame.flow.functions):
        this = ir.value(f"icmp eq i64 {offset}, {8 * slot}")
        known = ir.value(f"or i1 {known}, {this}")
    frame.fault_unless(known, FAULT_CALLBACK)
    step = ir.load(ir.value(f"inttoptr i64 {ir.load('%run', r.R_HELPERS)} to ptr"), _STEP_AT)
    record = frame.push(step)
    frame.end_block()
    frame.count(_LOOP)
    nr_loops = ir.value(f"and i64 {ir.get('r1')}, 4294967295")
    for refused, error in (
        (ir.value(f"icmp ne i64 {ir.get('r4')}, 0"), EINVAL),
        (ir.value(f"icmp ugt i64 {nr_loops}, {BPF_MAX_LOOPS}"), E2BIG),
    ):
        bad, good = ir.new_label("refused"), ir.new_label("accepted")
        ir.branch(refused, bad, good)
        ir.label(bad)
        ir.set("r0", str(-error))
        ir.jump(f"E{at}")
        ir.label(good)
    for word, value in (
        (r.F_STATE, ir.value(f"lshr i64 {offset}, 3")),
        (L_NEXT, "0"),
        (L_NR, nr_loops),
        (L_CTX, ir.get("r3")),
    ):
        ir.store(record, word, value)
    ir.jump(f"H{at}")


def loop_body(frame: Calls, at: int) -> None:
    """Write the loop of the bpf_loop before slot *at*; it begins where its callback returns."""
    ir = frame.ir
    ir.label(f"C{at}")
    ir.branch(ir.value(f"icmp eq i64 {ir.get('r0')}, 0"), f"H{at}", f"S{at}")
    ir.label(f"S{at}")  # the callback wants no more
    record, _ = frame.innermost()
    ir.set("r0", ir.load(record, L_NEXT))
    ir.jump(f"E{at}")
    ir.label(f"H{at}")
    record, _ = frame.innermost()
    done = ir.load(record, L_NEXT)
    all_done = ir.value(f"icmp eq i64 {done}, {ir.load(record, L_NR)}")
    ir.branch(all_done, f"A{at}", f"N{at}")
    ir.label(f"A{at}")
    ir.set("r0", done)
    ir.jump(f"E{at}")
    ir.label(f"N{at}")
    frame.count(_ITERATION)
    ir.store(record, L_NEXT, ir.value(f"add i64 {done}, 1"))
    ir.set("r1", done)
    ir.set("r2", ir.load(record, L_CTX))
    for reg in (3, 4, 5):
        ir.set(f"r{reg}", "0")
    slot = ir.load(record, r.F_STATE)
    frame.check_budget(slot)
    ir.switch(slot, "return.nowhere", {to: f"L{to}" for to in sorted(frame.flow.functions)})
    ir.label(f"E{at}")
    record, inner = frame.innermost()
    frame.pop(record, inner)
    frame.check_budget(at)
    ir.jump(f"L{at}")
