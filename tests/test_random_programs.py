"""Random programs come to the same on both engines, compiled and plain; and what they cover.

``make fuzz-programs`` runs 100,000. A program that ever was a finding is a test of its own
below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from sim.base.compile import PLAIN
from sim.bpf import isa
from sim.bpf import run_state as r
from sim.bpf.helpers import HELPERS
from sim.bpf.helpers.table import KIND_PLAIN
from sim.bpf.jit import alu as jit_alu
from sim.bpf.jit import cache as jit_cache
from sim.bpf.jit import calls as jit_calls
from sim.bpf.jit.frame import Frame
from tests.programs.campaign import Campaign, Report, results_of
from tests.programs.compare import (
    all_results,
    difference,
    first_difference,
    first_wrong,
    listing,
    on,
)
from tests.programs.generate import Case, make_case
from tests.programs.reduce import reduce_case
from tests.programs.world import World

pytestmark = pytest.mark.skipif(PLAIN, reason="a compiled process starts the plain ones")

SEED = 2024
NR_PLAIN, NR_QUICK = 1760, 480
COMPARE_EVERY = 4


def _report(nr_plain: int) -> Report:
    campaign = Campaign(nr_plain, SEED, jobs=2, is_watched=True, is_quiet=True)
    campaign.compare_every, campaign.plain_jit_every = COMPARE_EVERY, 20 * COMPARE_EVERY
    return campaign.run()


@pytest.fixture(scope="module")
def report() -> Report:
    return _report(NR_PLAIN)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    made = World()
    yield made
    made.close()


def _check_report(report: Report, nr_plain: int) -> None:
    assert not report.findings, "\n".join(report.lines())
    assert report.runs["compare"] == nr_plain // COMPARE_EVERY
    assert report.runs["plain cover"] == nr_plain
    assert report.runs["plain jit"] == nr_plain // (20 * COMPARE_EVERY)


def test_random_programs_come_to_the_same_on_every_engine() -> None:
    _check_report(_report(NR_QUICK), NR_QUICK)


@pytest.mark.slow
def test_many_random_programs_come_to_the_same_on_every_engine(report: Report) -> None:
    _check_report(report, NR_PLAIN)


# --- coverage -------------------------------------------------------------------------------------
_ALU = (0x00, 0x10, 0x20, 0x40, 0x50, 0x60, 0x70, 0xA0, 0xB0, 0xC0)
_DIVISIONS = (0x30, 0x90)
_SHIFTS = (0x60, 0x70, 0xC0)
_JUMPS = (0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0xA0, 0xB0, 0xC0, 0xD0)
_ATOMICS = (0x00, 0x01, 0x40, 0x41, 0x50, 0x51, 0xA0, 0xA1, 0xE1, 0xF1)


def _computing_forms() -> Iterator[str]:
    for cls in (isa.BPF_ALU, isa.BPF_ALU64):
        yield f"{cls | 0x80:02x} 0"
        for source in (0, 8):
            yield from (f"{cls | op | source:02x} 0" for op in _ALU)
            for op in _DIVISIONS:
                opcode = f"{cls | op | source:02x}"
                yield from (f"{opcode} 0", f"{opcode} 1", f"{opcode} 1 least by -1")
                yield from (f"{opcode} 0 by zero", f"{opcode} 1 by zero")
            yield from (f"{cls | op | source:02x} 0 by too much" for op in _SHIFTS)
        yield from (f"{cls | 0xB8:02x} {bits}" for bits in (8, 16, 32)[: 2 + (cls == 7)])
    yield from (f"{opcode} {bits}" for opcode in ("d4", "dc", "d7") for bits in (16, 32, 64))


def _jumping_forms() -> Iterator[str]:
    for cls in (isa.BPF_JMP, isa.BPF_JMP32):
        yield from (f"{cls:02x} {way}" for way in ("on", "back"))
        for op in _JUMPS:
            for source in (0, 8):
                opcode = f"{cls | op | source:02x}"
                yield from (f"{opcode} taken", f"{opcode} not taken")
    # helpers, own functions, and what is no helper; an exit; what does not exist
    yield from ("85 0", "85 1", "85 2", "95", "8d", "9d", "db 10", "c3 e0")


def _memory_forms() -> Iterator[str]:
    # u32, u16, u8, u64; load, store a number, store a register; the probing loads; s32, s16, s8
    for size in (0x00, 0x08, 0x10, 0x18):
        for opcode in (0x61 | size, 0x62 | size, 0x63 | size, 0x21 | size):
            yield f"{opcode:02x}"
            if size != 0x10:
                yield f"{opcode:02x} unaligned"
    yield from ("81", "89", "91", "81 unaligned", "89 unaligned")
    for opcode in ("c3", "db"):
        yield from (f"{opcode} {op:x}" for op in _ATOMICS)
        yield from (f"{opcode} unaligned", f"{opcode} f1 exchanged", f"{opcode} f1 kept")
    yield from ("20", "28", "30", "40", "48", "50")  # packets
    # a number, a map (two ways), a map's value (two ways), a function
    yield from (f"18 {pseudo}" for pseudo in (0, 1, 5, 2, 6, 4))


@pytest.mark.slow
def test_every_form_of_every_instruction_is_executed_and_no_other(report: Report) -> None:
    forms = {*_computing_forms(), *_jumping_forms(), *_memory_forms()}
    assert len(forms) == 279
    assert sorted(forms - {*report.forms}) == []
    assert sorted({*report.forms} - forms) == []


_RESULTS = {
    # what each plain helper must have returned at least once, besides "something"
    "0": (
        27,
        *(1, 2, 3, 4, 8, 16, 36, 42, 45, 67, 87, 88, 89, 93, 94, 112, 113, 114, 115, 120, 123),
        *(134, 148, 156, 157, 173, 174, 182, 191, 194, 195, 197, 201, 202, 203, 210, 211),
        *(22, 46, 55, 56, 109, 117, 136, 137, 138, 139, 140, 153, 159, 162, 175, 178),
        *(107, 108, 145, 146),
        *(141, 183, 184, 185, 186, 187, 188, 196),
    ),
    "negative": (
        *(2, 3, 4, 16, 27, 36, 37, 45, 67, 87, 88, 89, 105, 106, 112, 113, 114, 115, 120, 148),
        *(157, 182, 191, 197, 201, 202, 211),
        *(108, 146),
        *(22, 55, 56, 109, 117, 119, 141, 159, 161, 176, 183, 184, 185, 193),
    ),
    "something": (
        *(1, 5, 7, 8, 14, 15, 35, 45, 67, 80, 105, 106, 114, 115, 118, 123, 125, 156, 158, 195),
        *(27, 134, 182, 203, 208, 210),
        *(107, 145),
        *(194, 46, 136, 137, 141, 138, 139, 140, 153, 154, 162, 175, 178, 185, 188),
    ),
}
_EVENTS = {
    *(f"fault {number}" for number in range(1, 7)),
    *(f"status {number}" for number in range(4)),
    *(f"helper {helper_id}" for helper_id in HELPERS),
    *(f"helper {helper_id}: {how}" for how, ids in _RESULTS.items() for helper_id in ids),
    *(f"bpf_loop {how}" for how in ("whole", "stopped", "refused", "of nothing")),
    *("8 frames", "33 tail calls", "a tail call", "a return into another program"),
    *("a stop in a function", "a stop in a callback", "a stop in nested callbacks"),
    *("a stop in a tail-called program", "a fault in a callback", "a fault of a checked program"),
    *("a small budget", "notes", "a wake-up", "a jump back on a condition"),
    *("an access across pages", "an exchange though R0 has more bits"),
    *("a full map", "an update that finds", "an update that misses", "an update with bad flags"),
    *("a full ring", "a ring behind an open record", "a submitted record", "a discarded record"),
    *("a record refused for its flags", "a sample without a ring", "a sample too long"),
    *("a sample for another CPU", "a lost sample"),
}


@pytest.mark.slow
def test_every_kind_of_event_happens_and_no_other(report: Report) -> None:
    assert sorted(_EVENTS - {*report.events}) == []
    assert sorted({*report.events} - _EVENTS) == []


def test_every_plain_helper_has_a_result_in_the_table() -> None:
    plain = {helper.id for helper in HELPERS.values() if helper.kind == KIND_PLAIN}
    assert {helper_id for ids in _RESULTS.values() for helper_id in ids} == plain


def test_a_case_is_a_function_of_seed_and_index(world: World) -> None:
    assert make_case(SEED, 7, world.places) == make_case(SEED, 7, world.places)
    assert len({make_case(SEED, index, world.places).programs for index in range(8)}) == 8


def test_a_run_leaves_nothing_behind_for_the_next(world: World) -> None:
    cases = [make_case(SEED, index, world.places) for index in range(40)]
    first = [on(world, case, "interp").digest() for case in cases]
    again = [on(world, case, "interp").digest() for case in cases[::-1]]
    assert first == again[::-1]


@pytest.mark.usefixtures("recompiled")
def test_a_helper_that_calls_back_need_not_be_inlined(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """bpf_loop is inlined by the JIT; others that call back would go through `returned`."""
    monkeypatch.setattr(jit_calls, "BPF_LOOP", -1)
    nr_loops = 0
    for index in range(150):
        case = make_case(SEED, index, world.places)
        if _calls(case, 181):
            nr_loops += 1
            found = first_wrong(world, case)
            assert found is None, f"{found[1]}\n{listing(found[0])}"
    assert nr_loops > 20


def _calls(case: Case, helper_id: int) -> bool:
    insns = [insn for program in case.programs for insn in isa.decode(program)]
    return any((insn.opcode, insn.src_reg, insn.imm) == (0x85, 0, helper_id) for insn in insns)


# --- the comparison notices what it is there for --------------------------------------------------
@pytest.fixture
def recompiled() -> Iterator[None]:
    """Let the JIT forget what it has compiled, before and after."""
    jit_cache.entry_of.cache_clear()
    yield
    jit_cache.entry_of.cache_clear()


def _noticed(world: World, nr: int = 120) -> Case:
    for index in range(nr):
        found = first_wrong(world, make_case(SEED, index, world.places))
        if found is not None:
            return found[0]
    pytest.fail("the difference was not noticed")


def _reduced(world: World, case: Case) -> tuple[Case, str]:
    small = reduce_case(case, lambda one: bool(difference(world, one)))
    return small, listing(small)


@pytest.mark.usefixtures("recompiled")
def test_a_shift_that_forgets_the_sign_is_found_and_reduced(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(jit_alu._SHIFTS, isa.BPF_ARSH, "lshr")
    small, text = _reduced(world, _noticed(world))
    assert "s>>=" in text
    assert sum(map(len, small.programs)) <= 12 * isa.INSN_BYTES, text


@pytest.mark.usefixtures("recompiled")
def test_a_count_that_is_dropped_is_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    dropped = r.COUNTS.index("map.atomic")
    count: Callable[..., None] = Frame.count

    def forgetful(frame: Frame, what: int, quantity: str = "1") -> None:
        if what != dropped:
            count(frame, what, quantity)

    monkeypatch.setattr(Frame, "count", forgetful)
    _, text = _reduced(world, _noticed(world))
    assert any(word in text for word in ("lock", "atomic_fetch", "xchg"))


@pytest.mark.usefixtures("recompiled")
def test_a_register_that_is_lost_at_a_suspension_is_found(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Frame.store_regs

    def forgetful(frame: Frame, regs: range = range(11)) -> None:
        store(frame, range(7) if len(regs) == 11 else regs)

    monkeypatch.setattr(Frame, "store_regs", forgetful)
    case = _noticed(world)
    expected, found = on(world, case, "interp"), on(world, case, "jit")
    assert ": R" in first_difference(expected, found)


def test_results_of_another_process_are_the_same_in_full(world: World) -> None:
    case = make_case(SEED, 3, world.places)
    here = all_results(case, lambda one: on(world, one, "interp"))
    there = results_of(SEED, 3, "interp", is_plain=True)
    for (one, mine), (name, its) in zip(here, there, strict=True):
        assert one.name == name
        assert first_difference(mine, its) == ""
        assert mine.digest() == its.digest()
