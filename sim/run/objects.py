"""Opening a scenario's objects and applying what it sets, before a machine exists.

Answers to a libbpf tool between ``bpf_object__open`` and ``bpf_object__load``: which programs
load, global variables, sizes of maps, attach targets, which buffer is read.

**Rule:** every name is checked against the object here, and every problem of every tracer is
reported at once, at its line of the scenario. Nothing is written anywhere.

**Not modelled:** what only a machine can refuse; the loader finds that.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.base.errors import ElfError, SimError, nearest
from sim.base.units import format_bytes
from sim.bpf.btf_types import Struct
from sim.bpf.spec import MapSpec, MapType, ObjectSpec
from sim.kernel.types.kernel_types import kernel_types
from sim.loader.open import object_name, open_object, read_object
from sim.loader.settings import set_global, set_max_entries, set_value_size
from sim.run.binaries import user_functions
from sim.run.hook_check import missing_hook
from sim.run.schema import Scenario
from sim.run.schema_arm import Tracer
from sim.run.schema_errors import combined, told
from sim.run.usdt_places import placed_steps
from sim.run.yaml_source import KeyPath

__all__ = ["PreparedTracer", "least_map_bytes", "prepare_objects"]

BPF_F_NO_PREALLOC = 1
_PAGE_BYTES = 4096
_BUFFERS = (MapType.BPF_MAP_TYPE_RINGBUF, MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY)
# uapi program types, by the kinds that libbpf's sections have
_PROG_TYPES = {
    **dict.fromkeys(("kprobe", "kretprobe", "uprobe", "uretprobe", "usdt"), "BPF_PROG_TYPE_KPROBE"),
    "tracepoint": "BPF_PROG_TYPE_TRACEPOINT",
    "raw_tp": "BPF_PROG_TYPE_RAW_TRACEPOINT",
    **dict.fromkeys(("tp_btf", "fentry", "fexit", "fmod_ret"), "BPF_PROG_TYPE_TRACING"),
    **dict.fromkeys(("uprobe.multi", "uretprobe.multi"), "BPF_PROG_TYPE_KPROBE"),
    "perf_event": "BPF_PROG_TYPE_PERF_EVENT",
}
_PER_CPU = (
    MapType.BPF_MAP_TYPE_PERCPU_HASH,
    MapType.BPF_MAP_TYPE_PERCPU_ARRAY,
    MapType.BPF_MAP_TYPE_LRU_PERCPU_HASH,
)


@dataclass(frozen=True)
class PreparedTracer:
    """A tracer whose object is open and set up.

    Attributes:
        arm: Name of its arm.
        tracer: What the scenario says of it.
        path: Its place in the scenario.
        file: The object's file.
        sha256: Digest of the file's bytes.
        spec: The object with everything applied; this tracer's own copy.
        reader_map: The buffer its reader reads; None without one.
    """

    arm: str
    tracer: Tracer
    path: KeyPath
    file: Path
    sha256: str
    spec: ObjectSpec
    reader_map: str | None


class _Objects:
    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.errors: list[SimError] = []
        self.prepared: list[PreparedTracer] = []
        self.user: tuple[str, ...] = ()
        self._opened: dict[Path, tuple[ObjectSpec, str] | None] = {}

    def open(self, path: KeyPath, tracer: Tracer) -> tuple[ObjectSpec, str] | None:
        file = self.scenario.object_path(tracer)
        if file not in self._opened:
            self._opened[file] = None
            self.attempt((*path, "object"), self._read, file)
        return self._opened[file]

    def _read(self, file: Path) -> None:
        opened_as, file = file, Path(os.path.normpath(file))
        try:
            data = read_object(file)
        except ElfError as error:
            error.suggestion = error.suggestion or _source_beside(file)
            raise
        spec = open_object(data, object_name(file))
        self._opened[opened_as] = (spec, hashlib.sha256(data).hexdigest())

    def read_binaries(self) -> None:
        """Find out which functions of user space there are."""
        functions = [one.name for one in user_functions(self.scenario)]
        places = [one.place.name for one in placed_steps(self.scenario)]
        self.user = (*functions, *places)

    def attempt(self, path: KeyPath, action: Callable[..., object], *args: Any) -> None:
        """Call *action*; what it refuses becomes a problem at *path*."""
        try:
            action(*args)
        except SimError as error:
            inside = error.where and error.where not in error.problem
            reason = f"{error.where}: {error.reason}".rstrip(": ") if inside else error.reason
            self.add(path, error.problem, reason, error.suggestion)

    def add(self, path: KeyPath, problem: str, reason: str = "", suggestion: str = "") -> None:
        self.errors.append(told(problem, self.scenario.where(path), reason, suggestion))

    def prepare(self, arm: str, path: KeyPath, tracer: Tracer) -> None:
        opened = self.open(path, tracer)
        if opened is None:
            return
        spec = opened[0].copy()
        nr_errors = len(self.errors)
        self._programs(path, tracer, spec)
        for name, value in tracer.settings.items():
            self.attempt((*path, "globals", name), set_global, spec, name, value)
        for name, change in tracer.maps.items():
            where: KeyPath = (*path, "maps", name)
            if change.max_entries is not None:
                entries = change.max_entries
                self.attempt((*where, "max_entries"), set_max_entries, spec, name, entries)
            if change.value_bytes is not None:
                size = change.value_bytes
                self.attempt((*where, "value_bytes"), set_value_size, spec, name, size)
        self._hooks(path, tracer, spec)
        self._choices(path, tracer, spec)
        reader_map = self._reader_map(path, tracer, spec)
        self._decode(path, tracer, spec)
        self._memory(path, tracer, spec)
        if len(self.errors) == nr_errors:
            file = self.scenario.object_path(tracer)
            found = PreparedTracer(arm, tracer, path, file, opened[1], spec, reader_map)
            self.prepared.append(found)

    def _programs(self, path: KeyPath, tracer: Tracer, spec: ObjectSpec) -> None:
        for i, name in enumerate(tracer.programs or []):
            self.attempt((*path, "programs", i), spec.program, name)
        if tracer.programs is not None:
            for program in spec.programs:
                program.autoload = program.name in tracer.programs
        for name, hook in tracer.attach.items():
            self.attempt((*path, "attach", name), _retarget, spec, name, hook)
        is_named = all(n in [p.name for p in spec.programs] for n in tracer.programs or [])
        if is_named and not any(program.autoload for program in spec.programs):
            names = ", ".join(p.name for p in spec.programs)
            self.add(
                (*path, "programs"),
                "no program would be loaded",
                f"the object has {names or 'none'}, none of which loads by itself",
                "name them under `programs`" if names else "",
            )

    def _hooks(self, path: KeyPath, tracer: Tracer, spec: ObjectSpec) -> None:
        """Refuse programs whose hook is not there, but those that a twin stands in for."""
        missing, kernel = {}, self.scenario.machine.kernel
        for program in spec.programs:
            if program.autoload and program.name not in spec.tail_called:
                error = missing_hook(spec, program, kernel, self.user)
                if error is not None:
                    missing[program.name] = error
        if missing and tracer.programs is None:
            from sim.loader.load import leave_out_twins

            for name in leave_out_twins(spec.copy()):
                missing.pop(name, None)
        for name, error in missing.items():
            place: KeyPath = ("attach", name) if name in tracer.attach else ("object",)
            self.attempt((*path, *place), _raise, error)

    def _choices(self, path: KeyPath, tracer: Tracer, spec: ObjectSpec) -> None:
        """Check what is chosen for programs that are attached."""
        kinds = {program.name: program.kind for program in spec.programs}
        known = [workload.name for workload in self.scenario.workloads]
        for name, workload in (tracer.processes or {}).items():
            here: KeyPath = (*path, "processes", name)
            self.attempt(here, spec.program, name)
            if not kinds.get(name, "u").startswith(("u", "perf_event")):
                problem = f"program {name!r} cannot be attached to one process"
                self.add(here, problem, f"it is a {kinds[name]}, which all processes share")
            if workload not in known:
                near = nearest(workload, known)
                self.add(here, f"there is no workload {workload!r}", ", ".join(known), near)
        for name in tracer.cookies or {}:
            self.attempt((*path, "cookies", name), spec.program, name)

    def _reader_map(self, path: KeyPath, tracer: Tracer, spec: ObjectSpec) -> str | None:
        reader = tracer.reader
        if reader is None:
            return None
        buffers = [m.name for m in spec.maps if m.map_type in _BUFFERS]
        listed = f"its ring and perf buffers: {', '.join(buffers) or 'none'}"
        if reader.map is None:
            if len(buffers) <= 1:  # a tool without buffers only attaches, and sleeps
                return buffers[0] if buffers else None
            problem = f"object {spec.name!r} has {len(buffers)} buffers that a reader could read"
            self.add((*path, "reader"), problem, listed, "say which: `reader: {map: NAME}`")
        elif reader.map not in buffers:
            known = any(m.name == reader.map for m in spec.maps)
            problem = f"map {reader.map!r} is no ring or perf buffer"
            if not known:
                problem = f"object {spec.name!r} has no map {reader.map!r}"
            near = nearest(reader.map, buffers)
            self.add((*path, "reader", "map"), problem, listed, near)
        return reader.map

    def _decode(self, path: KeyPath, tracer: Tracer, spec: ObjectSpec) -> None:
        decode = tracer.decode
        if decode is None:
            return
        if decode.map is not None:
            self.attempt((*path, "decode", "map"), spec.map, decode.map)
        if decode.record is not None:
            structs = _struct_names(spec)
            if decode.record not in structs:
                self.add(
                    (*path, "decode", "record"),
                    f"object {spec.name!r} has no struct {decode.record!r}",
                    suggestion=nearest(decode.record, structs),
                )

    def _memory(self, path: KeyPath, tracer: Tracer, spec: ObjectSpec) -> None:
        machine = self.scenario.machine
        total = 0
        for map_spec in spec.maps:
            total += least_map_bytes(map_spec, machine.cpus)
            if total > machine.memory_bytes:
                place: KeyPath = ("object",)
                if map_spec.name in tracer.maps:
                    place = ("maps", map_spec.name, "max_entries")
                self.add(
                    (*path, *place),
                    f"the maps need more memory than the machine has, up to {map_spec.name!r}",
                    f"they take {total >> 20} MiB or more of {format_bytes(machine.memory_bytes)}",
                    "give smaller max_entries, or a larger machine.memory",
                )
                return


def _source_beside(file: Path) -> str:
    try:
        source = file.with_suffix(".c")
        return f"bpfsim build {source.name}" if source.is_file() else ""
    except (OSError, ValueError):  # no name at all, or one too long for a file
        return ""


def _struct_names(spec: ObjectSpec) -> list[str]:
    return [t.name for t in spec.btf.types if isinstance(t, Struct) and t.name] if spec.btf else []


def _raise(error: SimError) -> None:
    raise error


def _retarget(spec: ObjectSpec, name: str, hook: str) -> None:
    """Give a program the hook that the scenario says, in libbpf's words."""
    program = spec.program(name)
    kind, _, target = hook.partition(":")
    is_type, takes = _PROG_TYPES.get(program.kind), _PROG_TYPES.get(kind)
    if is_type and takes and is_type != takes:
        raise SimError(
            f"program {name!r} cannot be attached to {hook}",
            reason=f"it is a {is_type}, and that hook takes a {takes}",
            suggestion=f"its section says {program.section}",
        )
    program.kind = kind
    program.target = target.replace(":", "/", 1) if kind == "tracepoint" else target
    program.attach_target = program.target


