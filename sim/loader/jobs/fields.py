"""A raw job's fields, read and checked as the oracle's own reader does.

`read_raw` turns the JSON object of a ``verify`` or ``run`` job into a `RawJob`: names are
numbers, hex is bytes, implied BTF, func_info and placeholders are made.

**Rule:** all that the kernel would not be asked about is refused here, as a `BadJob`.

**Not modelled:** ``fd_array`` and ``kern_version`` have no meaning here and are not looked at.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sim.bpf.isa import (
    BPF_PSEUDO_MAP_FD,
    BPF_PSEUDO_MAP_VALUE,
    INSN_BYTES,
    LDIMM64,
)
from sim.loader.jobs.value_btf import JobBtf, subprog_starts
from sim.loader.jobs.words import (
    ATTACH_TYPES,
    MAP_TYPES,
    PROG_TYPES,
    BadJob,
    bytes_of,
    int_of,
    number_of,
)

__all__ = ["Fixup", "JobMap", "MapInit", "RawJob", "RunFields", "read_raw"]

MAX_MAPS = 64
_U32 = (1 << 32) - 1


class JobMap(NamedTuple):
    """A map to create; *inner* is the index of an earlier map, −1 for none."""

    map_type: int
    key_size: int
    value_size: int
    max_entries: int
    map_flags: int
    inner: int
    btf_key_type_id: int
    btf_value_type_id: int
    map_extra: int
    name: str


class MapInit(NamedTuple):
    """An element to put into map *map_index*: bytes, or map or auxiliary program number *ref*."""

    map_index: int
    key: bytes
    value: bytes
    kind: str = ""
    ref: int = -1


class Fixup(NamedTuple):
    """What to put into an instruction: *kind* is one letter of the oracle's protocol."""

    insn_idx: int
    kind: str
    map_index: int = 0
    value_off: int = 0
    symbol: str = ""


class RunFields(NamedTuple):
    """What ``BPF_PROG_TEST_RUN`` is given; None: not given at all."""

    data_in: bytes | None
    ctx_in: bytes | None
    data_out_size: int
    ctx_out_size: int
    repeat: int
    flags: int
    cpu: int


@dataclass(frozen=True)
class RawJob:
    """A job of kind ``verify`` or ``run``.

    Attributes:
        btf: Encoded BTF of the program, None for none.
        map_btf: Encoded BTF of the maps, None when it is the program's.
        run: Present for kind ``run``.
    """

    insns: bytes
    prog_type: int
    expected_attach_type: int
    attach_btf: str
    attach_btf_id: int
    prog_flags: int
    license: str
    name: str
    maps: tuple[JobMap, ...]
    inits: tuple[MapInit, ...]
    fixups: tuple[Fixup, ...]
    func_info: bytes
    line_info: bytes
    btf: bytes | None
    map_btf: bytes | None
    aux_progs: tuple[bytes, ...]
    log_level: int
    log_size: int
    log_max: int
    dumps: frozenset[str]
    run: RunFields | None


def _one_line(text: Any) -> str:
    return str(text).replace("\r", " ").replace("\n", " ")


def _maps(fields: Sequence[Mapping[str, Any]], btf: JobBtf) -> tuple[JobMap, ...]:
    made = []
    for index, one in enumerate(fields):
        key_id = value_id = 0
        if one.get("value_fields"):
            key_id = btf.blob(int_of(one, "key_size", 4))
            wanted = [(str(what), int(offset)) for what, offset in one["value_fields"]]
            value_id = btf.value(f"val{index}", int_of(one, "value_size"), wanted)
        name = "".join(c if c.isalnum() or c == "_" else "_" for c in one.get("name", f"m{index}"))
        made.append(
            JobMap(
                map_type=number_of(one["type"], MAP_TYPES, "BPF_MAP_TYPE_"),
                key_size=int_of(one, "key_size", 4) & _U32,
                value_size=int_of(one, "value_size", 8) & _U32,
                max_entries=int_of(one, "max_entries", 1) & _U32,
                map_flags=int_of(one, "flags") & _U32,
                inner=int_of(one, "inner", -1),
                btf_key_type_id=int_of(one, "btf_key_type_id", key_id),
                btf_value_type_id=int_of(one, "btf_value_type_id", value_id),
                map_extra=int_of(one, "extra"),
                name=name[:15],
            )
        )
    return tuple(made)


def _inits(fields: Sequence[Mapping[str, Any]]) -> tuple[MapInit, ...]:
    found = []
    for index, one in enumerate(fields):
        for key, value in one.get("init", []):
            given = bytes_of(key) if key else b""
            if isinstance(value, Mapping):
                kind = "map" if "map" in value else "prog"
                found.append(MapInit(index, given, b"", kind, int_of(value, kind)))
            else:
                found.append(MapInit(index, given, bytes_of(value)))
    return tuple(found)


