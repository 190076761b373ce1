"""The machine that cases run on: memory, maps, one run state; and what a run leaves behind.

A world is made once. Before each run everything that a program can reach is put back as it was
made, then the case's own beginnings are put there.

**Rule:** a `Result` holds no host address, so that it can be compared between processes.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import ctypes
import hashlib
import random
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sim.base.memory import Buffer, load64, store32, store64
from sim.bpf import run_state as r
from sim.bpf.maps import layout as m
from sim.bpf.maps.layout import MapType, map_address
from sim.bpf.maps.ringbuf import BUSY_BIT, HEADER_BYTES, META_BYTES
from sim.bpf.members import KR_PERCPU_BYTES, KR_SOCKET_FILE_OPS, KernelRecord
from sim.bpf.program import Code, reset_run, run_program, start_run
from sim.bpf.region import (
    DIRECT_MAP_BASE,
    MAP_STRUCT_BASE,
    PAGE_BYTES,
    USER_BASE,
    VMALLOC_BASE,
    signed_address,
)
from sim.versions.features import features_of
from tests.programs.generate import Case
from tests.programs.kernel_helpers import FILE_OPS
from tests.programs.values import EDGES
from tests.programs.writer import Place, Places
from tests.vm import CTX_BYTES, Vm

__all__ = ["FIELDS", "Result", "Stop", "World"]

NOW = 1_000_000
AREA_BYTES = 2 * PAGE_BYTES
_MAX_STOPS = 4000
_MAP_STRUCT_BYTES = map_address(1) - map_address(0)

_MAPS = {
    "array": (MapType.BPF_MAP_TYPE_ARRAY, 4, 8, 4),
    "wide_array": (MapType.BPF_MAP_TYPE_ARRAY, 4, 19, 5),
    "hash": (MapType.BPF_MAP_TYPE_HASH, 4, 8, 4),
    "wide_hash": (MapType.BPF_MAP_TYPE_HASH, 12, 20, 3),
    "percpu_hash": (MapType.BPF_MAP_TYPE_PERCPU_HASH, 8, 8, 3),
    "percpu_array": (MapType.BPF_MAP_TYPE_PERCPU_ARRAY, 4, 16, 3),
    "ring": (MapType.BPF_MAP_TYPE_RINGBUF, 0, 0, 4096),
    "perf": (MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY, 4, 4, 3),
    "bare_perf": (MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY, 4, 4, 2),
    "programs": (MapType.BPF_MAP_TYPE_PROG_ARRAY, 4, 4, 5),
    "queue": (MapType.BPF_MAP_TYPE_QUEUE, 0, 8, 3),
    "stack": (MapType.BPF_MAP_TYPE_STACK, 0, 8, 2),
    "bloom": (MapType.BPF_MAP_TYPE_BLOOM_FILTER, 0, 8, 5),
    "stacks": (MapType.BPF_MAP_TYPE_STACK_TRACE, 4, 64, 2),
    "tasks": (MapType.BPF_MAP_TYPE_TASK_STORAGE, 4, 8, 0, 1),
    "groups": (MapType.BPF_MAP_TYPE_CGRP_STORAGE, 4, 8, 0, 1),
    "sockets": (MapType.BPF_MAP_TYPE_SK_STORAGE, 4, 8, 0, 1),
    "inodes": (MapType.BPF_MAP_TYPE_INODE_STORAGE, 4, 8, 0, 1),
    "user_ring": (MapType.BPF_MAP_TYPE_USER_RINGBUF, 0, 0, 4096),
    "cgroups": (MapType.BPF_MAP_TYPE_CGROUP_ARRAY, 4, 4, 2),
}
# what a word of a map's record is in if it is a host address: user space of x86-64 and arm64
_HOST_ADDRESSES = range(1 << 40, 1 << 48)
_ZERO_AT_FIRST = (
    *(r.R_NOTES, r.R_SCRATCH, r.R_WAIT_NS, r.R_RAISE, r.R_FAULT, r.R_TOUCHED),
    *(r.R_DRAWN_NS, r.R_DRAWS),
)

#: Where members of kernel objects lie, bits; all others at 8 bytes.
_MEMBER_BITS = {
    "skc_family": 0,
    "skc_state": 16,
    "sk_type": 32,
    "sk_protocol": 48,
    "f_op": 0,
    "data": 0,
    "pending.signal": 256,
    "thread_info.flags": 320,
    "signal": 384,
    "secureexec": 5,
}

# what is looked at at each stop, before R0 to R10
FIELDS = {
    "status": -1,
    "R_FAULT": r.R_FAULT,
    "R_PC": r.R_PC,
    "R_DEPTH": r.R_DEPTH,
    "R_TAILS": r.R_TAILS,
    "R_LEFT": r.R_LEFT,
    "R_COUNTED": r.R_COUNTED,
    "R_PENDING": r.R_PENDING,
    "R_DONE": r.R_DONE,
    "R_HPHASE": r.R_HPHASE,
    "R_SCRATCH": r.R_SCRATCH,
    "R_NOW": r.R_NOW,
    "R_WAIT_NS": r.R_WAIT_NS,
    "R_RAISE": r.R_RAISE,
    "R_TOUCHED": r.R_TOUCHED,
    "R_NOTES": r.R_NOTES,
}
_WORDS = struct.Struct(f"<{r.RUN_BYTES // 8}q")


class Stop(NamedTuple):
    """What the run state says when a run stops.

    Attributes:
        values: One for each of `FIELDS`; R_PC is 0 at an exit.
        program: Which program it is in.
        regs: R0 to R10; at an exit, R0 only.
        counts: ``R_COUNTS``.
        notes: The rows of notes.
        frames: What each frame keeps.
    """

    values: tuple[int, ...]
    program: int
    regs: tuple[int, ...]
    counts: tuple[int, ...]
    notes: tuple[int, ...]
    frames: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Result:
    """All that can be seen of a run."""

    stops: tuple[Stop, ...]
    memory: dict[str, bytes]

    def digest(self) -> str:
        """Return what two equal results have in common, and no others."""
        h = hashlib.blake2b(repr(self.stops).encode(), digest_size=12)
        for name, data in self.memory.items():
            h.update(name.encode() + data)
        return h.hexdigest()


class World:
    """One machine for any number of runs.

    Attributes:
        watcher: Called before each run with its programs.
    """

    def __init__(self) -> None:
        self.watcher: Callable[[Sequence[Code]], None] | None = None
        vm = self.vm = Vm(nr_cpus=2, seed=3)
        vm.maps.features = features_of("6.2")
        for name, what in _MAPS.items():
            vm.create(name, *what)
        vm.maps.open_perf_rings(vm.views["perf"], 1)
        vm.put(r.R_NR_MAPS, vm.maps.nr_maps)
        self.types = {view.index: int(view.type) for view in vm.views.values()}
        area = vm.region.alloc(VMALLOC_BASE, AREA_BYTES, 16 * PAGE_BYTES)
        user = vm.user.alloc(USER_BASE, PAGE_BYTES, PAGE_BYTES)
        vm.region.write(vm.comm, b"a task's name\0\0\0")
        vm.user.write(user, b"user memory\0" + bytes(range(256)))
        self._kstack, self._ustack, self._event = Buffer(256), Buffer(256), Buffer(24)
        self._record, kernel = KernelRecord.in_buffer(
            lambda _struct, path: _MEMBER_BITS.get(path, 64)
        )
        store64(kernel.address + KR_PERCPU_BYTES, 8)
        store64(kernel.address + KR_SOCKET_FILE_OPS, FILE_OPS)
        for buffer, nr in ((self._kstack, 5), (self._ustack, 2)):
            for i, word in enumerate((nr, *(0x1000 + 8 * n for n in range(nr)))):
                store64(buffer.address + 8 * i, word)
        self.places = Places(
            ctx=vm.ctx,
            ctx_bytes=CTX_BYTES,
            stack=vm.stack,
            area=area,
            area_bytes=AREA_BYTES,
            unmapped=area + AREA_BYTES + PAGE_BYTES,
            comm=vm.comm,
            user=user,
            user_bytes=PAGE_BYTES,
            maps={name: self._place(name) for name in vm.views},
        )
        self._ranges = self._all_ranges(area)
        self._ranges.append(("user memory", vm.user.host(user), PAGE_BYTES))
        restored = [(at, size) for _, at, size in self._ranges] + vm.maps.host_ranges()
        self._pristine = [(at, ctypes.string_at(at, size)) for at, size in restored]
        self._fixed = {
            r.R_KSTACK: self._kstack.address,
            r.R_USTACK: self._ustack.address,
            r.R_KERNEL: kernel.address,
            r.R_TASK: signed_address(vm.ctx),
            r.R_PID_TGID: 4711 << 32 | 4712,
            r.R_UID_GID: 7 << 32 | 8,
        }

    def _place(self, name: str) -> Place:
        view = self.vm.views[name]
        values = view.field(m.M_VALUES) & ((1 << 64) - 1)
        stride = view.field(m.M_VALUE_STRIDE)
        sizes = (view.key_bytes, view.value_bytes, view.max_entries)
        return Place(map_address(view.index), int(view.type), *sizes, values, stride)

    def _all_ranges(self, area: int) -> list[tuple[str, int, int]]:
        """Return name, host address and size of all that a run may change."""
        region, maps = self.vm.region, self.vm.maps
        end = area + AREA_BYTES
        out = [
            ("direct map", region.host(DIRECT_MAP_BASE), PAGE_BYTES),
            ("vmalloc", region.host(VMALLOC_BASE), end - VMALLOC_BASE),
            ("map records", maps.address, maps.nr_maps * m.MAP_BYTES),
            ("map structs", region.host(MAP_STRUCT_BASE), maps.nr_maps * _MAP_STRUCT_BYTES),
            ("kernel record", self._record.address, KernelRecord.BYTES),
        ]
        for index in range(maps.nr_maps):
            out += self._host_ranges(index, maps.record(index))
        return out

    def _host_ranges(self, index: int, record: int) -> list[tuple[str, int, int]]:
        out = []
        if buckets := load64(record + m.M_BUCKETS):
            out.append((f"buckets {index}", buckets, 8 * load64(record + m.M_NR_BUCKETS)))
        if times := load64(record + m.M_META):
            size = (load64(record + m.M_MASK) + 1) // 8 * META_BYTES
            out.append((f"ring times {index}", times, size))
        return out

    def close(self) -> None:
        """Give all memory back."""
        self.vm.close()
        for buffer in (self._kstack, self._ustack, self._event, self._record):
            buffer.close()

    # --- before a run ---------------------------------------------------------------------
    def _reset(self, case: Case) -> None:
        for at, data in self._pristine:
            ctypes.memmove(at, data, len(data))
        vm, draw = self.vm, random.Random(case.seed)
        words = [*EDGES, *(draw.getrandbits(64) for _ in range(16))]
        ctx = [draw.choice(words) & ((1 << 64) - 1) for _ in range(CTX_BYTES // 8)]
        vm.region.write(vm.ctx, struct.pack(f"<{len(ctx)}Q", *ctx))
        vm.region.write(self.places.area, draw.randbytes(AREA_BYTES))
        for i in range(draw.randrange(4)):
            vm.views["hash"].update(i.to_bytes(4, "little"), draw.randbytes(8))
            vm.views["wide_hash"].update(i.to_bytes(12, "little"), draw.randbytes(20))
            vm.views["array"].update(i.to_bytes(4, "little"), draw.randbytes(8))
        for i in range(draw.randrange(3)):
            vm.views["queue"].push(draw.randbytes(8))
            vm.views["stack"].push(draw.randbytes(8))
            vm.views["bloom"].push(bytes(8))
            for name in ("tasks", "groups", "sockets", "inodes"):
                vm.views[name].update_object((vm.ctx, self.places.area)[i], draw.randbytes(8))
        for name in ("ring", "perf"):
            store64(vm.views[name].record + m.M_READER, 1 if case.has_reader else 0)
        ring = vm.views["ring"].record
        store64(ring + m.M_LOCK_FREE, NOW + case.ring_lock[0])
        store64(ring + m.M_LOCK_CPU, case.ring_lock[1])
        if case.open_bytes:
            store32(load64(ring + m.M_DATA_HOST), case.open_bytes - HEADER_BYTES | BUSY_BIT)
            store64(ring + m.M_PRODUCER, case.open_bytes)
        perf = vm.maps.record(vm.views["perf"].field(m.M_RINGS) + case.cpu)
        store64(perf + m.M_PRODUCER, case.perf_bytes)

    def _prepare(self, case: Case, codes: Sequence[Code]) -> None:
        vm = self.vm
        ctypes.memset(vm.run + r.R_REGS, 0, r.RUN_BYTES - r.R_REGS)
        for slot, program in enumerate(case.slots):
            record = 0 if program is None else codes[program].address
            vm.views["programs"].put_program(slot, record)
        for what, price in enumerate(case.prices):
            store64(vm.prices.address + 8 * what, price)
        fields = {
            **self._fixed,
            r.R_NOW: NOW,
            r.R_CPU: case.cpu,
            r.R_BUDGET: case.budget,
            r.R_CHECKED: 1 if case.is_checked else 0,
            r.R_NOTING: 1 if case.is_noting else 0,
            r.R_HAS_RET: case.cpu,
            r.R_EVENT: self._event.address if case.cpu == 0 else 0,
            r.R_PACKET: signed_address(self.places.area + case.packet[0]),
            r.R_PACKET_BYTES: case.packet[1],
        }
        for offset in _ZERO_AT_FIRST:
            fields[offset] = 0
        for reg, number in enumerate(case.regs):
            fields[r.R_REGS + 8 * reg] = number
        reset_run(vm.run)
        for offset, number in fields.items():
            store64(vm.run + offset, number)
        start_run(vm.run, codes[0].address, signed_address(vm.ctx))

    # --- the run --------------------------------------------------------------------------
    def run(self, case: Case, engines: Sequence[str]) -> Result:
        """Run a case, each program on its engine."""
        types = self.types if case.is_inlining else {}
        codes = [
            Code(insns, engine, map_types=types, is_checked=case.is_checked)
            for insns, engine in zip(case.programs, engines, strict=True)
        ]
        try:
            self._reset(case)
            self._prepare(case, codes)
            if self.watcher is not None:
                self.watcher(codes)
            stops = self._drive({code.address: i for i, code in enumerate(codes)})
        finally:
            for code in codes:
                code.close()
        return Result(tuple(stops), self._memory())

    def _drive(self, numbers: dict[int, int]) -> list[Stop]:
        """Run from stop to stop as `sim.hooks.run` does it."""
        run = self.vm.run
        stops: list[Stop] = []
        while len(stops) < _MAX_STOPS:
            status = run_program(run)
            stop = self._stop(status, numbers)
            stops.append(stop)
            if status in (r.RUN_EXIT, r.RUN_FAULT):
                break
            now = self.vm.get(r.R_NOW)
            if status == r.RUN_WAIT:
                now += self.vm.get(r.R_WAIT_NS)
            elif status == r.RUN_PYTHON:
                self.vm.put(r.R_REGS, 1000 + len(stops))
                self.vm.put(r.R_DONE, 1)
            else:
                now += 10 + stop.counts[0]
            self.vm.put(r.R_NOW, now)
            self.vm.clear_counts()
        return stops

    def _stop(self, status: int, numbers: dict[int, int]) -> Stop:
        words = _WORDS.unpack(ctypes.string_at(self.vm.run, r.RUN_BYTES))
        is_exit = status == r.RUN_EXIT
        values = [words[offset >> 3] for offset in FIELDS.values()]
        values[0] = status
        if is_exit:
            values[2] = 0
        depth = words[r.R_DEPTH >> 3]
        nr_notes = words[r.R_NOTES >> 3]
        notes = r.R_NOTE_ROWS >> 3
        return Stop(
            tuple(values),
            numbers[words[r.R_PROG >> 3]],
            words[r.R_REGS >> 3 : (r.R_REGS >> 3) + (1 if is_exit else 11)],
            words[r.R_COUNTS >> 3 : (r.R_COUNTS >> 3) + r.NR_COUNTS],
            words[notes : notes + r.NOTE_BYTES // 8 * nr_notes],
            tuple(self._frame(words, i, numbers) for i in range(depth)),
        )

    def _frame(
        self, words: tuple[int, ...], number: int, numbers: dict[int, int]
    ) -> tuple[int, ...]:
        at = (r.R_FRAMES + number * r.FRAME_BYTES) >> 3
        frame = words[at : at + r.FRAME_BYTES // 8]
        has_step = frame[r.F_STEP >> 3] != 0
        kept = (*frame[:4], frame[r.F_PC >> 3], frame[r.F_R10 >> 3])
        state = frame[r.F_STATE >> 3 :] if has_step else ()
        return (*kept, numbers[frame[r.F_PROG >> 3]], int(has_step), *state)

    def _memory(self) -> dict[str, bytes]:
        out = {}
        for name, at, size in self._ranges:
            data = ctypes.string_at(at, size)
            if name == "map records":
                data = _without_host_addresses(data)
            out[name] = data
        return out


def _without_host_addresses(records: bytes) -> bytes:
    words = struct.unpack(f"<{len(records) // 8}q", records)
    shown = (0 if word in _HOST_ADDRESSES else word for word in words)
    return struct.pack(f"<{len(words)}q", *shown)
