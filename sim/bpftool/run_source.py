"""What a run left, as bpftool sees it.

**Rule:** everything comes from the run directory: its tables, and the objects copied into it for
the types of maps. One arm and replication is one machine.

**Not modelled:** contents of maps without keys to walk (queues, stacks, storages), which a run does
not keep; types of an object whose copy was edited are those of the edited copy.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from sim.base.errors import ResultsError, SimError, nearest
from sim.bpf.spec import ObjectSpec
from sim.bpftool.source import BtfInfo, MapTypes, Values, refuse_change
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.open import object_name, open_object, read_object
from sim.record.bpf_info import LinkInfo, MapInfo, ProgInfo, XlatedInsn
from sim.record.reader import TableData, read_table
from sim.run.scenario import load_scenario
from sim.run.schema import Scenario

__all__ = ["RunSource"]

_Row = TypeVar("_Row")
_VMLINUX_BTF_ID = 1
_QUEUES = ("BPF_MAP_TYPE_QUEUE", "BPF_MAP_TYPE_STACK", "BPF_MAP_TYPE_BLOOM_FILTER")


class RunSource:
    """One arm and replication of a run.

    Args:
        folder: The run directory.
        arm: The arm; unless given, the first that is traced.
        replication: The replication.

    Raises:
        SimError: There is no such run, arm or replication.
    """

    is_record = True

    def __init__(self, folder: Path | str, arm: str | None = None, replication: int = 0) -> None:
        self.folder = Path(folder)
        machine = self._table("machine")
        arms = machine.categories("arm")
        traced = self._table("prog_info").categories("arm")
        self.arm = arm if arm is not None else (traced or arms)[0]
        if self.arm not in arms:
            raise ResultsError(
                f"the run has no arm {arm!r}",
                where=str(folder),
                suggestion=nearest(self.arm, arms) or ", ".join(arms),
            )
        nr = int(machine["replication"].max()) + 1
        if not 0 <= replication < nr:
            raise ResultsError(
                f"the run has no replication {replication}",
                where=str(folder),
                reason=f"they go from 0 to {nr - 1}",
            )
        self.replication = replication
        self.name = f"{folder}, arm {self.arm!r}, replication {replication}"

    def _table(self, name: str) -> TableData:
        return read_table(self.folder, name, needed_by="bpftool's view")

    def _rows(self, table: str, make: Callable[..., _Row], *, also: str = "") -> list[Any]:
        """Return the rows of this arm and replication, made into what *make* makes."""
        data = self._table(table)
        arms = data.categories("arm")
        if self.arm not in arms:
            return []
        is_mine = data.codes("arm") == arms.index(self.arm)
        rows = np.flatnonzero(is_mine & (data.codes("replication") == self.replication))
        names = list(make.__dataclass_fields__)  # type: ignore[attr-defined]
        columns = [data[name][rows].tolist() for name in names]
        made = [make(*values) for values in zip(*columns, strict=True)]
        return list(zip(made, data[also][rows].tolist(), strict=True)) if also else made

    @cached_property
    def scenario(self) -> Scenario:
        """The scenario as it was run."""
        return load_scenario(self.folder / "scenario.yaml")

    @property
    def kernel(self) -> str:
        """The simulated kernel."""
        return self.scenario.machine.kernel

    # --- what there is ---------------------------------------------------------------------------
    @cached_property
    def _maps(self) -> list[tuple[MapInfo, int]]:
        return self._rows("map_info", MapInfo, also="left_out_entries")

    def maps(self) -> Sequence[MapInfo]:
        """Return the maps, by id."""
        return [one for one, _ in self._maps]

    def progs(self) -> Sequence[ProgInfo]:
        """Return the programs, by id."""
        return self._rows("prog_info", ProgInfo)

    def links(self) -> Sequence[LinkInfo]:
        """Return the links, by id."""
        return self._rows("link_info", LinkInfo)

    def xlated(self, prog: ProgInfo) -> Sequence[XlatedInsn]:
        """Return a program's instructions as the verifier left them."""
        return [insn for insn in self._rows("xlated", XlatedInsn) if insn.prog_id == prog.id]

    def btfs(self) -> Sequence[BtfInfo]:
        """Return what BTF is loaded, by id."""
        found = [BtfInfo(_VMLINUX_BTF_ID, "vmlinux", len(kernel_btf(self.kernel).encode()))]
        ids = {one.btf_id: one.tracer for one in self.progs() if one.btf_id}
        for btf_id, tracer in sorted(ids.items()):
            btf = self._object(tracer).btf
            assert btf is not None
            found.append(BtfInfo(btf_id, "", len(btf.encode())))
        return found

    def _object(self, tracer: str) -> ObjectSpec:
        if tracer not in self._objects:
            self._objects[tracer] = self._opened(tracer)
        return self._objects[tracer]

    @cached_property
    def _objects(self) -> dict[str, ObjectSpec]:
        return {}

    def _opened(self, tracer: str) -> ObjectSpec:
        for arm in self.scenario.arms:
            for one in arm.tracers:
                if arm.name == self.arm and one.name == tracer:
                    file = self.scenario.object_path(one)
                    return open_object(read_object(file), object_name(file))
        raise ResultsError(
            f"the run's scenario has no tracer {tracer!r}", where=str(self.folder / "scenario.yaml")
        )

    def types(self, one: MapInfo) -> MapTypes | None:
        """Return the types of a map that has any."""
        if not one.btf_id:
            return None
        spec = self._object(one.tracer)
        try:
            found = spec.map(one.map)
        except SimError:
            return None
        if spec.btf is None or not found.btf_value_type_id:
            return None
        return MapTypes(spec.btf, found.btf_key_type_id, found.btf_value_type_id)

    # --- what is in it ---------------------------------------------------------------------------
    @cached_property
    def _contents(self) -> dict[tuple[str, str], dict[bytes, list[bytes]]]:
        """Keys and values of each tracer's maps, in the maps' own order."""
        found: dict[tuple[str, str], dict[bytes, list[bytes]]] = {}
        data = self._table("map_entries")
        arms = data.categories("arm")
        if self.arm not in arms:
            return found
        is_mine = data.codes("arm") == arms.index(self.arm)
        rows = np.flatnonzero(is_mine & (data.codes("replication") == self.replication))
        columns = [data[name][rows].tolist() for name in ("tracer", "map", "key", "value")]
        for tracer, name, key, value in zip(*columns, strict=True):
            of_map = found.setdefault((tracer, name), {})
            of_map.setdefault(bytes.fromhex(key), []).append(bytes.fromhex(value))
        return found

    def _of(self, one: MapInfo) -> dict[bytes, list[bytes]]:
        if one.map_type in _QUEUES:
            raise SimError(
                f"what was in map {one.name!r} is not known",
                where=self.name,
                reason="a run keeps what has keys, and this map has none",
                suggestion="look at it on a machine of this process (docs/maps.md)",
            )
        return self._contents.get((one.tracer, one.map), {})

    def left_out(self, one: MapInfo) -> int:
        """Return how many of a map's keys are not here."""
        return next(left_out for known, left_out in self._maps if known == one)

    def next_key(self, one: MapInfo, key: bytes | None) -> tuple[int, bytes]:
        """Return the key after *key*; the first for one that is not there, as a hash does."""
        keys = list(self._of(one))
        at = keys.index(key) + 1 if key in keys else 0
        return (0, keys[at]) if at < len(keys) else (-errno.ENOENT, b"")

    def lookup(self, one: MapInfo, key: bytes | None) -> tuple[int, Values]:
        """Look a key up."""
        found = self._of(one).get(key or b"")
        return (-errno.ENOENT, ()) if found is None else (0, found)

    def update(self, one: MapInfo, key: bytes | None, value: bytes, flags: int) -> int:
        """Refuse: a run is a record."""
        refuse_change(self.name, f"map {one.name!r} keeps its elements")

    def delete(self, one: MapInfo, key: bytes) -> int:
        """Refuse: a run is a record."""
        refuse_change(self.name, f"map {one.name!r} keeps its elements")

    def take(self, one: MapInfo) -> tuple[int, Values]:
        """Refuse: a run is a record."""
        refuse_change(self.name, f"map {one.name!r} keeps its elements")

    def freeze(self, one: MapInfo) -> int:
        """Refuse: a run is a record."""
        refuse_change(self.name, f"map {one.name!r} is not frozen any more")
