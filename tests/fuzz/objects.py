"""Mutated BPF objects, and everything that is done with an object before a machine exists.

Opening, printing its types, strip, CO-RE against the simulated kernel, settings, the structural
check, the disassembler, the decoder of records.

**Rule:** each step is tried whatever became of the others, as long as there is something to try
it on; what one refuses does not hide what another makes of it.

**Not modelled:** loading and running; that is `tests.fuzz.machines`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

from sim.base.errors import SimError
from sim.bpf.btf import Btf
from sim.bpf.btf_types import Struct, Union
from sim.bpf.check import ISA_V4, check_structure
from sim.bpf.disasm import disassemble, disassemble_object
from sim.bpf.elf import read_elf
from sim.bpf.spec import ObjectSpec
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.open import open_object
from sim.loader.relocate import final_maps, relocate
from sim.loader.settings import get_global, set_global, set_max_entries
from sim.loader.strip import strip_debug
from sim.run.decode import record_layout
from sim.run.objects import least_map_bytes
from tests.fuzz.btfmut import BTF_MUTATIONS
from tests.fuzz.draw import Draw, mutate_bytes
from tests.fuzz.elfmut import ELF_MUTATIONS, ElfView
from tests.fuzz.insnmut import INSN_MUTATIONS
from tests.fuzz.seeds import draw_seed

__all__ = ["exercise_object", "make_object"]

T = TypeVar("T")

_KERNEL = "6.1"
_KCONFIG: dict[str, int | str] = {"LINUX_KERNEL_VERSION": 0x0601C0, "LINUX_HAS_BPF_COOKIE": 1}
_KCONFIG |= {"CONFIG_THING": "y", "CONFIG_TEXT": "some text", "CONFIG_HZ": 250}
_VALUES = (0, 1, -1, 1 << 40, True, "text", b"\1\2", [1, 2], ["a"], [])
_MOST = 60


def make_object(seed: int, index: int) -> tuple[str, bytes]:
    """Return the name of the object that was mutated, and the mutated bytes."""
    draw = Draw(f"object/{seed}/{index}")
    chosen = draw_seed(draw)
    data = bytearray(chosen.data)
    for _ in range(draw.choice((1, 1, 1, 2, 2, 3, 5, 9))):
        if draw.chance(1, 5):
            mutate_bytes(draw, data)
            continue
        group = draw.choice((ELF_MUTATIONS, BTF_MUTATIONS, BTF_MUTATIONS, INSN_MUTATIONS))
        draw.choice(group)(draw, ElfView(data))
    return chosen.name, bytes(data)


class _Steps:
    """Tries steps and keeps what they refuse."""

    def __init__(self) -> None:
        self.errors: list[tuple[str, SimError]] = []

    def attempt(self, name: str, step: Callable[..., T], *args: object) -> T | None:
        try:
            return step(*args)
        except SimError as error:
            str(error)
            self.errors.append((name, error))
            return None


def exercise_object(origin: str, data: bytes) -> list[tuple[str, SimError]]:
    """Do everything with an object; return what was refused, by step."""
    name = f"mutated-{origin}"
    steps = _Steps()
    elf = steps.attempt("elf", read_elf, data, name)
    if elf is not None:
        steps.attempt("disasm", disassemble_object, elf)
        stripped = steps.attempt("strip", strip_debug, data, name)
        if stripped is not None:
            steps.attempt("open stripped", open_object, stripped, "stripped")
    spec = steps.attempt("open", open_object, data, name)
    if spec is not None:
        _exercise_spec(steps, spec)
    return steps.errors


def _exercise_spec(steps: _Steps, spec: ObjectSpec) -> None:
    if spec.btf is not None:
        _exercise_btf(steps, spec, spec.btf)
    _exercise_settings(steps, spec)
    for map_spec in spec.maps:
        least_map_bytes(map_spec, 4)
    kernel = kernel_btf(_KERNEL)
    for program in spec.programs[:_MOST]:
        alone = spec.copy()
        for other in alone.programs:
            other.autoload = other.name == program.name
        relocated = steps.attempt("relocate", functools.partial(_relocate, alone, kernel))
        for one in relocated or ():
            steps.attempt("check", check_structure, one.insns, (ISA_V4,))
            disassemble(one.insns, exact=True)
    steps.attempt("maps", functools.partial(final_maps, spec, kconfig=_KCONFIG))


def _relocate(spec: ObjectSpec, kernel: Btf) -> list:
    return relocate(spec, kernel, kconfig=_KCONFIG, ksyms={"init_task": 1 << 40, "rq": 1 << 63})


def _exercise_btf(steps: _Steps, spec: ObjectSpec, btf: Btf) -> None:
    for type_id in range(min(len(btf), 500)):
        steps.attempt("type name", btf.type_name, type_id)
        steps.attempt("sizeof", btf.sizeof, type_id)
        steps.attempt("alignof", btf.alignof, type_id)
    again = steps.attempt("encode", btf.encode)
    if again is not None:
        assert Btf.parse(again) == btf
    composites = [i for i, t in enumerate(btf.types) if isinstance(t, Struct | Union)]
    for type_id in composites[:_MOST]:
        steps.attempt("members", btf.member_names, type_id)
        steps.attempt("member", btf.find_member, type_id, "no such member")
    names = {t.name for t in btf.types if isinstance(t, Struct) and t.name}
    for name in sorted(names)[:_MOST]:
        steps.attempt("layout", record_layout, spec, name)


def _exercise_settings(steps: _Steps, spec: ObjectSpec) -> None:
    target = spec.copy()
    for number, name in enumerate([*spec.vars][:_MOST]):
        value = _VALUES[(number + len(name)) % len(_VALUES)]
        before = steps.attempt("get", get_global, target, name)
        steps.attempt("set", set_global, target, name, value)
        if before is not None:
            steps.attempt("set back", set_global, target, name, before)
    for number, map_spec in enumerate(spec.maps[:_MOST]):
        steps.attempt("resize", set_max_entries, target, map_spec.name, 1 << number % 40)
