"""Maps and rings over dicts, lists and bytearrays."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.reference.keyed import Turns

__all__ = ["ArrayMap", "HashMap", "Map", "Memory", "PerfArray", "PerfRing", "Ring", "make_map"]

HASH, ARRAY, PERF, PERCPU_HASH, PERCPU_ARRAY, RINGBUF = 1, 2, 4, 5, 6, 27
ENOENT, E2BIG, EEXIST, EINVAL, ENOSPC = 2, 7, 17, 22, 28
SEGMENT = 1 << 32


class Memory:
    """Programs' memory: pieces, each at a multiple of 4 GiB, and user strings at addresses."""

    def __init__(self) -> None:
        self._pieces: dict[int, bytearray] = {}
        self._numbers = count(1 << 20)
        self.things: dict[int, Any] = {}  # what an address stands for
        self.strings: dict[int, bytes] = {}

    def add(self, piece: bytearray, thing: Any = None) -> int:
        """Give a piece of memory its address."""
        address = next(self._numbers) * SEGMENT
        self._pieces[address] = piece
        self.things[address] = thing
        return address

    def free(self, address: int) -> None:
        """Take a piece away."""
        del self._pieces[address], self.things[address]

    def view(self, address: int, size: int) -> memoryview:
        """Return a range."""
        offset = address % SEGMENT
        piece = self._pieces[address - offset]
        assert offset + size <= len(piece), "outside its piece of memory"
        return memoryview(piece)[offset : offset + size]

    def read(self, address: int, size: int) -> bytes:
        """Return bytes."""
        return bytes(self.view(address, size))

    def load(self, address: int, size: int) -> int:
        """Return a little-endian number."""
        return int.from_bytes(self.view(address, size), "little")

    def store(self, address: int, size: int, value: int) -> None:
        """Write the low bytes of a number."""
        self.view(address, size)[:] = (value % (1 << (8 * size))).to_bytes(size, "little")


class Map:
    """Anything with a number among the machine's maps."""

    def __init__(self, index: int, spec: Any, memory: Memory, nr_cpus: int) -> None:
        self.index = index
        self.spec = spec
        self.memory = memory
        self.address = memory.add(bytearray(1), self)
        self.is_percpu = spec.map_type in (PERCPU_HASH, PERCPU_ARRAY)
        self.nr_copies = nr_cpus if self.is_percpu else 1
        self.prefix = "map.percpu_" if self.is_percpu else "map."

    def contents(self) -> Any:
        """Return what user space would see."""
        return None


Element = list[tuple[int, bytearray]]  # a CPU's copy, or the only one: its address and bytes


