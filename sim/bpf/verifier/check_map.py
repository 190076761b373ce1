"""Accesses to memory of a known size: map values and keys, and buffers.

Answers to ``__check_mem_access``, ``check_mem_region_access``, ``check_map_access`` and
``check_map_access_type``.

**Rule:** an access is checked at the least and at the greatest offset it may have.

**Not modelled:** arenas, which came after 6.1.
"""

from __future__ import annotations

from typing import NamedTuple

from sim.bpf.spec import MapType
from sim.bpf.verifier.bounds import S64_MIN
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.spec import Kptr, Map
from sim.bpf.verifier.types import (
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_PACKET,
    PTR_TO_PACKET_END,
    PTR_TO_PACKET_META,
)

__all__ = [
    "ACCESS_DIRECT",
    "ACCESS_HELPER",
    "BPF_READ",
    "BPF_WRITE",
    "check_map_access",
    "check_map_access_type",
    "check_mem_access_size",
    "check_mem_region",
    "kptr_at",
    "map_access_fits",
    "map_can_read",
    "map_can_write",
]

ACCESS_DIRECT = 1
ACCESS_HELPER = 2
BPF_READ = 1
BPF_WRITE = 2

_DEVMAPS = (MapType.BPF_MAP_TYPE_DEVMAP, MapType.BPF_MAP_TYPE_DEVMAP_HASH)
_F_RDONLY_PROG = 1 << 7
_F_WRONLY_PROG = 1 << 8
_BPF_MAX_VAR_OFF = 1 << 29
_LOCK_BYTES = 4
_TIMER_BYTES = 16
_KPTR_BYTES = 8
_LIST_HEAD_BYTES = 16
_U64 = (1 << 64) - 1


class _Special(NamedTuple):
    what: str
    offset: int
    size: int


def map_can_read(map: Map) -> bool:
    """Say whether programs may read the map's values."""
    return bool(map.map_flags & _F_RDONLY_PROG) or not map.map_flags & _F_WRONLY_PROG


def map_can_write(map: Map) -> bool:
    """Say whether programs may write the map's values."""
    # the kernel adds the flag to device maps
    return not map.map_flags & _F_RDONLY_PROG and map.map_type not in _DEVMAPS


def _fits(off: int, size: int, mem_size: int, zero_size_allowed: bool) -> bool:
    size_ok = size > 0 or (size == 0 and zero_size_allowed)
    return off >= 0 and size_ok and off + size <= mem_size


def check_mem_access_size(
    env: Env, regno: int, off: int, size: int, mem_size: int, *, zero_size_allowed: bool
) -> bool:
    """Check one access at a known offset; log and return False if it does not fit."""
    if _fits(off, size, mem_size, zero_size_allowed):
        return True
    reg = env.frame.regs[regno]
    match reg.type:
        case _ if reg.type == PTR_TO_MAP_KEY:
            text = f"invalid access to map key, key_size={mem_size} off={off} size={size}"
        case _ if reg.type == PTR_TO_MAP_VALUE:
            text = f"invalid access to map value, value_size={mem_size} off={off} size={size}"
        case _ if reg.type in (PTR_TO_PACKET, PTR_TO_PACKET_META, PTR_TO_PACKET_END):
            where = f"R{regno}(id={reg.id},off={off},r={mem_size})"
            text = f"invalid access to packet, off={off} size={size}, {where}"
        case _:
            text = f"invalid access to memory, mem_size={mem_size} off={off} size={size}"
    env.verbose(f"{text}\n")
    return False


def check_mem_region(
    env: Env, regno: int, off: int, size: int, mem_size: int, *, zero_size_allowed: bool
) -> None:
    """Check an access at *off* plus the register's variable offset."""
    bounds = env.frame.regs[regno].bounds
    low = bounds.smin + off
    if bounds.smin < 0 and (bounds.smin == S64_MIN or low < 0 or low >= 1 << 31):
        env.reject(
            f"R{regno} min value is negative, either use unsigned index or do a "
            "if (index >=0) check."
        )
    allowed = zero_size_allowed
    if not check_mem_access_size(env, regno, low, size, mem_size, zero_size_allowed=allowed):
        env.reject(f"R{regno} min value is outside of the allowed memory range")
    if bounds.umax >= _BPF_MAX_VAR_OFF:
        env.reject(f"R{regno} unbounded memory access, make sure to bounds check any such access")
    high = bounds.umax + off
    if not check_mem_access_size(env, regno, high, size, mem_size, zero_size_allowed=allowed):
        env.reject(f"R{regno} max value is outside of the allowed memory range")


def check_map_access(
    env: Env, regno: int, off: int, size: int, *, zero_size_allowed: bool, source: int
) -> None:
    """Check an access to a map's value, and that it touches no special field."""
    reg = env.frame.regs[regno]
    map = reg.map
    assert map is not None
    check_mem_region(env, regno, off, size, map.value_size, zero_size_allowed=zero_size_allowed)
    record = map.record
    for special in (
        _Special("bpf_spin_lock", record.spin_lock_off, _LOCK_BYTES),
        _Special("bpf_timer", record.timer_off, _TIMER_BYTES),
        *(_Special("bpf_list_head", head.offset, _LIST_HEAD_BYTES) for head in record.heads),
    ):
        if special.offset >= 0 and _overlaps(reg, off, size, special.offset, special.size):
            env.reject(f"{special.what} cannot be accessed directly by load/store")
    for kptr in record.kptrs:
        if _overlaps(reg, off, size, kptr.offset, _KPTR_BYTES):
            _check_kptr_place(env, reg, off, size, kptr, source)
            break


def _overlaps(reg: Reg, off: int, size: int, start: int, length: int) -> bool:
    low, high = reg.bounds.smin + off, reg.bounds.umax + off + size & _U64
    return low & _U64 < start + length and start < high


def _check_kptr_place(env: Env, reg: Reg, off: int, size: int, kptr: Kptr, source: int) -> None:
    if source != ACCESS_DIRECT:
        env.reject("kptr cannot be accessed indirectly by helper")
    if not reg.bounds.is_const:
        env.reject("kptr access cannot have variable offset")
    at = off + reg.bounds.value & _U64
    if at != kptr.offset:
        env.reject(f"kptr access misaligned expected={kptr.offset} off={at}")
    if size != _KPTR_BYTES:
        env.reject("kptr access size must be BPF_DW")


def map_access_fits(env: Env, regno: int, reg: Reg, source: int) -> bool:
    """Check one byte at a pointer to a map value; False (and the log) if it is outside."""
    try:
        check_map_access(env, regno, reg.off, 1, zero_size_allowed=False, source=source)
    except Rejected:
        return False
    return True


def check_map_access_type(env: Env, regno: int, off: int, size: int, kind: int) -> None:
    """Refuse what the map's flags forbid programs."""
    map = env.frame.regs[regno].map
    assert map is not None
    where = f"value_size={map.value_size} off={off} size={size}"
    if kind == BPF_WRITE and not map_can_write(map):
        env.reject(f"write into map forbidden, {where}")
    if kind == BPF_READ and not map_can_read(map):
        env.reject(f"read from map forbidden, {where}")


def kptr_at(map: Map, off: int) -> Kptr | None:
    """Return the kptr field at a value's offset, None if there is none."""
    for kptr in map.record.kptrs:
        if kptr.offset == off:
            return kptr
    return None
