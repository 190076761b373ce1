"""Settings before load: global variables, sizes of maps.

Answers to what a tool's user-space half does through its skeleton (``obj->rodata->targ_pid =
…``, ``bpf_map__set_max_entries``, ``bpf_map__set_value_size``), between open and load.

The rule to know: a value is checked against the variable's BTF type, and a spec is changed in
place; take `ObjectSpec.copy` first to keep the original.

**Not modelled:** resizing a section by its last array (``bpf_map__set_value_size``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from sim.base.errors import SimError, nearest
from sim.bpf.btf import Btf
from sim.bpf.btf_types import Array, Enum, Enum64, Int, Ptr, Struct, Union
from sim.bpf.spec import MapType, ObjectSpec
from sim.loader.btf_maps import ringbuf_size_bytes

__all__ = ["Setting", "get_global", "set_global", "set_max_entries", "set_value_size"]

Setting: TypeAlias = "int | bool | str | bytes | Sequence[Setting]"

_RING_BUFFERS = (MapType.BPF_MAP_TYPE_RINGBUF, MapType.BPF_MAP_TYPE_USER_RINGBUF)


def set_global(spec: ObjectSpec, name: str, value: Setting) -> None:
    """Give global variable *name* of *spec* an initial value.

    Args:
        spec: The object; changed in place.
        name: A variable in ``.rodata``, ``.data`` or ``.bss``.
        value: A number or bool; text or bytes for arrays of characters; a list for arrays; the
            name of a value for enums. Raw bytes fit anything of their length.

    Raises:
        SimError: There is no such variable, or the value does not fit it.
    """
    if name not in spec.vars:
        raise SimError(
            f"object {spec.name!r} has no global variable {name!r}",
            where=name,
            reason=f"it has {', '.join(sorted(spec.vars)) or 'none'}",
            suggestion=nearest(name, spec.vars),
        )
    var = spec.vars[name]
    target = spec.map(var.map)
    if target.is_kconfig:
        raise SimError(
            f"{name!r} is a kernel configuration value, not a setting",
            where=name,
            suggestion="set it in the machine's kconfig",
        )
    if isinstance(value, bytes) and len(value) == var.size:
        packed = value
    elif spec.btf is None or not var.btf_type_id:
        packed = _pack_untyped(name, value, var.size)
    else:
        type_bytes = spec.btf.sizeof(var.btf_type_id)
        if type_bytes != var.size or not type_bytes:
            raise _misfit(name, value, f"it has {var.size} bytes, and its type {type_bytes}")
        packed = _pack(spec.btf, var.btf_type_id, value, name)
    assert target.data is not None
    before, after = target.data[: var.offset], target.data[var.offset + var.size :]
    target.data = before + packed.ljust(var.size, b"\0") + after


def get_global(spec: ObjectSpec, name: str) -> bytes:
    """Return the initial bytes of global variable *name*."""
    if name not in spec.vars:
        raise SimError(
            f"object {spec.name!r} has no global variable {name!r}",
            where=name,
            suggestion=nearest(name, spec.vars),
        )
    var = spec.vars[name]
    data = spec.map(var.map).data or b""
    return data[var.offset : var.offset + var.size]


def set_max_entries(spec: ObjectSpec, map_name: str, max_entries: int) -> None:
    """Resize a map before it is created.

    Raises:
        SimError: The map is a global-variable section, or the size is impossible.
    """
    target = spec.map(map_name)
    where = f"map {target.name}"
    if target.data is not None:
        raise SimError(f"map {target.name!r} holds global variables and has one entry", where=where)
    if not 0 < max_entries < 1 << 32:
        raise SimError(f"max_entries {max_entries} is impossible", where=where)
    if target.map_type in _RING_BUFFERS and ringbuf_size_bytes(max_entries) != max_entries:
        raise SimError(
            f"ring buffer {target.name!r} cannot have {max_entries} bytes",
            where=where,
            reason="its size is a power of two and a multiple of the page (4096)",
            suggestion=f"use {ringbuf_size_bytes(max_entries)}",
        )
    target.max_entries = max_entries


def set_value_size(spec: ObjectSpec, map_name: str, value_bytes: int) -> None:
    """Change the size of a map's values before it is created.

    Raises:
        SimError: The map is a global-variable section, or the size is impossible.
    """
    target = spec.map(map_name)
    where = f"map {target.name}"
    if target.data is not None:
        raise SimError(f"map {target.name!r} holds global variables of their own size", where=where)
    if not 0 < value_bytes < 1 << 32:
        raise SimError(f"a value of {value_bytes} bytes is impossible", where=where)
    target.value_size = value_bytes


def _misfit(name: str, value: Setting, reason: str) -> SimError:
    shown = repr(value)
    if len(shown) > 60:
        shown = shown[:57] + "..."
    return SimError(f"{shown} does not fit variable {name!r}", where=name, reason=reason)


def _pack_untyped(name: str, value: Setting, size: int) -> bytes:
    if isinstance(value, int) and size in (1, 2, 4, 8):
        if not -(1 << size * 8 - 1) <= value < 1 << size * 8:
            raise _misfit(name, value, f"it has {size} bytes")
        return (value % (1 << size * 8)).to_bytes(size, "little")
    if isinstance(value, str | bytes):
        return _pack_text(name, value, size)
    raise _misfit(name, value, f"it has {size} bytes and no type")


def _pack_text(name: str, value: str | bytes, size: int) -> bytes:
    raw = value.encode() + b"\0" if isinstance(value, str) else value
    if len(raw) > size:
        raise _misfit(name, value, f"it has room for {size} bytes, a NUL included")
    return raw.ljust(size, b"\0")


def _pack(btf: Btf, type_id: int, value: Setting, name: str) -> bytes:
    btf_type = btf.resolved(type_id)
    match btf_type:
        case Int():
            return _pack_int(name, value, btf_type.size, btf_type.is_signed)
        case Ptr():
            return _pack_int(name, value, 8, False)
        case Enum() | Enum64():
            named = {item.name: item.value for item in btf_type.values}
            if isinstance(value, str):
                if value not in named:
                    known = f"known are {', '.join(named)}"
                    raise _misfit(name, value, f"{known}; {nearest(value, named)}")
                value = named[value]
            signed = isinstance(value, int) and value < 0
            return _pack_int(name, value, btf_type.size, signed)
        case Array():
            return _pack_array(btf, btf_type, value, name)
        case Struct() | Union():
            reason = f"it is a {btf.type_name(type_id)}: give {btf_type.size} raw bytes"
            raise _misfit(name, value, reason)
        case _:
            raise _misfit(name, value, f"it is a {btf.type_name(type_id)}")


def _pack_int(name: str, value: Setting, size: int, signed: bool) -> bytes:
    if not isinstance(value, int):
        raise _misfit(name, value, "it is a number")
    bits = size * 8
    low, high = (-(1 << bits - 1), 1 << bits - 1) if signed else (0, 1 << bits)
    if not low <= value < high:
        raise _misfit(name, value, f"it takes {low} to {high - 1}")
    return int(value).to_bytes(size, "little", signed=signed)


def _pack_array(btf: Btf, array: Array, value: Setting, name: str) -> bytes:
    elem_size = btf.sizeof(array.type)
    if isinstance(value, str | bytes):
        if elem_size != 1:
            raise _misfit(name, value, "it is an array of numbers")
        return _pack_text(name, value, array.nelems)
    if not isinstance(value, Sequence):
        raise _misfit(name, value, f"it is an array of {array.nelems}")
    if len(value) > array.nelems:
        raise _misfit(name, value, f"it has room for {array.nelems} elements")
    packed = b"".join(_pack(btf, array.type, item, name) for item in value)
    return packed.ljust(elem_size * array.nelems, b"\0")