class HashMap(Map):
    """Hash and per-CPU hash, preallocated: a stack of free elements for each CPU."""

    turns: Turns
    by_words = False

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.nr_cpus = args[3]
        self.entries: dict[bytes, Element] = {}
        self.nr_scanned = 0  # other CPUs' stacks that the last update looked into
        nr_spares = 0 if self.is_percpu else self.nr_cpus
        each, more = divmod(self.spec.max_entries + nr_spares, self.nr_cpus)
        self.free = [[self._element() for _ in range(each + (i < more))] for i in range(args[3])]
        self.spares = [self._take(0) for _ in range(nr_spares)]

    def _element(self) -> Element:
        pieces = [bytearray(self.spec.value_size) for _ in range(self.nr_copies)]
        return [(self.memory.add(piece), piece) for piece in pieces]

    def _take(self, cpu: int) -> Element | None:
        """Take a free element, from the next CPU's stack that has one."""
        for i in range(self.nr_cpus):
            self.nr_scanned = i
            if stack := self.free[(cpu + i) % self.nr_cpus]:
                return stack.pop()
        self.nr_scanned = self.nr_cpus
        return None

    def prices(self, operation: str) -> dict[str, int]:
        """Return what an operation counts."""
        return {
            f"{self.prefix}hash_{operation}": 1,
            "map.hash_fullness": (len(self.entries) * 1024 // self.spec.max_entries + 8) // 16,
        }

    def lookup(self, key: bytes, cpu: int) -> int:
        """Return the value's address, or 0."""
        copies = self.entries.get(key)
        return copies[cpu if self.is_percpu else 0][0] if copies else 0

    def update(self, key: bytes, value: bytes, flags: int, cpu: int) -> int:
        """Insert or overwrite."""
        self.nr_scanned = 0
        if flags > 2:
            return -EINVAL
        old = self.entries.get(key)
        if old is not None and flags == 1:
            return -EEXIST
        if old is None and flags == 2:
            return -ENOENT
        element = old
        if old is None:
            element = self._take(cpu)
        elif not self.is_percpu:  # whoever has the old value's address keeps the old value
            element, self.spares[cpu] = self.spares[cpu], old
        if element is None:
            return -E2BIG
        if old is None:
            for _, piece in element:
                piece[:] = bytes(len(piece))
        element[cpu if self.is_percpu else 0][1][:] = value
        self.entries[key] = element
        return 0

    def delete(self, key: bytes, cpu: int) -> int:
        """Delete."""
        element = self.entries.pop(key, None)
        if element is None:
            return -ENOENT
        self.free[cpu].append(element)
        return 0

    def contents(self) -> Any:
        return {key: [bytes(b) for _, b in copies] for key, copies in sorted(self.entries.items())}


class ArrayMap(Map):
    """Array and per-CPU array."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.stride = (self.spec.value_size + 7) // 8 * 8
        self.pieces = [
            bytearray(self.stride * self.spec.max_entries) for _ in range(self.nr_copies)
        ]
        if self.spec.data is not None:
            self.pieces[0][: len(self.spec.data)] = self.spec.data
        self.addresses = [self.memory.add(piece) for piece in self.pieces]

    def prices(self, operation: str) -> dict[str, int]:
        """Return what an operation counts."""
        return {f"{self.prefix}array_{operation}": 1}

    def lookup(self, key: bytes, cpu: int) -> int:
        """Return the value's address, or 0."""
        i = int.from_bytes(key[:4], "little")
        if i >= self.spec.max_entries:
            return 0
        return int(self.addresses[cpu if self.is_percpu else 0] + i * self.stride)

    def update(self, key: bytes, value: bytes, flags: int, cpu: int) -> int:
        """Overwrite."""
        if flags > 2:
            return -EINVAL
        at = self.lookup(key, cpu)
        if at == 0:
            return -E2BIG
        if flags == 1:
            return -EEXIST
        self.memory.view(at, self.spec.value_size)[:] = value
        return 0

    def contents(self) -> Any:
        size = self.spec.value_size
        starts = [i * self.stride for i in range(self.spec.max_entries)]
        return [[bytes(piece[at : at + size]) for piece in self.pieces] for at in starts]


@dataclass(eq=False)
class Record:
    """A record in a ring."""

    pos: int
    total: int
    data: bytearray
    cpu: int
    reserved_at: int
    submitted_at: int = -1
    is_busy: bool = True
    is_discarded: bool = False
    lost: int = 0
    ring: Any = None


@dataclass(eq=False)
class Lines:
    """Who has a ring's cache lines, all CPUs sharing one cache; in tenths of a transfer."""

    producer_cpu: int | None = None
    reader_cpu: int | None = None
    known_consumer: int = 0
    known_producer: int = 0
    is_polled: bool = False
    read_line: int | None = None

    def produce(self, state: RingState, cpu: int) -> int:
        """Touch what a reservation touches."""
        line = state.producer // 64
        moves = 0
        is_alone = self.producer_cpu in (None, cpu)
        if not is_alone:
            moves += 3
        if self.reader_cpu is not None:
            away = int(self.reader_cpu != cpu)
            if state.consumer != self.known_consumer:
                self.known_consumer = state.consumer
                moves += away
            if is_alone and (self.is_polled or line == self.read_line):
                moves += away
        if line == self.read_line:
            self.read_line = None
        self.is_polled = False
        self.producer_cpu = cpu
        return 10 * moves

    def _away(self) -> int:
        return int(self.producer_cpu is not None and self.producer_cpu != self.reader_cpu)

    def poll(self, state: RingState, cpu: int) -> int:
        """Let the reader look at the producer position."""
        self.reader_cpu = cpu
        if state.producer == self.known_producer or self.producer_cpu is None:
            return 0
        self.known_producer = state.producer
        self.is_polled = True
        return 10 * self._away()

    def read(self, state: RingState, cpu: int, pos: int) -> int:
        """Let the reader look at the record at *pos*."""
        moves = self.poll(state, cpu) if pos >= self.known_producer else 0
        self.reader_cpu = cpu
        if pos == state.consumer == self.known_consumer:
            moves += 10 * self._away()
        if pos // 64 != self.read_line:
            moves += 10 * self._away()
        self.read_line = pos // 64
        return moves


@dataclass(eq=False)
class RingState:
    """Positions and counters that both kinds of ring have."""

    index: int
    size: int
    consumer: int = 0
    producer: int = 0
    peak: int = 0
    records: deque[Record] = field(default_factory=deque)
    lines: Lines = field(default_factory=Lines)
    reader: Any = None
    is_waking: bool = False
    counters: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(
            ("reserved", "submitted", "discarded", "dropped", "dropped_pending", "delivered"), 0
        )
    )

    def note_fill(self) -> None:
        """Remember the highest fill since the last sample."""
        self.peak = max(self.peak, self.producer - self.consumer)