def least_map_bytes(spec: MapSpec, nr_cpus: int) -> int:
    """Return what a map takes at the very least, without the kernel's own bookkeeping."""
    if spec.map_type == MapType.BPF_MAP_TYPE_RINGBUF:
        return spec.max_entries
    if spec.map_type == MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY:
        return 8 * spec.max_entries
    if spec.map_flags & BPF_F_NO_PREALLOC:
        return 0
    copies = nr_cpus if spec.map_type in _PER_CPU else 1
    return spec.max_entries * (_round8(spec.key_size) + copies * _round8(spec.value_size))


def _round8(size: int) -> int:
    return (size + 7) // 8 * 8


def prepare_objects(scenario: Scenario) -> list[PreparedTracer]:
    """Open the objects of all arms and apply what the scenario sets.

    Returns:
        The tracers in the scenario's order.

    Raises:
        SimError: An object is broken, or lacks what the scenario names.
    """
    objects = _Objects(scenario)
    objects.attempt(("machine", "kernel"), kernel_types, scenario.machine.kernel)
    objects.attempt(("machine", "binaries"), objects.read_binaries)
    for i, arm in enumerate(scenario.arms):
        for j, tracer in enumerate(arm.tracers):
            objects.prepare(arm.name, ("arms", i, "tracers", j), tracer)
    if objects.errors:
        raise combined(scenario.where(()).rpartition(":")[0], objects.errors)
    return objects.prepared
