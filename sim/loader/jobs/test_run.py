"""Running an accepted program once more and more: ``BPF_PROG_TEST_RUN`` on a machine of its own.

Answers to ``bpf_test_run`` and ``bpf_test_finish`` in ``net/bpf/test_run.c``. Each job has a fresh
`sim.bpf.vm.Vm` with real maps, on either engine; every access is checked.

**Rule:** this module loads the engine, so it is imported when a program is to be run.

**Not modelled:** helpers, map types and kernel functions that the machine lacks; a run that needs
one says so and counts as neither success nor failure.
"""

from __future__ import annotations

import errno
import struct
from collections.abc import Mapping, Sequence
from typing import Any

from sim.base.errors import ProgramError
from sim.base.memory import load64, store32, store64
from sim.bpf import run_state as r
from sim.bpf.helpers import HELPERS
from sim.bpf.helpers.text import do_in_python
from sim.bpf.interp import FAULTS
from sim.bpf.isa import (
    BPF_CALL,
    BPF_JMP,
    BPF_PSEUDO_BTF_ID,
    BPF_PSEUDO_KFUNC_CALL,
    BPF_PSEUDO_MAP_FD,
    BPF_PSEUDO_MAP_IDX,
    BPF_PSEUDO_MAP_IDX_VALUE,
    BPF_PSEUDO_MAP_VALUE,
    INSN_BYTES,
    LDIMM64,
    decode,
)
from sim.bpf.maps.create import MapView
from sim.bpf.maps.kinds import Shape
from sim.bpf.maps.layout import M_VALUES, map_address
from sim.bpf.program import Code, reset_run, run_program, start_run
from sim.bpf.region import DIRECT_MAP_BASE, MAP_STRUCT_BASE, PAGE_BYTES, signed_address
from sim.bpf.spec import MapType
from sim.bpf.verifier.spec import Map
from sim.bpf.vm import Vm
from sim.loader.jobs import net_helpers
from sim.loader.jobs.contexts import ETH_HLEN, PACKET_BASE, SK_OFFSET, Given, NotGiven, given_to
from sim.loader.jobs.fields import MapInit, RawJob
from sim.loader.jobs.net_helpers import PY_HELPERS
from sim.loader.jobs.words import err_name

__all__ = ["test_run"]

#: Instructions that all repetitions together may have.
BUDGET = 1 << 28
_CALL = BPF_JMP | BPF_CALL
_MAP_REFS = (BPF_PSEUDO_MAP_FD, BPF_PSEUDO_MAP_IDX)
_VALUE_REFS = (BPF_PSEUDO_MAP_VALUE, BPF_PSEUDO_MAP_IDX_VALUE)
_M32 = (1 << 32) - 1
_MAP_STRUCTS = 1 << 28  # addresses from MAP_STRUCT_BASE on that stand for maps


class _Missing(Exception):
    """The machine lacks something."""


class _Refused(Exception):
    """The test run fails with an errno."""

    def __init__(self, number: int, why: str = "") -> None:
        super().__init__(why)
        self.number = number
        self.why = why


def test_run(
    job: RawJob, insns: bytes, aux: Sequence[bytes], maps: Sequence[Map], engine: str
) -> dict[str, Any]:
    """Run a program as a job says.

    Args:
        job: The job, of kind ``run``.
        insns: The verified program; maps are indices.
        aux: Verified programs for slots of prog_arrays.
        maps: The job's maps.
        engine: ``"jit"`` or ``"interp"``.

    Returns:
        The answer's fields: ``run``, and ``maps`` if the job dumps them.
    """
    assert job.run is not None
    try:
        given = given_to(job.prog_type, job.expected_attach_type, job.run)
        if any(_calls_python(code) for code in (insns, *aux)):
            engine = "interp"
        with Vm(engine, budget=BUDGET) as vm:
            net_helpers.add_to_table(load64(vm.run_state + r.R_HELPERS))
            machine = _Machine(vm, engine, maps, job.inits)
            try:
                return machine.run(job, insns, aux, given)
            finally:
                machine.close()
    except NotGiven as ended:
        if ended.why:
            return {"run": {"ok": False, "not_modelled": ended.why}}
        if ended.number:
            return {"run": _failed(ended.number)}
        return {"run": _succeeded(job, ended.retval, None)}
    except _Missing as exc:
        return {"run": {"ok": False, "not_modelled": str(exc)}}
    except _Refused as refused:
        fault = {"fault": refused.why} if refused.why else {}
        return {"run": {**_failed(refused.number), **fault}}
    except ProgramError as exc:
        return {"run": {"ok": False, "not_modelled": f"{exc.problem} {exc.reason}".strip()}}


