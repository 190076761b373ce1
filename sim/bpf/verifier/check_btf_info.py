"""Checks of the types and source lines that come with a program.

Answers to ``check_btf_info``, ``check_btf_func``, ``check_btf_line`` and ``check_abnormal_return``
in ``kernel/bpf/verifier.c``.

**Rule:** a `LineRef` whose file or line is `NO_STRING` names a string that its BTF does not have.

**Not modelled:** records of other sizes than the kernel's own; CO-RE relocations done by the
kernel.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence

from sim.base.errors import BtfError
from sim.bpf.btf import Btf
from sim.bpf.btf_types import Enum, Enum64, Func, FuncProto, Int
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import BPF_CALL, BPF_JMP, Insn, decode
from sim.bpf.verifier.spec import Prog

__all__ = ["NO_STRING", "check_btf_info"]

#: Stands for a string that a line_info record names and the BTF does not have.
NO_STRING = "\0"

_CALL = BPF_JMP | BPF_CALL
_TAIL_CALL = HELPER_IDS["bpf_tail_call"]
_LD_CLASS, _CLASS_MASK, _MODE_MASK, _ABS, _IND = 0x00, 0x07, 0xE0, 0x20, 0x40

Log = Callable[[str], None]


def check_btf_info(prog: Prog, subprog_starts: Sequence[int], log: Log) -> int:
    """Check func_info and line_info of a program.

    Args:
        prog: The program.
        subprog_starts: First instruction of each subprogram, the main one first.
        log: Appends to the verifier's log.

    Returns:
        0, or a positive errno.
    """
    insns = decode(prog.insns)
    oddities = [_oddities(insns, subprog_starts, i) for i in range(len(subprog_starts))]
    if not prog.func_info and not prog.line_info:
        return _check_abnormal(oddities, log)
    if prog.btf is None:
        return errno.EBADF
    refused = _check_funcs(prog, prog.btf, subprog_starts, oddities, log)
    return refused or _check_lines(prog, insns, subprog_starts, log)


def _oddities(insns: Sequence[Insn], starts: Sequence[int], index: int) -> tuple[str, ...]:
    """Say which instructions a subprogram has that need it to return an int."""
    end = starts[index + 1] if index + 1 < len(starts) else len(insns)
    found = []
    own = insns[starts[index] : end]
    if any(_is_ld_abs(insn) for insn in own):
        found.append("LD_ABS")
    if any(i.opcode == _CALL and i.src_reg == 0 and i.imm == _TAIL_CALL for i in own):
        found.append("tail_call")
    return tuple(found)


def _is_ld_abs(insn: Insn) -> bool:
    is_ld = insn.opcode & _CLASS_MASK == _LD_CLASS
    return is_ld and insn.opcode & _MODE_MASK in (_ABS, _IND)


def _check_abnormal(oddities: Sequence[tuple[str, ...]], log: Log) -> int:
    for found in oddities[1:]:
        for what in found:
            log(f"{what} is not allowed in subprogs without BTF\n")
            return errno.EINVAL
    return 0


def _check_funcs(
    prog: Prog,
    btf: Btf,
    starts: Sequence[int],
    oddities: Sequence[tuple[str, ...]],
    log: Log,
) -> int:
    if not prog.func_info:
        return _check_abnormal(oddities, log)
    if len(prog.func_info) != len(starts):
        log("number of funcs in func_info doesn't match number of subprogs\n")
        return errno.EINVAL
    previous = 0
    for i, (insn_off, type_id) in enumerate(prog.func_info):
        # Linux ends none of these lines but the fourth
        if i == 0 and insn_off:
            log(f"nonzero insn_off {insn_off} for the first func info record")
            return errno.EINVAL
        if i and insn_off <= previous:
            log(
                f"same or smaller insn offset ({insn_off}) than previous func info record "
                f"({previous})"
            )
            return errno.EINVAL
        if insn_off != starts[i]:
            log("func_info BTF section doesn't match subprog layout in BPF program\n")
            return errno.EINVAL
        func = btf[type_id] if type_id < len(btf) else None
        if not isinstance(func, Func):
            log(f"invalid type id {type_id} in func info")
            return errno.EINVAL
        if i and not _returns_scalar(btf, func):
            for what in oddities[i]:
                log(f"{what} is only allowed in functions that return 'int'.\n")
                return errno.EINVAL
        previous = insn_off
    return 0


def _returns_scalar(btf: Btf, func: Func) -> bool:
    try:
        proto = btf[func.type]
        if not isinstance(proto, FuncProto):
            return False
        returned = btf.resolved(proto.type)
    except BtfError:
        return False
    is_small = isinstance(returned, Int) and returned.size in (1, 2, 4, 8)
    return is_small or isinstance(returned, Enum | Enum64)


def _check_lines(prog: Prog, insns: Sequence[Insn], starts: Sequence[int], log: Log) -> int:
    if not prog.line_info:
        return 0
    previous = seen = 0
    for i, line in enumerate(prog.line_info):
        at = line.insn_idx
        if (i and at <= previous) or at >= len(insns):
            log(
                f"Invalid line_info[{i}].insn_off:{at} (prev_offset:{previous} "
                f"prog->len:{len(insns)})\n"
            )
            return errno.EINVAL
        if insns[at].opcode == 0:
            log(f"Invalid insn code at line_info[{i}].insn_off\n")
            return errno.EINVAL
        if NO_STRING in (line.file, line.line):
            log(f"Invalid line_info[{i}].line_off or .file_name_off\n")
            return errno.EINVAL
        if seen < len(starts):
            if at == starts[seen]:
                seen += 1
            elif at > starts[seen]:
                log(f"missing bpf_line_info for func#{seen}\n")
                return errno.EINVAL
        previous = at
    if seen < len(starts):
        log(f"missing bpf_line_info for {len(starts) - seen} funcs starting from func#{seen}\n")
        return errno.EINVAL
    return 0
