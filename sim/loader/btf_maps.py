"""Map definitions in the ``.maps`` section, read from their BTF.

Answers to ``parse_btf_map_def`` in libbpf's ``libbpf.c``: the definition of a map is the *type*
of a variable; ``__uint(name, n)`` is a pointer to an array of n elements, ``__type(name, T)`` a
pointer to T, ``__array(values, T)`` an array of T.

The rule to know: maps come in the order of their place in the section, whatever the order of
the symbols.

**Not modelled:** legacy definitions (section ``maps``), which libbpf 1.0 refuses too.
"""

from __future__ import annotations

from sim.base.errors import BtfError, ElfError
from sim.bpf.btf import Btf
from sim.bpf.btf_types import Array, BtfKind, Datasec, Enum, Enum64, FuncProto, Ptr, Struct, Var
from sim.bpf.elf import ElfObject, ElfSymbol
from sim.bpf.spec import MapSpec, MapType

__all__ = ["PAGE_BYTES", "collect_btf_maps", "ringbuf_size_bytes"]

PAGE_BYTES = 4096
_MAPS_OF_MAPS = (MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS, MapType.BPF_MAP_TYPE_HASH_OF_MAPS)
_RING_BUFFERS = (MapType.BPF_MAP_TYPE_RINGBUF, MapType.BPF_MAP_TYPE_USER_RINGBUF)
_KNOWN = (
    "type max_entries map_flags numa_node key_size key value_size value values pinning map_extra"
)


def ringbuf_size_bytes(wanted: int) -> int:
    """Return the size that libbpf gives a ring buffer of *wanted* bytes.

    That is the next power of two that is a multiple of the page; 0 stays 0.
    """
    if wanted == 0:
        return 0
    size = PAGE_BYTES
    while size < wanted:
        size *= 2
    # What no longer fits 32 bits is left for the kernel to refuse.
    return size if size < 1 << 32 else wanted


def collect_btf_maps(elf: ElfObject, btf: Btf | None) -> list[tuple[int, MapSpec]]:
    """Read all maps of section ``.maps``.

    Returns:
        Pairs of a map's byte offset in the section and its blueprint, in this order.
    """
    if elf.section("maps") is not None:
        raise ElfError(
            f"{elf.name} defines maps in a legacy 'maps' section",
            where=f"{elf.name}, section maps",
            reason="libbpf 1.0 and later refuse it",
            suggestion='define them in SEC(".maps") with BTF',
        )
    section = elf.section(".maps")
    if section is None or not section.size:
        return []
    sec_id = btf.find(".maps", BtfKind.DATASEC) if btf else None
    if btf is None or sec_id is None:
        raise ElfError(
            f"{elf.name} has maps and no BTF for them",
            where=f"{elf.name}, section .maps",
            reason="a map's definition is the BTF type of its variable",
            suggestion="compile with -g",
        )
    symbols = {s.name: s for s in elf.symbols_of(section) if s.name}
    datasec = btf[sec_id]
    assert isinstance(datasec, Datasec)
    found: list[tuple[int, MapSpec]] = []
    for sec_var in datasec.vars:
        var = btf[sec_var.type]
        if not isinstance(var, Var):
            raise BtfError(
                f"BTF type {sec_var.type} in .maps is no variable",
                where=f"{elf.name}, section .maps",
            )
        symbol = symbols.get(var.name)
        if symbol is None:
            raise ElfError(f"map {var.name!r} has no symbol", where=f"{elf.name}, section .maps")
        found.append((symbol.value, _read_map(elf, btf, var, symbol)))
    return sorted(found, key=lambda item: item[0])


def _read_map(elf: ElfObject, btf: Btf, var: Var, symbol: ElfSymbol) -> MapSpec:
    where = f"{elf.name}, map {var.name!r}"
    definition = btf.resolved(var.type)
    if not isinstance(definition, Struct):
        raise BtfError(f"the type of map {var.name!r} is no struct", where=where)
    if symbol.size and definition.size > symbol.size:
        raise BtfError(f"the definition of map {var.name!r} is larger than it", where=where)
    return _MapReader(btf, var.name, where).read(definition)