test_run.__test__ = False  # type: ignore[attr-defined]  # no test of pytest's


def _failed(number: int) -> dict[str, Any]:
    return {"ok": False, "errno": number, "err": err_name(number)}


def _succeeded(job: RawJob, retval: int, out: bytes | None) -> dict[str, Any]:
    assert job.run is not None
    wanted = job.run.data_out_size
    is_cut = bool(wanted) and out is not None and len(out) > wanted
    number = errno.ENOSPC if is_cut else 0
    found = {"ok": not number, "errno": number, "err": err_name(number), "retval": retval}
    if wanted:
        found["data_out"] = (out or b"")[:wanted].hex()
    return found


class _Machine:
    """A machine with a job's maps; those are made when a program refers to them."""

    def __init__(self, vm: Vm, engine: str, maps: Sequence[Map], inits: Sequence[MapInit]) -> None:
        self._vm = vm
        self._engine = engine
        self._maps = maps
        self._inits = inits
        self._views: dict[int, MapView] = {}
        self._codes: list[Code] = []

    def close(self) -> None:
        """Give the programs' memory back."""
        for code in self._codes:
            code.close()

    def run(self, job: RawJob, insns: bytes, aux: Sequence[bytes], given: Given) -> dict[str, Any]:
        """Run the program as often as the job says."""
        _check_calls(insns)
        for one in aux:
            _check_calls(one)
        final = [self._placed(one) for one in (insns, *aux)]
        for init in self._inits:
            self._view(init.map_index)
        types = {view.index: int(view.type) for view in self._views.values()}
        self._codes = [Code(one, self._engine, map_types=types, is_checked=True) for one in final]
        self._fill()
        retval, packet = self._repeat(self._codes[0], given, job)
        out = None if packet is None else given.before + packet + given.after
        found: dict[str, Any] = {"run": _succeeded(job, retval, out)}
        if "maps" in job.dumps:
            found["maps"] = self._dump()
        return found

    def _view(self, index: int) -> MapView:
        if index not in self._views:
            one = self._maps[index]
            like = one.inner
            inner = None
            if like is not None:
                sizes = (like.key_size, like.value_size, like.max_entries, like.map_flags)
                inner = Shape(MapType(like.map_type), *sizes, like.map_extra)
            self._views[index] = self._vm.maps.create(
                one.name,
                one.map_type,
                one.key_size,
                one.value_size,
                one.max_entries,
                one.map_flags,
                extra=one.map_extra,
                inner=inner,
            )
        return self._views[index]

    def _placed(self, insns: bytes) -> bytes:
        """Put addresses where maps are named."""
        out = bytearray(insns)
        at = 0
        while at < len(out):
            is_wide = out[at] == LDIMM64
            if is_wide:
                self._place(out, at)
            at += 2 * INSN_BYTES if is_wide else INSN_BYTES
        return bytes(out)

    def _place(self, out: bytearray, at: int) -> None:
        src_reg = out[at + 1] >> 4
        (imm,) = struct.unpack_from("<i", out, at + 4)
        (offset,) = struct.unpack_from("<i", out, at + 12)
        if src_reg in _MAP_REFS:
            address = map_address(self._view(imm).index)
        elif src_reg in _VALUE_REFS:
            address = self._view(imm).field(M_VALUES) + offset
        elif src_reg == BPF_PSEUDO_BTF_ID:
            raise _Missing("kernel variables")
        else:
            return
        out[at + 1] &= 0x0F
        struct.pack_into("<I", out, at + 4, address & _M32)
        struct.pack_into("<I", out, at + 12, (address >> 32) & _M32)

    def _fill(self) -> None:
        """Put in what the job gives its maps."""
        for init in self._inits:
            view = self._view(init.map_index)
            if init.kind == "prog":
                slot = int.from_bytes(init.key[:4], "little")
                view.put_program(slot, self._codes[1 + init.ref].address)
                continue
            key = init.key.ljust(view.key_bytes, b"\0")[: view.key_bytes]
            if init.kind:
                view.put_map(key, self._view(init.ref))
            elif not view.key_bytes:
                view.push(init.value.ljust(view.value_bytes, b"\0")[: view.value_bytes])
            else:
                value = init.value.ljust(view.value_bytes, b"\0")[: view.value_bytes]
                view.update(key, value)

    def _repeat(self, code: Code, given: Given, job: RawJob) -> tuple[int, bytes | None]:
        vm, run = self._vm, self._vm.run_state
        assert job.run is not None
        ctx_at = self._place_ctx(given)
        if given.packet is not None:
            self._place_packet(given.header, given.packet)
            store64(run + r.R_PACKET, PACKET_BASE)
            store64(run + r.R_PACKET_BYTES, len(given.packet))
            store64(run + r.R_PACKET_MAC, -len(given.header))
            store64(run + r.R_PACKET_NET, ETH_HLEN - len(given.header))
        store64(run + r.R_NR_MAPS, vm.maps.nr_maps)
        reset_run(run)
        for _ in range(max(job.run.repeat, 1)):
            start_run(run, code.address, signed_address(ctx_at))
            status = run_program(run)
            while status in (r.RUN_SUSPENDED, r.RUN_WAIT, r.RUN_PYTHON):
                if status == r.RUN_PYTHON:
                    do_in_python(run, vm)
                net_helpers.call(vm.kernel, run)
                status = run_program(run)
            if status != r.RUN_EXIT:
                raise self._fault(given, ctx_at)
        retval = load64(run + r.R_REGS) & _M32
        if given.packet is None:
            return retval, None
        return retval, vm.kernel.read(PACKET_BASE, len(given.packet))

    def _place_ctx(self, given: Given) -> int:
        if given.ctx is None:
            return 0
        kernel = self._vm.kernel
        at = kernel.alloc_guarded(DIRECT_MAP_BASE, len(given.ctx))
        kernel.write(at, given.ctx)
        if given.sock:
            sock = kernel.alloc_guarded(DIRECT_MAP_BASE, len(given.sock))
            kernel.write(sock, given.sock)
            kernel.write(at + SK_OFFSET, struct.pack("<Q", sock))
        return at

    def _place_packet(self, header: bytes, packet: bytes) -> None:
        kernel = self._vm.kernel
        kernel.write(PACKET_BASE - len(header), header)
        first = PACKET_BASE // PAGE_BYTES
        for page in range(first, (PACKET_BASE + len(packet) - 1) // PAGE_BYTES + 1):
            store32(kernel.table + 4 * page, 1)
        kernel.write(PACKET_BASE, packet)

    def _fault(self, given: Given, ctx_at: int) -> Exception:
        run = self._vm.run_state
        address = load64(run + r.R_SCRATCH) & ((1 << 64) - 1)
        if MAP_STRUCT_BASE <= address < MAP_STRUCT_BASE + _MAP_STRUCTS:
            return _Missing("a map's own fields")
        end = ctx_at + len(given.ctx or b"")
        if given.is_ctx_exact and end <= address < end + PAGE_BYTES:
            # Linux knows before the run how far a program may read
            return _Refused(errno.EINVAL)
        insn_idx = load64(run + r.R_PC) - 1
        return _Refused(errno.EFAULT, f"insn {insn_idx}: {FAULTS[load64(run + r.R_FAULT)]}")

    def _dump(self) -> list[Mapping[str, Any]]:
        found: list[Mapping[str, Any]] = []
        for index in range(len(self._maps)):
            view = self._views.get(index)
            entries = None if view is None else _entries(view)
            found.append({"i": index, "entries": entries})
        return found


def _entries(view: MapView) -> list[list[str]]:
    return [[key.hex(), b"".join(values).hex()] for key, values in view.items()]


def _check_calls(insns: bytes) -> None:
    for insn in decode(insns):
        if insn.opcode != _CALL:
            continue
        if insn.src_reg == BPF_PSEUDO_KFUNC_CALL:
            raise _Missing("kernel functions")
        if insn.src_reg == 0 and insn.imm not in HELPERS and insn.imm not in PY_HELPERS:
            raise _Missing(f"helper {insn.imm}")


def _calls_python(insns: bytes) -> bool:
    return any(
        insn.opcode == _CALL and insn.src_reg == 0 and insn.imm in PY_HELPERS
        for insn in decode(insns)
    )
