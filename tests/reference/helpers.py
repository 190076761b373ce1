"""The helpers that the compared programs call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator
from typing import Any

from tests.reference.bpf import Run
from tests.reference.keyed import key_steps
from tests.reference.maps import HashMap, PerfArray, Record, Ring

__all__ = ["plain", "visible"]

Waits = Generator[int, None, int]

EAGAIN, EFAULT, E2BIG = 11, 14, 7
CURRENT_CPU = 0xFFFFFFFF
COMM_BYTES = 16


def _count(run: Run, **classes: int) -> None:
    run.counts["helper.call"] += 1
    for key, n in classes.items():
        run.counts[key.replace("__", ".")] += n


def _ktime(run: Run) -> int:
    _count(run, helper__ktime_get_ns=1)
    return run.now + run.price(run.counts) // 1000


def _cpu(run: Run) -> int:
    _count(run, helper__get_smp_processor_id=1)
    return run.cpu


def _pid_tgid(run: Run) -> int:
    _count(run, helper__get_current_pid_tgid=1)
    return run.task.tgid << 32 | run.task.pid if run.task else 0


def _uid_gid(run: Run) -> int:
    _count(run, helper__get_current_uid_gid=1)
    return run.task.uid << 32 | run.task.uid if run.task else 0


def _comm(run: Run) -> int:
    _count(run, helper__get_current_comm=1)
    comm = run.task.comm if run.task else f"swapper/{run.cpu}".encode()
    size = run.regs[2]
    run.memory.view(run.regs[1], size)[:] = comm[: min(size, COMM_BYTES) - 1].ljust(size, b"\0")
    return 0


def _lookup(run: Run) -> int:
    bmap = run.memory.things[run.regs[1]]
    prices = bmap.prices("lookup")
    run.counts.update(prices)
    if "map.array_lookup" not in prices:  # the JIT inlines that one
        run.counts["helper.call"] += 1
    found = int(bmap.lookup(run.memory.read(run.regs[2], bmap.spec.key_size), run.cpu))
    if isinstance(bmap, HashMap):
        run.counts.update(key_steps(bmap.spec.key_size, bmap.by_words, found != 0))
    return found


def _take_bucket(run: Run, bmap: Any, key: bytes, operation: str) -> None:
    if isinstance(bmap, HashMap):
        run.counts.update(key_steps(bmap.spec.key_size, bmap.by_words, True))
        hold_ps = run.price(Counter({f"{bmap.prefix}hash_{operation}": 1}))
        if bmap.nr_cpus > 1 and run.regs[4] * (operation == "update") <= 2:
            bmap.turns.take(run, key, hold_ps, run.price(Counter({"map.line_transfer": 1})))


def _update(run: Run) -> int:
    bmap = run.memory.things[run.regs[1]]
    run.counts["helper.call"] += 1
    run.counts.update(bmap.prices("update"))
    key = run.memory.read(run.regs[2], bmap.spec.key_size)
    value = run.memory.read(run.regs[3], bmap.spec.value_size)
    _take_bucket(run, bmap, key, "update")
    result = int(bmap.update(key, value, run.regs[4], run.cpu))
    run.counts["map.hash_full_scan_per_cpu"] += getattr(bmap, "nr_scanned", 0)
    run.notes.append((2, bmap.index, result))
    return result


def _delete(run: Run) -> int:
    bmap = run.memory.things[run.regs[1]]
    run.counts["helper.call"] += 1
    run.counts.update(bmap.prices("delete"))
    key = run.memory.read(run.regs[2], bmap.spec.key_size)
    _take_bucket(run, bmap, key, "delete")
    result = int(bmap.delete(key, run.cpu))
    run.notes.append((3, bmap.index, result))
    return result


def _read_user_str(run: Run) -> int:
    _count(run, helper__probe_read_user=1)
    size = run.regs[2]
    text = run.memory.strings.get(run.regs[3])
    if text is None:
        run.memory.view(run.regs[1], size)[:] = bytes(size)
        return -EFAULT
    data = text[: size - 1] + b"\0"
    run.memory.view(run.regs[1], len(data))[:] = data
    run.counts["helper.probe_read_str_byte"] += len(data)
    return len(data)


def _lock(run: Run, ring: Ring) -> Generator[int, None, None]:
    """Take the ring's lock: when it will be ours is fixed at the request."""
    at = max(ring.lock_free_at, run.now)
    hold = {"ringbuf.lock_hold": 1}
    moves = ring.state.lines.produce(ring.state, run.cpu)
    if moves:
        hold["ringbuf.line_transfer"] = moves
    ring.lock_free_at = at + run.price(hold) // 1000  # type: ignore[arg-type]
    if at > run.now:
        yield at - run.now
    run.counts.update(hold)


def _take(run: Run, ring: Ring, size: int) -> Record | None:
    run.counts["ringbuf.reserve"] += 1
    record, cause = ring.reserve(size, run.now, run.cpu)
    run.notes.append((131, ring.index, ring.offset(record) if record else cause))
    return record


def _commit(run: Run, record: Record, flags: int, is_discard: bool) -> None:
    ring = record.ring
    is_wake = ring.commit(record, flags, is_discard, run.now)
    run.notes.append((133 if is_discard else 132, ring.index, int(is_wake)))
    if is_wake and ring.state.reader is not None:
        run.raised = ring.state


def _reserve(run: Run) -> Waits:
    ring = run.memory.things[run.regs[1]]
    yield from _lock(run, ring)
    run.counts["helper.call"] += 1
    record = _take(run, ring, run.regs[2])
    return run.memory.add(record.data, record) if record else 0


def _finish(run: Run, is_discard: bool) -> Waits:
    _count(run, **{"ringbuf__discard" if is_discard else "ringbuf__submit": 1})
    _commit(run, run.memory.things[run.regs[1]], run.regs[2], is_discard)
    return 0
    yield


def _submit(run: Run) -> Waits:
    return _finish(run, False)


def _discard(run: Run) -> Waits:
    return _finish(run, True)


def _output(run: Run) -> Waits:
    ring = run.memory.things[run.regs[1]]
    data, size, flags = run.regs[2:5]
    yield from _lock(run, ring)
    _count(run, ringbuf__output=1)
    record = _take(run, ring, size)
    if record is None:
        return -EAGAIN
    run.counts["ringbuf.copy_byte"] += size
    record.data[:] = run.memory.read(data, size)
    yield 0
    _commit(run, record, flags, False)
    return 0


def _perf_output(run: Run) -> Waits:
    bmap: PerfArray = run.memory.things[run.regs[2]]
    assert run.regs[3] == CURRENT_CPU
    assert bmap.rings is not None
    size = run.regs[5]
    _count(run, perfbuf__output=1, perfbuf__copy_byte=size)
    ring = bmap.rings[run.cpu]
    moves = ring.state.lines.produce(ring.state, run.cpu)
    if moves:
        run.counts["ringbuf.line_transfer"] += moves
    result = ring.output(run.memory.read(run.regs[4], size), run.now, run.cpu)
    run.notes.append((25, ring.state.index, result))
    if result == 0 and ring.state.reader is not None:
        run.raised = ring.state
    return result
    yield


plain: dict[int, Callable[[Run], int]] = {
    1: _lookup,
    2: _update,
    3: _delete,
    5: _ktime,
    8: _cpu,
    14: _pid_tgid,
    15: _uid_gid,
    16: _comm,
    114: _read_user_str,
}
visible: dict[int, Callable[[Run], Waits]] = {
    25: _perf_output,
    130: _output,
    131: _reserve,
    132: _submit,
    133: _discard,
}
