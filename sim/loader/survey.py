"""What becomes of an object on a kernel: which programs load, what refuses the others, and where.

Answers to ``bpf_object__load`` and ``bpf_object__attach_skeleton`` as somebody sees them who tries
an object on one kernel after another; every program is tried, whatever becomes of the others.

**Rule:** a program's fate is the first stage that refuses it, with that stage's errno and its own
words; an object *loads* when all programs that a tool would choose do. A tool chooses one of two
twins (fentry and kprobe, tp_btf and raw_tp at one place): the first whose place is there; and
it gives a size to maps that are declared without one.

**Not modelled:** what a tool's user-space half does besides: other targets, settings, other
sizes. Say them before (`retarget`, `sim.loader.settings`).
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sim.base.errors import SimError
from sim.bpf.btf_ext import CoreReloKind
from sim.bpf.spec import MapType, ObjectSpec, ProgramSpec
from sim.bpf.verifier.spec import Kernel, Map, VerdictKind
from sim.bpf.verifier.verify import verify
from sim.loader.hook_there import missing_hook
from sim.loader.kernel_of import kconfig_of
from sim.loader.ksyms import KsymResolver
from sim.loader.libbpf_words import libbpf_lines
from sim.loader.refusal import last_message
from sim.loader.relocate import Relocated, RelocatedProgram, final_maps, relocate
from sim.loader.verify import LoadRefused, libbpf_log, maps_of, program_of
from sim.loader.verify_object import load_errno

__all__ = ["Became", "Fate", "ObjectFate", "RelocFate", "Stage", "retarget", "survey"]


class Stage(enum.StrEnum):
    """How far a program comes."""

    OPEN = "open"
    MAPS = "maps"
    RELOCATE = "relocate"
    TARGET = "target"
    VERIFIER = "verifier"
    NOT_MODELLED = "not modelled"
    ATTACH = "attach"
    LOADS = "loads"


class Became(enum.StrEnum):
    """What a CO-RE relocation came to."""

    FITS = "fits"
    MOVED = "moved"
    RESIZED = "resized"
    ABSENT = "absent"
    POISONED = "poisoned"


@dataclass(frozen=True, slots=True)
class RelocFate:
    """A relocation of a program on a kernel.

    Attributes:
        kind: libbpf's name of the kind.
        local: The object's walk, and *target* the kernel's ("" if it has none).
        old: What the compiler put in, None where nothing is checked; *new* what is put in.
    """

    insn_idx: int
    kind: str
    local: str
    target: str
    old: int | None
    new: int
    became: Became


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a program.

    Attributes:
        stage: Where it is refused; `Stage.LOADS` if nowhere.
        errno: With what, 0 if nowhere.
        message: The refusing stage's own words.
        lines: What libbpf prints, line by line, the verifier's log included.
        chosen: Whether a tool would have loaded it.
        relos: Its CO-RE relocations, as far as it came to them.
    """

    program: str
    section: str
    stage: Stage
    errno: int = 0
    message: str = ""
    lines: tuple[str, ...] = ()
    chosen: bool = True
    relos: tuple[RelocFate, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectFate:
    """What becomes of an object: its programs', and *message* where none came that far."""

    kernel: str
    programs: tuple[Fate, ...]
    stage: Stage
    errno: int = 0
    message: str = ""

    @property
    def chosen(self) -> tuple[Fate, ...]:
        """The programs that a tool would have loaded."""
        return tuple(one for one in self.programs if one.chosen)

    @property
    def nr_loaded(self) -> int:
        """How many of them load and find their place."""
        return sum(one.stage is Stage.LOADS for one in self.chosen)

    @property
    def word(self) -> str:
        """``loads``, ``3 of 5``, or the stage at which all are refused."""
        if self.stage is Stage.LOADS or not self.nr_loaded:
            return self.stage.value
        return f"{self.nr_loaded} of {len(self.chosen)}"


_TWINS: Mapping[str, Sequence[str]] = {
    "kprobe": ("fentry", "kprobe"),
    "fentry": ("fentry", "kprobe"),
    "kretprobe": ("fexit", "kretprobe"),
    "fexit": ("fexit", "kretprobe"),
    "tp_btf": ("tp_btf", "raw_tp", "tracepoint"),
    "raw_tp": ("tp_btf", "raw_tp", "tracepoint"),
    "tracepoint": ("tp_btf", "raw_tp", "tracepoint"),
}
_ORDER = tuple(Stage)
#: libbpf sizes a perf_event_array by the CPUs; storage has no size.
_NO_SIZE = frozenset(
    (
        MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
        MapType.BPF_MAP_TYPE_SK_STORAGE,
        MapType.BPF_MAP_TYPE_INODE_STORAGE,
        MapType.BPF_MAP_TYPE_TASK_STORAGE,
        MapType.BPF_MAP_TYPE_CGRP_STORAGE,
    )
)
_MAX_ENTRIES = 1024
_MAX_STACK_DEPTH = 127  # kernel.perf_event_max_stack


def retarget(spec: ObjectSpec, targets: Mapping[str, str]) -> None:
    """Set programs to other targets, as ``bpf_program__set_attach_target`` does.

    Args:
        spec: The object; changed in place.
        targets: What a section names, and what it is to name.
    """
    for program in spec.programs:
        if program.target in targets:
            kind = program.section.removesuffix("/" + program.target)
            program.target = targets[program.target]
            program.section = f"{kind}/{program.target}"


def survey(
    spec: ObjectSpec, kernel: Kernel, *, as_is: bool = False, config: str = "debian"
) -> ObjectFate:
    """Try an object on a kernel.

    Args:
        spec: The object; not changed.
        kernel: The kernel.
        as_is: Whether every program that loads by itself is wanted, twins and all.
        config: Preset of the kernel's configuration (`sim.loader.kernel_of.CONFIG_PRESETS`).
    """
    if not as_is:
        spec = _sized(spec)
    wanted = [program for program in spec.programs if program.autoload]
    kconfig = kconfig_of(kernel.release, config)
    try:
        KsymResolver(spec.btf, kernel.btf, kernel.ksyms).check(spec.ksyms, spec.name)
        maps = maps_of(spec, final_maps(spec, kconfig=kconfig), kernel)
    except SimError as error:
        stage = Stage.MAPS if isinstance(error, LoadRefused) else Stage.RELOCATE
        fates = [_refused(spec, program, stage, error) for program in wanted]
        return _object_fate(kernel, fates, spec.programs, as_is)
    fates = [_fate(spec, program, kernel, maps, kconfig) for program in wanted]
    return _object_fate(kernel, fates, spec.programs, as_is)


def _sized(spec: ObjectSpec) -> ObjectSpec:
    """Return *spec* with a size for every map that waits for one."""
    sized = spec.copy()
    for one in sized.maps:
        if one.data is None and not one.max_entries and one.map_type not in _NO_SIZE:
            one.max_entries = _MAX_ENTRIES
        if one.map_type == MapType.BPF_MAP_TYPE_STACK_TRACE and not one.value_size:
            one.value_size = 8 * _MAX_STACK_DEPTH
    return sized


def _fate(
    spec: ObjectSpec,
    program: ProgramSpec,
    kernel: Kernel,
    maps: Sequence[Map],
    kconfig: Mapping[str, int | str],
) -> Fate:
    alone = spec.copy()
    for one in alone.programs:
        one.autoload = one.name == program.name
    try:
        done = relocate(alone, kernel.btf, kconfig=kconfig, ksyms=kernel.ksyms)[0]
    except SimError as error:
        return _refused(spec, program, Stage.RELOCATE, error)
    relos = tuple(_reloc_fate(one, done) for one in done.relos)
    try:
        prog = program_of(spec, done, kernel, maps)
    except SimError as error:
        return _refused(spec, program, Stage.TARGET, error, relos)
    verdict = verify(prog, kernel)
    if verdict.kind is not VerdictKind.ACCEPT:
        is_known = verdict.kind is VerdictKind.REJECT
        stage = Stage.VERIFIER if is_known else Stage.NOT_MODELLED
        log = libbpf_log(verdict, done)
        message = (last_message(log) if is_known else "") or verdict.why
        number = verdict.errno if is_known else 0
        lines = libbpf_lines(spec, program, stage.value, number, message, log)
        return Fate(program.name, program.section, stage, number, message, lines, relos=relos)
    hook = missing_hook(program, kernel, kconfig)
    if hook is not None:
        lines = (f"libbpf: {hook.message}",)
        args = (hook.errno, hook.message, lines)
        return Fate(program.name, program.section, Stage.ATTACH, *args, relos=relos)
    return Fate(program.name, program.section, Stage.LOADS, relos=relos)


def _refused(
    spec: ObjectSpec,
    program: ProgramSpec,
    stage: Stage,
    error: SimError,
    relos: tuple[RelocFate, ...] = (),
) -> Fate:
    number = load_errno(error)
    lines = libbpf_lines(spec, program, stage.value, number, error.problem, "", error=error)
    args = (number, error.problem, lines)
    return Fate(program.name, program.section, stage, *args, relos=relos)


def _reloc_fate(one: Relocated, program: RelocatedProgram) -> RelocFate:
    result = one.result
    word, _, walk = result.text.partition("> ")
    if result.poison:
        became = Became.POISONED
    elif not result.found:
        became = Became.ABSENT
    elif result.sizes[0] != result.sizes[1]:
        became = Became.RESIZED
    elif result.local is None or result.local == result.target:
        became = Became.FITS
    else:
        became = Became.MOVED
    if one.kind is CoreReloKind.TYPE_ID_LOCAL:
        became = Became.FITS
    new = 0 if result.poison else result.target
    local = walk.partition("] ")[2]
    return RelocFate(one.insn_idx, word[1:], local, result.found, result.local, new, became)


def _object_fate(
    kernel: Kernel, fates: Sequence[Fate], programs: Sequence[ProgramSpec], as_is: bool
) -> ObjectFate:
    kinds = {program.name: (program.kind, program.target) for program in programs}
    left_out = set() if as_is else set(_left_out(fates, kinds))
    marked = tuple(_with_choice(fate, fate.program not in left_out) for fate in fates)
    chosen = [fate for fate in marked if fate.chosen]
    if not chosen:
        return ObjectFate(kernel.release, marked, Stage.LOADS)
    first = min(chosen, key=lambda fate: _ORDER.index(fate.stage))
    nothing = first.stage is Stage.LOADS
    return ObjectFate(
        kernel.release, marked, first.stage, first.errno, "" if nothing else first.message
    )


def _with_choice(fate: Fate, chosen: bool) -> Fate:
    if chosen == fate.chosen:
        return fate
    return Fate(
        fate.program,
        fate.section,
        fate.stage,
        fate.errno,
        fate.message,
        fate.lines,
        chosen,
        fate.relos,
    )


def _left_out(fates: Sequence[Fate], kinds: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Give the programs whose twin a tool would take."""
    for fate in fates:
        kind, target = kinds[fate.program]
        for better in _better(fates, kinds, kind, target.rpartition("/")[2]):
            if better.program != fate.program:
                yield fate.program
                break


def _better(
    fates: Sequence[Fate], kinds: Mapping[str, tuple[str, str]], kind: str, name: str
) -> list[Fate]:
    """Return the programs of the first kind at a place, of which one is there."""
    ranks = _TWINS.get(kind, ())
    at_place: dict[str, list[Fate]] = {rank: [] for rank in ranks}
    for fate in fates:
        other, target = kinds[fate.program]
        if other in at_place and name and target.rpartition("/")[2] == name:
            at_place[other].append(fate)
    there = [rank for rank in ranks if at_place[rank]]
    if len(there) < 2 or kind not in there:
        return []
    works = (rank for rank in there if any(f.stage is Stage.LOADS for f in at_place[rank]))
    first = next(works, there[-1])
    return [] if first == kind else at_place[first]
