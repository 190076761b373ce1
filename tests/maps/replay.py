"""The simulator's answers to the operations of `tests.map_jobs`."""

from __future__ import annotations

import errno
import struct
from typing import Any

from sim.base.memory import store64
from sim.bpf import run_state as r
from sim.bpf.btf import Btf
from sim.bpf.btf_types import Void
from sim.bpf.maps import batch, user
from sim.bpf.maps.create import MapView
from sim.bpf.maps.create_check import MapAttr, check_map_create
from sim.bpf.region import DIRECT_MAP_BASE
from sim.bpf.spec import MapType
from sim.bpf.verifier.spec import Kernel, Map
from sim.versions.features import features_of
from tests.map_jobs import DATA_BYTES, Answer, Op, keys_answer
from tests.vm import Vm

__all__ = ["replay"]


class _Replay:
    """One machine's maps, and a CPU that the job is on."""

    def __init__(self, nr_cpus: int, engine: str, kernel: str) -> None:
        self.vm = Vm(nr_cpus=nr_cpus, engine=engine, kernel=kernel)
        self.kernel = Kernel(kernel, features_of(kernel), Btf([Void()]))
        self.vm.ctx = self.vm.region.alloc(DIRECT_MAP_BASE, DATA_BYTES, 4096)
        self.views: list[MapView | None] = []
        self._likes: list[Map] = []
        self._frozen: set[int] = set()
        self._cpu_now = 0

    def do(self, op: Op) -> Answer:
        """Do one operation."""
        answer: Answer = getattr(self, "_" + op[0])(*op[1:])
        return answer

    def _view(self, bmap: int) -> MapView:
        view = self.views[bmap]
        assert view is not None, "the job uses a map that could not be made"
        return view

    def _create(self, kind: int, key: int, value: int, entries: int, *rest: int) -> Answer:
        flags, extra, inner = rest
        template = None if inner < 0 else self._view(inner)
        name = f"map{len(self.views)}"
        # as the loader does it before it makes a map
        like = None if inner < 0 else self._likes[inner]
        attr = Map(name, kind, key, value, entries, map_flags=flags, map_extra=extra, inner=like)
        self._likes.append(attr)
        refused = check_map_create(MapAttr.of(attr), self.kernel)
        if refused:
            self.views.append(None)
            return [-refused]
        view = self.vm.maps.create(
            name, kind, key, value, entries, flags, extra=extra, inner=template
        )
        self.views.append(view)
        self.vm.views[name] = view
        self.vm.put(r.R_NR_MAPS, self.vm.maps.nr_maps)
        return [0]

    def _update(self, bmap: int, key: str | None, value: str, flags: int) -> Answer:
        view, data = self._view(bmap), bytes.fromhex(value)
        if view.type in (MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS, MapType.BPF_MAP_TYPE_HASH_OF_MAPS):
            return [view.put_map(_bytes(key) or b"", self._of_fd(data), flags)]
        return [user.update_elem(view, _bytes(key), data, flags)]

    def _of_fd(self, value: bytes) -> MapView | None:
        """Return the map behind one of the guest's descriptors: 4, then 7 and those after it."""
        made = [view for view in self.views if view is not None]
        number = int.from_bytes(value[:4], "little")
        number = 0 if number == 4 else number - 6
        return made[number] if 0 <= number < len(made) else None

    def _lookup(self, bmap: int, key: str | None, flags: int) -> Answer:
        return _found(*user.lookup_elem(self._view(bmap), _bytes(key), flags))

    def _raw(self, command: int, attr: str, parts: list[list[Any]], back: int) -> Answer:
        """A lookup that gives a value: what a bloom filter is asked."""
        assert command == 1 and back < 0
        (flags,) = struct.unpack_from("<Q", bytes.fromhex(attr), 24)
        view, value = self._view(parts[0][1]), bytes.fromhex(parts[1][1])
        return [user.lookup_elem(view, None, flags, value)[0]]

    def _take(self, bmap: int, key: str | None, flags: int) -> Answer:
        return _found(*user.lookup_and_delete_elem(self._view(bmap), _bytes(key), flags))

    def _delete(self, bmap: int, key: str | None) -> Answer:
        return [user.delete_elem(self._view(bmap), _bytes(key))]

    def _next_key(self, bmap: int, key: str | None) -> Answer:
        return _found(*user.next_key(self._view(bmap), _bytes(key)))

    def _freeze(self, bmap: int) -> Answer:
        return [user.freeze(self._view(bmap))]

    def _batch(
        self, what: str, bmap: int, count: int, keys: str, values: str, *rest: Any
    ) -> Answer:
        in_batch, elem_flags, flags = rest
        view = self._view(bmap)
        if what == "update":
            data = bytes.fromhex(keys), bytes.fromhex(values)
            done = batch.update_batch(view, *data, count, elem_flags=elem_flags)
            return [done.result, done.count]
        if what == "delete":
            done = batch.delete_batch(view, bytes.fromhex(keys), count, elem_flags=elem_flags)
            return [done.result, done.count]
        done = batch.lookup_batch(
            view,
            count,
            _bytes(in_batch),
            elem_flags=elem_flags,
            flags=flags,
            is_taking=what == "take",
        )
        if done.result < 0 and done.result not in (-errno.ENOENT, -errno.ENOSPC):
            return [done.result, done.count]
        out = (done.out_batch or bytes(view.key_bytes)).hex()
        return [done.result, done.count, out, done.keys.hex(), done.values.hex()]

    def _keys(self, bmap: int) -> Answer:
        found = self._view(bmap).keys()
        return keys_answer([key.hex() for key in found])

    def _walk(self, bmap: int, at_most: int) -> Answer:
        found: list[str] = []
        result, key = user.next_key(self._view(bmap), None)
        while result == 0 and len(found) < at_most:
            found.append(key.hex())
            result, key = user.next_key(self._view(bmap), key)
        return found

    def _prog(self, text: str, data: str, nr_back: int) -> Answer:
        out = self.vm.do("r7 = r1\n" + text, bytes.fromhex(data), cpu=self._cpu_now)
        assert out.status == r.RUN_EXIT, out
        result = (out.r0 & 0xFFFFFFFF) - ((out.r0 & 0x80000000) << 1)
        return [result, self.vm.read_ctx(nr_back).hex()] if nr_back else [result]

    def _cpu(self, number: int) -> Answer:
        self._cpu_now = number
        store64(self.vm.maps.user_run + r.R_CPU, number)
        return [0]


def _bytes(data: str | None) -> bytes | None:
    return None if data is None else bytes.fromhex(data)


def _found(result: int, data: bytes) -> Answer:
    return [0, data.hex()] if result == 0 else [result]


def replay(
    ops: list[Op], nr_cpus: int = 1, engine: str = "interp", kernel: str = "6.1"
) -> list[Answer]:
    """Return the simulator's answers to a job's operations."""
    machine = _Replay(nr_cpus, engine, kernel)
    try:
        return [machine.do(op) for op in ops]
    finally:
        machine.vm.close()