class Ring(Map):
    """A BPF ring buffer: strict order of reservations, any order of commits."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.state = RingState(self.index, self.spec.max_entries)
        self.lock_free_at = 0

    def reserve(self, size: int, now: int, cpu: int) -> tuple[Record | None, int]:
        """Reserve, unless the consumer is too far behind: −2 if it stands at an open record."""
        state = self.state
        total = (size + 8 + 7) // 8 * 8
        ahead = state.producer + total
        oldest = next((one.pos for one in state.records if one.is_busy), state.producer)
        cause = 0
        if total > state.size:
            cause = -1
        elif ahead - min(state.consumer, oldest) > state.size - 1:
            cause = -2 if oldest == state.consumer < state.producer else -1
        if cause:
            state.counters["dropped"] += 1
            state.counters["dropped_pending"] += cause == -2
            return None, cause
        record = Record(state.producer, total, bytearray(size), cpu, now, ring=self)
        state.records.append(record)
        state.producer = ahead
        state.note_fill()
        state.counters["reserved"] += 1
        return record, 0

    def offset(self, record: Record) -> int:
        """Return where in the data area the record's data are."""
        return record.pos % self.state.size + 8

    def commit(self, record: Record, flags: int, is_discard: bool, now: int) -> bool:
        """Submit or discard; say whether the reader must be woken."""
        record.is_busy = False
        record.is_discarded = is_discard
        record.submitted_at = now
        self.state.counters["discarded" if is_discard else "submitted"] += 1
        if flags & 2:
            return True
        return not flags & 1 and self.state.consumer == record.pos


class PerfRing:
    """One CPU's ring of a perf buffer."""

    def __init__(self, index: int, size: int) -> None:
        self.state = RingState(index, size)
        self.lost = 0

    def output(self, data: bytes, now: int, cpu: int) -> int:
        """Write a sample, preceded by the number of those lost before it."""
        state = self.state
        data += bytes((-len(data) - 4) % 8)
        total = 8 + 4 + len(data)
        need = total + (24 if self.lost else 0)
        if state.producer + need - state.consumer > state.size - 1:
            self.lost += 1
            state.counters["dropped"] += 1
            return -ENOSPC
        if self.lost:
            told = Record(state.producer, 24, bytearray(), cpu, now, now, False, lost=self.lost)
            state.records.append(told)
            state.producer += 24
            self.lost = 0
        state.records.append(Record(state.producer, total, bytearray(data), cpu, now, now, False))
        state.producer += total
        state.note_fill()
        state.counters["reserved"] += 1
        state.counters["submitted"] += 1
        return 0


class PerfArray(Map):
    """A perf event array; its rings are made when user space opens them."""

    rings: list[PerfRing] | None = None

    def open(self, first: int, nr_cpus: int, size: int) -> None:
        """Give every CPU a ring."""
        self.rings = [PerfRing(first + i, size) for i in range(nr_cpus)]


def make_map(index: int, spec: Any, memory: Memory, nr_cpus: int) -> Map:
    """Make the map that a spec asks for."""
    kinds: dict[int, type[Map]] = {
        HASH: HashMap,
        PERCPU_HASH: HashMap,
        ARRAY: ArrayMap,
        PERCPU_ARRAY: ArrayMap,
        RINGBUF: Ring,
        PERF: PerfArray,
    }
    return kinds[spec.map_type](index, spec, memory, nr_cpus)
