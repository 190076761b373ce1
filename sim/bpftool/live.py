"""A machine of this process, as bpftool sees it.

::

    with Machine(config) as machine:
        links = Links(machine)
        loaded = load_object(machine, links, spec, owner)
        source = LiveSource(machine, links, {"counts": loaded})
        print(map_verb(source, ["dump", "name", "counts"]).text)

**Rule:** what is read is what is there at that moment; updates are bpf(2)'s, seen by programs from
their next step on.

**Not modelled:** the price of the system calls; nobody on the machine makes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sim.bpf.maps import user
from sim.bpf.maps.view import MapView
from sim.bpftool.source import BtfInfo, MapTypes, Values
from sim.hooks.attach import Links
from sim.kernel.machine import Machine
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.info import ObjectInfo, btf_ids, object_info
from sim.loader.load import LoadedObject
from sim.record.bpf_info import LinkInfo, MapInfo, ProgInfo, XlatedInsn

__all__ = ["LiveSource"]

_VMLINUX_BTF_ID = 1


class LiveSource:
    """The objects on a machine.

    Args:
        machine: The machine.
        links: Its links.
        objects: What is loaded, by the tracer's name.
    """

    is_record = False

    def __init__(self, machine: Machine, links: Links, objects: Mapping[str, LoadedObject]) -> None:
        self._machine = machine
        self._links = links
        self._objects = dict(objects)
        self.name = "the machine"

    @property
    def kernel(self) -> str:
        """The simulated kernel."""
        return self._machine.config.kernel

    def _info(self) -> list[ObjectInfo]:
        ids = btf_ids(self._objects.values())
        both = zip(self._objects.items(), ids, strict=True)
        return [
            object_info(self._machine, self._links, loaded, tracer, btf_id)
            for (tracer, loaded), btf_id in both
        ]

    def maps(self) -> Sequence[MapInfo]:
        """Return the maps, by id."""
        return [one for info in self._info() for one in info.maps]

    def progs(self) -> Sequence[ProgInfo]:
        """Return the programs, by id."""
        return [one for info in self._info() for one in info.progs]

    def links(self) -> Sequence[LinkInfo]:
        """Return the links, by id."""
        return [one for info in self._info() for one in info.links]

    def xlated(self, prog: ProgInfo) -> Sequence[XlatedInsn]:
        """Return a program's instructions as the verifier left them."""
        return [one for info in self._info() for one in info.xlated if one.prog_id == prog.id]

    def btfs(self) -> Sequence[BtfInfo]:
        """Return what BTF is loaded, by id."""
        found = [BtfInfo(_VMLINUX_BTF_ID, "vmlinux", len(kernel_btf(self.kernel).encode()))]
        for btf_id, loaded in zip(
            btf_ids(self._objects.values()), self._objects.values(), strict=True
        ):
            if loaded.spec.btf is not None:
                found.append(BtfInfo(btf_id, "", len(loaded.spec.btf.encode())))
        return found

    def types(self, one: MapInfo) -> MapTypes | None:
        """Return the types of a map that has any."""
        spec = self._objects[one.tracer].spec
        if not one.btf_id or spec.btf is None:
            return None
        found = spec.map(one.map)
        return MapTypes(spec.btf, found.btf_key_type_id, found.btf_value_type_id)

    def _view(self, one: MapInfo) -> MapView:
        return self._objects[one.tracer].maps[one.map]

    def left_out(self, one: MapInfo) -> int:
        """Return 0: all is here."""
        return 0

    def next_key(self, one: MapInfo, key: bytes | None) -> tuple[int, bytes]:
        """Return the key after *key*."""
        return user.next_key(self._view(one), key)

    def lookup(self, one: MapInfo, key: bytes | None) -> tuple[int, Values]:
        """Look a key up."""
        view = self._view(one)
        result, value = user.lookup_elem(view, key)
        if result:
            return result, ()
        if not view.shape.is_percpu:
            return 0, [value]
        size = len(value) // view.maps.nr_cpus
        return 0, [value[at : at + view.value_bytes] for at in range(0, len(value), size)]

    def update(self, one: MapInfo, key: bytes | None, value: bytes, flags: int) -> int:
        """Update an element; a per-CPU map gets the value on each CPU."""
        view = self._view(one)
        if view.shape.is_percpu:
            value = value.ljust(-(-len(value) // 8) * 8, b"\0") * view.maps.nr_cpus
        return user.update_elem(view, key, value, flags)

    def delete(self, one: MapInfo, key: bytes) -> int:
        """Delete an element."""
        return user.delete_elem(self._view(one), key)

    def take(self, one: MapInfo) -> tuple[int, Values]:
        """Take an element out of a queue or stack."""
        result, value = user.lookup_and_delete_elem(self._view(one), None)
        return result, [] if result else [value]

    def freeze(self, one: MapInfo) -> int:
        """Let user space write no more."""
        return user.freeze(self._view(one))
