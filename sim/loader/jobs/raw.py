"""What the oracle's loader does with a raw program: BTF, maps, fix-ups, load.

Answers to ``BPF_BTF_LOAD``, ``BPF_MAP_CREATE`` and ``BPF_PROG_LOAD`` in the loader's order, each
of whose failures is a *stage* of the answer.

**Rule:** stages in order: ``btf_load``, ``map_create``, ``aux_load``, ``map_init``, ``fixup``,
``fixup_btf``, ``attach_btf``, ``load``.

**Not modelled:** the BTF loader's log; lengths of native code.
"""

from __future__ import annotations

import errno
import struct
from collections.abc import Sequence
from typing import Any

from sim.base.errors import BtfError
from sim.bpf.btf import Btf
from sim.bpf.btf_check import check_btf
from sim.bpf.btf_raw import StringTable, parse_header
from sim.bpf.btf_types import BtfKind
from sim.bpf.isa import (
    BPF_PSEUDO_BTF_ID,
    BPF_PSEUDO_KFUNC_CALL,
    BPF_PSEUDO_MAP_FD,
    BPF_PSEUDO_MAP_VALUE,
    INSN_BYTES,
)
from sim.bpf.maps.create_check import MapAttr, check_map_create
from sim.bpf.spec import LineRef
from sim.bpf.verifier.btf_record import struct_records_errno
from sim.bpf.verifier.check_btf_info import NO_STRING
from sim.bpf.verifier.map_btf import map_record
from sim.bpf.verifier.spec import Cap, Kernel, Map, Prog, Verdict, VerdictKind
from sim.bpf.verifier.verify import verify
from sim.loader.jobs.fields import Fixup, RawJob
from sim.loader.jobs.words import err_name
from sim.loader.verify import attach_btf_name

__all__ = ["RawAnswerer", "func_info_of", "line_info_of", "log_fields", "verdict_fields"]

# those whose keys are indices below max_entries
_ARRAY_TYPES = frozenset((2, 3, 4, 6, 8, 12))
_CUT = "\n...[log truncated by the oracle]...\n"
# where a map's record and its first value would lie
_MAPS_AT = 0xFFFF888004000000
_VALUES_AT = 0xFFFFC90000100000
_STEP = 0x1000


class _Refused(Exception):
    """A stage failed; holds the answer's fields."""

    def __init__(self, stage: str, number: int, **more: Any) -> None:
        super().__init__(stage)
        failed = {"ok": False, "stage": stage, "errno": number, "err": err_name(number)}
        self.fields = {**more, **failed, "verdict": VerdictKind.REJECT.value}


class _NotModelled(Exception):
    """Something needs what is not modelled."""


def log_fields(log: str, log_max: int) -> dict[str, Any]:
    """Return a log as answers hold it: its length, and the text with its middle cut out."""
    found: dict[str, Any] = {"log_len": len(log), "log": log}
    if len(log) > log_max:
        half = log_max // 2
        found["log"] = log[:half] + _CUT + log[len(log) - half :]
        found["log_truncated"] = True
    return found


def verdict_fields(verdict: Verdict) -> dict[str, Any]:
    """Return what an answer says about an accepted program."""
    return {"verified_insns": verdict.insns_processed, "xlated_len": len(verdict.xlated)}