class _MapReader:
    """Reads one definition, member by member."""

    def __init__(self, btf: Btf, name: str, where: str) -> None:
        self._btf = btf
        self._where = where
        self._spec = MapSpec(name=name, map_type=0)

    def read(self, definition: Struct, *, is_inner: bool = False) -> MapSpec:
        spec = self._spec
        for member in definition.members:
            match member.name:
                case "type":
                    spec.map_type = self._uint(member.type, member.name)
                case "max_entries" | "map_flags" | "numa_node" | "map_extra" | "pinning":
                    setattr(spec, member.name, self._uint(member.type, member.name))
                case "key_size":
                    self._set_size("key", self._uint(member.type, member.name))
                case "value_size":
                    self._set_size("value", self._uint(member.type, member.name))
                case "key":
                    spec.btf_key_type_id = self._pointee(member.type, member.name)
                    self._set_size("key", self._btf.sizeof(spec.btf_key_type_id))
                case "value":
                    spec.btf_value_type_id = self._pointee(member.type, member.name)
                    self._set_size("value", self._btf.sizeof(spec.btf_value_type_id))
                case "values":
                    self._values(member.type, is_inner)
                case other:
                    raise self._error(f"unknown attribute {other!r}", f"libbpf knows {_KNOWN}")
        if spec.map_type == MapType.BPF_MAP_TYPE_UNSPEC:
            raise self._error("no map type", "every definition needs __uint(type, …)")
        if spec.map_type in _RING_BUFFERS:
            spec.max_entries = ringbuf_size_bytes(spec.max_entries)
        if spec.map_type in _MAPS_OF_MAPS and spec.inner is None and not is_inner:
            raise self._error("no inner map", "a map of maps needs __array(values, …)")
        return spec

    def _error(self, problem: str, reason: str = "") -> BtfError:
        return BtfError(f"map {self._spec.name!r}: {problem}", where=self._where, reason=reason)

    def _uint(self, type_id: int, attribute: str) -> int:
        # __uint is a pointer to an array whose length is the number; __ulong is an enum of
        # one value, for numbers that do not fit a length.
        btf_type = self._btf.resolved(type_id)
        if isinstance(btf_type, Enum | Enum64) and btf_type.values:
            value = btf_type.values[0].value
            if not 0 <= value < 1 << (64 if attribute == "map_extra" else 32):
                raise self._error(f"attribute {attribute!r} cannot be {value}")
            return value
        pointee = self._btf.resolved(btf_type.type) if isinstance(btf_type, Ptr) else None
        if not isinstance(pointee, Array):
            raise self._error(f"attribute {attribute!r} is no number", "use __uint(name, number)")
        return pointee.nelems

    def _pointee(self, type_id: int, attribute: str) -> int:
        btf_type = self._btf.resolved(type_id)
        if not isinstance(btf_type, Ptr):
            raise self._error(f"attribute {attribute!r} is no type", "use __type(name, T)")
        return btf_type.type

    def _set_size(self, which: str, size: int) -> None:
        attribute = f"{which}_size"
        earlier = getattr(self._spec, attribute)
        if earlier not in (0, size):
            raise self._error(f"{attribute} is {earlier} and {size}")
        setattr(self._spec, attribute, size)

    def _values(self, type_id: int, is_inner: bool) -> None:
        if is_inner:
            raise self._error("maps inside maps inside maps")
        array = self._btf.resolved(type_id)
        if not isinstance(array, Array):
            raise self._error("'values' is no array", "use __array(values, T)")
        elem = self._btf.resolved(array.type)
        if isinstance(elem, Ptr):
            elem = self._btf.resolved(elem.type)
        self._set_size("value", 4)
        if self._spec.map_type in _MAPS_OF_MAPS:
            if not isinstance(elem, Struct):
                raise self._error("'values' holds no map definition")
            reader = _MapReader(self._btf, f"{self._spec.name}.inner", self._where)
            self._spec.inner = reader.read(elem, is_inner=True)
        elif self._spec.map_type != MapType.BPF_MAP_TYPE_PROG_ARRAY or not isinstance(
            elem, FuncProto
        ):
            raise self._error("'values' fits maps of maps and arrays of programs only")
