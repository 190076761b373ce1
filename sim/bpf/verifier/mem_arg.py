"""Memory given to helpers and functions: a pointer, and how much of what it points to.

Answers to ``check_helper_mem_access``, ``check_mem_size_reg`` and ``check_mem_reg``.

**Rule:** memory that may be written counts as written afterwards, whatever the helper does.

**Not modelled:** nothing of 6.1.
"""

from __future__ import annotations

from sim.bpf.prog_type import ProgType
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.bounds import s64
from sim.bpf.verifier.call_meta import CallMeta
from sim.bpf.verifier.check_map import (
    ACCESS_HELPER,
    BPF_READ,
    BPF_WRITE,
    check_map_access,
    check_map_access_type,
    check_mem_region,
)
from sim.bpf.verifier.check_mem import (
    check_buffer_access,
    check_mem_access,
    check_packet_access,
    check_ptr_to_btf,
)
from sim.bpf.verifier.check_stack import check_stack_range_initialized
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.types import (
    MEM_RDONLY,
    PTR_MAYBE_NULL,
    PTR_TO_BTF_ID,
    PTR_TO_BUF,
    PTR_TO_CTX,
    PTR_TO_MAP_KEY,
    PTR_TO_MAP_VALUE,
    PTR_TO_MEM,
    PTR_TO_PACKET,
    PTR_TO_PACKET_META,
    PTR_TO_STACK,
    SCALAR_VALUE,
    base_type,
    type_may_be_null,
)

__all__ = ["check_helper_mem_access", "check_mem_reg", "check_mem_size_reg", "is_null"]

_BPF_MAX_VAR_SIZ = 1 << 29


def is_null(reg: Reg) -> bool:
    """Say whether a register is the number 0."""
    return reg.type == SCALAR_VALUE and reg.bounds.is_const and reg.bounds.value == 0


def _refuse_write(env: Env, regno: int, kind: int) -> None:
    if kind == BPF_WRITE:
        name = env.type_str(env.frame.regs[regno].type)
        env.reject(f"R{regno} cannot write into {name}")


def check_helper_mem_access(
    env: Env,
    regno: int,
    size: int,
    kind: int,
    *,
    zero_size_allowed: bool,
    meta: CallMeta | None,
) -> None:
    """Check that a helper may read or write *size* bytes behind a register."""
    reg = env.frame.regs[regno]
    base = base_type(reg.type)
    allowed = zero_size_allowed
    if base in (PTR_TO_PACKET, PTR_TO_PACKET_META):
        check_packet_access(env, regno, reg.off, size, zero_size_allowed=allowed)
    elif base == PTR_TO_MAP_KEY:
        _refuse_write(env, regno, kind)
        assert reg.map is not None
        check_mem_region(env, regno, reg.off, size, reg.map.key_size, zero_size_allowed=False)
    elif base == PTR_TO_MAP_VALUE and not type_may_be_null(reg.type):
        check_map_access_type(env, regno, reg.off, size, kind)
        check_map_access(env, regno, reg.off, size, zero_size_allowed=allowed, source=ACCESS_HELPER)
    elif base == PTR_TO_MEM:
        if reg.type & MEM_RDONLY:
            _refuse_write(env, regno, kind)
        check_mem_region(env, regno, reg.off, size, reg.mem_size, zero_size_allowed=allowed)
    elif base == PTR_TO_BUF:
        if reg.type & MEM_RDONLY:
            _refuse_write(env, regno, kind)
        check_buffer_access(env, reg, regno, reg.off, size)
    elif base == PTR_TO_STACK:
        check_stack_range_initialized(
            env,
            regno,
            reg.off,
            size,
            zero_size_allowed=allowed,
            source=ACCESS_HELPER,
            meta=meta,
        )
    elif base == PTR_TO_CTX and env.prog_type == ProgType.BPF_PROG_TYPE_SYSCALL:
        _syscall_ctx(env, regno, size, kind, allowed=allowed)
    elif base == PTR_TO_BTF_ID and env.later:
        check_ptr_to_btf(env, regno, reg.off, size, BPF_READ, -1)
    elif not (allowed and size == 0 and is_null(reg)):
        name = env.type_str(reg.type)
        env.reject(f"R{regno} type={name} expected={env.type_str(PTR_TO_STACK)}")


def _syscall_ctx(env: Env, regno: int, size: int, kind: int, *, allowed: bool) -> None:
    # how large the context is will be known when the program is run
    if size == 0:
        if not allowed:
            raise Rejected(13)
        return
    check_mem_access(env, regno, size - 1, 1, kind, -1)


def check_mem_size_reg(
    env: Env, regno: int, kind: int, *, zero_size_allowed: bool, meta: CallMeta
) -> None:
    """Check a size and, with it, the pointer in the register before."""
    b = env.frame.regs[regno].bounds
    meta.msize_max = b.umax
    passed: CallMeta | None = meta
    if not b.is_const:
        passed = None  # all of it must be initialised, for not all may be written
    if b.smin < 0:
        env.reject(f"R{regno} min value is negative, either use unsigned or 'var &= const'")
    allowed = zero_size_allowed
    if b.umin == 0 and env.later:
        if not allowed:
            text = f"invalid zero-sized read: u64=[{b.umin},{s64(b.umax)}]"
            env.reject(f"R{regno} {text}")
    elif b.umin == 0:
        check_helper_mem_access(env, regno - 1, 0, kind, zero_size_allowed=allowed, meta=passed)
    if b.umax >= _BPF_MAX_VAR_SIZ:
        env.reject(f"R{regno} unbounded memory access, use 'var &= const' or 'if (var < const)'")
    check_helper_mem_access(env, regno - 1, b.umax, kind, zero_size_allowed=allowed, meta=passed)
    mark_chain_precision(env, regno)


def check_mem_reg(env: Env, regno: int, size: int) -> None:
    """Check a pointer to memory of a known size, which may be NULL."""
    regs = env.frame.regs
    saved = regs[regno]
    if is_null(saved):
        return
    if type_may_be_null(saved.type):
        reg = saved.copy()
        reg.type &= ~PTR_MAYBE_NULL
        regs[regno] = reg
    meta = CallMeta()
    check_helper_mem_access(env, regno, size, BPF_READ, zero_size_allowed=True, meta=meta)
    meta.raw_mode = True
    check_helper_mem_access(env, regno, size, BPF_WRITE, zero_size_allowed=True, meta=meta)
    if regs[regno] is not saved and type_may_be_null(saved.type):
        regs[regno] = saved