class RawAnswerer:
    """Answers raw jobs as one kernel does for one set of capabilities."""

    def __init__(self, kernel: Kernel, engine: str) -> None:
        self._kernel = kernel
        self._engine = engine

    def answer(self, job: RawJob) -> dict[str, Any]:
        """Answer one job, without its id and kind."""
        try:
            return self._answer(job)
        except _Refused as refused:
            return refused.fields
        except _NotModelled as exc:
            return _not_modelled(str(exc))

    def _answer(self, job: RawJob) -> dict[str, Any]:
        btf = self._load_btf(job.btf)
        map_btf = self._load_btf(job.map_btf) if job.map_btf is not None else btf
        maps = self._create_maps(job, map_btf)
        aux = self._load_aux(job, maps)
        self._check_inits(job, maps)
        insns = bytearray(job.insns)
        for fixup in job.fixups:
            self._fix(insns, fixup)
        prog = self._prog(job, bytes(insns), maps, btf)
        return self._load(job, prog, aux)

    def _load_btf(self, data: bytes | None) -> Btf | None:
        if data is None:
            return None
        if not {Cap.BPF, Cap.SYS_ADMIN} & set(self._kernel.caps):
            raise _Refused("btf_load", errno.EPERM)
        refused = check_btf(data)
        if refused:
            raise _Refused("btf_load", refused)
        btf = Btf.parse(data)
        refused = struct_records_errno(btf, self._kernel.features)
        if refused:
            raise _Refused("btf_load", refused)
        return btf

    def _create_maps(self, job: RawJob, btf: Btf | None) -> list[Map]:
        made: list[Map] = []
        for index, one in enumerate(job.maps):
            has_inner = 0 <= one.inner < index
            is_typed = bool(one.btf_value_type_id)
            new = Map(
                name=one.name,
                map_type=one.map_type,
                key_size=one.key_size,
                value_size=one.value_size,
                max_entries=one.max_entries,
                map_flags=one.map_flags,
                map_extra=one.map_extra,
                inner=made[one.inner] if has_inner else None,
                btf=btf if is_typed else None,
                btf_key_type_id=one.btf_key_type_id if is_typed else 0,
                btf_value_type_id=one.btf_value_type_id if is_typed else 0,
                address=_MAPS_AT + index * _STEP,
                values_address=_VALUES_AT + index * _STEP,
            )
            self._create_map(index, new)
            made.append(new)
        return made

    def _create_map(self, index: int, new: Map) -> None:
        number = check_map_create(MapAttr.of(new), self._kernel)
        if number == 0:
            new.record, number = map_record(new, self._kernel)
        if number:
            raise _Refused("map_create", number, map=index)

    def _load_aux(self, job: RawJob, maps: Sequence[Map]) -> list[bytes]:
        loaded = []
        for index, code in enumerate(job.aux_progs):
            prog = Prog(
                insns=code,
                prog_type=job.prog_type,
                expected_attach_type=job.expected_attach_type,
                license=job.license,
                maps=maps,
            )
            verdict = verify(prog, self._kernel, log_level=0)
            if verdict.kind is VerdictKind.NOT_MODELLED:
                raise _NotModelled(f"auxiliary program {index}: {verdict.why}")
            if verdict.kind is VerdictKind.REJECT:
                raise _Refused("aux_load", verdict.errno, aux=index)
            loaded.append(verdict.xlated)
        return loaded

    def _check_inits(self, job: RawJob, maps: Sequence[Map]) -> None:
        for init in job.inits:
            limit = maps[init.map_index].max_entries
            is_array = maps[init.map_index].map_type in _ARRAY_TYPES
            if is_array and int.from_bytes(init.key[:4], "little") >= limit:
                raise _Refused("map_init", errno.E2BIG, map=init.map_index)

    def _fix(self, insns: bytearray, fixup: Fixup) -> None:
        at = fixup.insn_idx * INSN_BYTES
        if not 0 <= at < len(insns):
            raise _Refused("fixup", errno.ERANGE)
        if fixup.kind in "mvi":
            imm = fixup.map_index
            src_reg = {"m": BPF_PSEUDO_MAP_FD, "v": BPF_PSEUDO_MAP_VALUE}.get(fixup.kind)
            second = fixup.value_off if fixup.kind == "v" else None
        else:
            imm = self._symbol(fixup)
            is_kfunc = fixup.kind == "f"
            src_reg = BPF_PSEUDO_KFUNC_CALL if is_kfunc else BPF_PSEUDO_BTF_ID
            second = None if is_kfunc else 0
            if is_kfunc:
                struct.pack_into("<h", insns, at + 2, 0)
        if src_reg is not None:
            insns[at + 1] = insns[at + 1] & 0x0F | src_reg << 4
        struct.pack_into("<i", insns, at + 4, imm)
        if second is not None and at + INSN_BYTES < len(insns):
            struct.pack_into("<i", insns, at + 12, second)

    def _symbol(self, fixup: Fixup) -> int:
        kinds = (BtfKind.VAR, BtfKind.FUNC) if fixup.kind == "k" else (BtfKind.FUNC,)
        for kind in kinds:
            found = self._kernel.btf.find(fixup.symbol, kind)
            if found is not None:
                return found
        raise _Refused("fixup_btf", errno.ENOENT, symbol=fixup.symbol)

    def _prog(self, job: RawJob, insns: bytes, maps: Sequence[Map], btf: Btf | None) -> Prog:
        attach_btf_id = job.attach_btf_id
        if job.attach_btf:
            target = job.prog_type, job.expected_attach_type
            name, kind = attach_btf_name(*target, "")
            wanted = name + job.attach_btf.removeprefix(name)
            found = self._kernel.btf.find(wanted, kind)
            if found is None:
                raise _Refused("attach_btf", errno.ENOENT, symbol=job.attach_btf)
            attach_btf_id = found
        has_info = bool(job.func_info or job.line_info)
        return Prog(
            insns=insns,
            prog_type=job.prog_type,
            name=job.name,
            expected_attach_type=job.expected_attach_type,
            attach_btf_id=attach_btf_id,
            prog_flags=job.prog_flags,
            license=job.license,
            maps=maps,
            btf=btf if has_info else None,
            func_info=func_info_of(job),
            line_info=line_info_of(job),
        )

    def _load(self, job: RawJob, prog: Prog, aux: Sequence[bytes]) -> dict[str, Any]:
        verdict = verify(prog, self._kernel, log_level=job.log_level, log_size=job.log_size)
        log = verdict.log
        found: dict[str, Any] = {}
        if verdict.errno == errno.ENOSPC and job.log_level:
            # the loader tries once more without a log
            found["log_enospc"] = True
            verdict = verify(prog, self._kernel, log_level=0)
        shown = log_fields(log, job.log_max) if job.log_level else {}
        if verdict.kind is VerdictKind.NOT_MODELLED:
            return {**found, **_not_modelled(verdict.why), **shown}
        if verdict.kind is VerdictKind.REJECT:
            return {**found, **_Refused("load", verdict.errno).fields, **shown}
        found |= {"ok": True, "errno": 0, **shown, **verdict_fields(verdict)}
        if "xlated" in job.dumps:
            found["xlated"] = verdict.xlated.hex()
        if job.run is not None:
            # loads the engine, which plain verification does without
            from sim.loader.jobs.test_run import test_run

            found |= test_run(job, verdict.xlated, aux, prog.maps, self._engine)
        found["verdict"] = VerdictKind.ACCEPT.value
        return found


def _not_modelled(why: str) -> dict[str, Any]:
    verdict = VerdictKind.NOT_MODELLED.value
    return {"ok": False, "stage": verdict, "why": why, "verdict": verdict}


def func_info_of(job: RawJob) -> tuple[tuple[int, int], ...]:
    """Read func_info records."""
    whole = len(job.func_info) // 8 * 8
    return tuple(struct.iter_unpack("<II", job.func_info[:whole]))


def line_info_of(job: RawJob) -> tuple[LineRef, ...]:
    """Read line_info records; a string that is not there is `NO_STRING`."""
    if not job.line_info:
        return ()
    strings = parse_header(job.btf)[1] if job.btf is not None else StringTable(b"")
    found = []
    for insn_off, file_off, line_off, where in struct.iter_unpack(
        "<IIII", job.line_info[: len(job.line_info) // 16 * 16]
    ):
        texts = []
        for offset in (file_off, line_off):
            try:
                texts.append(strings.text(offset))
            except BtfError:
                texts.append(NO_STRING)
        found.append(LineRef(insn_off, texts[0], texts[1], where >> 10, where & 0x3FF))
    return tuple(found)