def _placeholders(insns: bytes, nr_maps: int) -> list[Fixup]:
    """Find the instructions that hold a map's index."""
    found = []
    for i in range(len(insns) // INSN_BYTES):
        opcode, regs, _, imm = struct.unpack_from("<BBhi", insns, i * INSN_BYTES)
        if opcode != LDIMM64 or not 0 <= imm < nr_maps:
            continue
        if regs >> 4 == BPF_PSEUDO_MAP_FD:
            found.append(Fixup(i, "m", imm))
        elif regs >> 4 == BPF_PSEUDO_MAP_VALUE:
            at = i * INSN_BYTES + 12
            if at + 4 > len(insns):
                raise BadJob(f"insn {i} has no second half")
            found.append(Fixup(i, "v", imm, struct.unpack_from("<i", insns, at)[0]))
    return found


def _fixup(one: Mapping[str, Any], nr_maps: int) -> Fixup:
    if "map" in one and not 0 <= one["map"] < nr_maps:
        raise BadJob(f"fixup names map {one['map']!r}")
    at = int_of(one, "insn")
    if one.get("imm_only"):
        return Fixup(at, "i", one["map"])
    if "value_off" in one:
        return Fixup(at, "v", one["map"], int_of(one, "value_off"))
    if "map" in one:
        return Fixup(at, "m", one["map"])
    if "ksym" in one:
        return Fixup(at, "k", symbol=str(one["ksym"]))
    if "kfunc" in one:
        return Fixup(at, "f", symbol=str(one["kfunc"]))
    raise BadJob(f"bad fixup {dict(one)!r}")


def _run_fields(fields: Mapping[str, Any]) -> RunFields:
    return RunFields(
        data_in=bytes_of(fields["data_in"]) if "data_in" in fields else None,
        ctx_in=bytes_of(fields["ctx_in"]) if "ctx_in" in fields else None,
        data_out_size=int_of(fields, "data_out_size"),
        ctx_out_size=int_of(fields, "ctx_out_size"),
        repeat=int_of(fields, "repeat"),
        flags=int_of(fields, "test_flags"),
        cpu=int_of(fields, "test_cpu"),
    )


def read_raw(fields: Mapping[str, Any]) -> RawJob:
    """Read a job of kind ``verify`` or ``run``.

    Raises:
        BadJob: It cannot be read.
    """
    try:
        return _read_raw(fields)
    except (KeyError, ValueError, TypeError, AttributeError, struct.error) as exc:
        raise BadJob(f"{type(exc).__name__}: {exc}") from exc


def _read_raw(fields: Mapping[str, Any]) -> RawJob:
    insns = bytes_of(fields["insns"])
    if len(insns) % INSN_BYTES:
        raise BadJob("insns is not a multiple of 8 bytes")
    btf = JobBtf()
    given_maps = fields.get("maps", [])
    if len(given_maps) > MAX_MAPS:
        raise BadJob(f"{len(given_maps)} maps; at most {MAX_MAPS}")
    maps = _maps(given_maps, btf)
    fixups = fields.get("fixups")
    placed = (
        _placeholders(insns, len(maps))
        if fixups is None
        else [_fixup(one, len(maps)) for one in fixups]
    )
    func_info = bytes_of(fields.get("func_info", ""))
    if fields.get("auto_func_info"):
        func_info = b""
        for start in subprog_starts(insns):
            name, nr_params = ("main_prog", 1) if start == 0 else (f"sub_{start}", 5)
            func_info += struct.pack("<II", start & _U32, btf.func(name, nr_params))
    made = btf.build()
    implied = made.encode() if made else None
    level = fields.get("log_level", 1)
    if not isinstance(level, int):
        raise BadJob(f"log_level is no integer: {level!r}")
    attach_type = fields.get("expected_attach_type", 0)
    return RawJob(
        insns=insns,
        prog_type=number_of(fields.get("prog_type", "socket_filter"), PROG_TYPES, "BPF_PROG_TYPE_"),
        expected_attach_type=number_of(attach_type, ATTACH_TYPES),
        attach_btf=_one_line(fields.get("attach_btf", "")),
        attach_btf_id=int_of(fields, "attach_btf_id"),
        prog_flags=int_of(fields, "prog_flags") & _U32,
        license=_one_line(fields.get("license", "GPL")),
        name=_one_line(fields.get("name", ""))[:15],
        maps=maps,
        inits=_inits(given_maps),
        fixups=tuple(placed),
        func_info=func_info,
        line_info=bytes_of(fields.get("line_info", "")),
        btf=bytes_of(fields["btf"]) if "btf" in fields else implied,
        map_btf=bytes_of(fields["map_btf"]) if "map_btf" in fields else None,
        aux_progs=tuple(bytes_of(one) for one in fields.get("aux_progs", [])[:16]),
        log_level=level,
        log_size=int_of(fields, "log_size", 16 << 20),
        log_max=int_of(fields, "log_max", 256 << 10),
        dumps=frozenset(word for word in ("xlated", "maps") if fields.get(f"dump_{word}")),
        run=_run_fields(fields) if fields.get("kind") == "run" else None,
    )
