"""Walking a code path: what each operation does.

Operations are *private* (they concern only their context: spending time, calling, branching) or
*visible* (others can see when they happen: sites with something attached, locks, blocking,
waking). One call of `walk` does at most one visible operation, at the time of its step; private
ones are done on the way, and their time adds up in the context until the next visible one.
Unless the machine is traced, entering and leaving the kernel and hits of most sites are private
too: they are done ahead of their time (`sim.kernel.ahead`).

**Rule:** a visible operation is done only when nothing has been spent since the step began.

**Not modelled:** cancellation of a path in the middle (signals).
"""

from __future__ import annotations

from sim.base.compile import call2, compiled
from sim.base.memory import load64, store64
from sim.base.stream import below_ppm, uniform_below
from sim.engine.state import (
    H_CODE,
    H_DISPATCH,
    H_ERROR,
    H_LAZY,
    H_NOW,
    H_WORKLOADS,
)
from sim.kernel.draw import PURPOSE_FILE, PURPOSE_MISSING, PURPOSE_SECTOR, bits_of, draw_ns
from sim.kernel.layout import (
    AHEAD_SPLITS,
    AHEAD_USES,
    C_CTX,
    C_TASK,
    E_DEPTH,
    FILE_BYTES,
    FRAME_WORDS,
    MAX_DEPTH,
    OP,
    OP_BYTES,
    OP_NEXT,
    OP_SEEN,
    OP_SITE,
    PHASE_WALK,
    SITE_AHEAD,
    SITE_UNSEEN,
    SP_ACTION,
    T_SEQ,
    T_START,
    V_DENTRY,
    V_FILE,
    V_FILENAME,
    V_INODE,
    V_IOCB,
    V_LOOP,
    V_MISSING,
    V_PATH,
    V_SECTOR,
    W_FILES,
    W_MISSING_PPM,
    W_NR_FILES,
    WORKLOAD_BYTES,
    X_ACCT,
    X_FRAMES,
    X_HIT_OP,
    X_ITEM,
    X_ITER,
    X_LINK,
    X_MASK,
    X_NUSES,
    X_OP,
    X_PHASE,
    X_RETURN,
    X_SITE,
    X_SP,
    X_SPLITS,
    X_STEP,
)
from sim.kernel.segment import has_time, spend, spend_ns
from sim.kernel.visible import do_visible, sysenter, sysexit

__all__ = ["leave_function", "walk"]

_RUN, _SPEND, _CALL, _RET, _SITE = OP["run"], OP["spend"], OP["call"], OP["ret"], OP["site"]
_BRANCH, _JUMP, _SET, _COPY = OP["branch"], OP["jump"], OP["set"], OP["copy"]
_BRNEG, _BRNE, _LOOP = OP["brneg"], OP["brne"], OP["loop"]
_STEP, _MODE, _PICK_FILE, _SECTOR = OP["step"], OP["mode"], OP["pick_file"], OP["sector"]
_ELEMENT, _LAST_PRIVATE = OP["element"], OP["sector"]
_LAST_SITE = OP["site"]
_SYSENTER, _SYSEXIT = OP["sysenter"], OP["sysexit"]
_SECTOR_MASK = (1 << 27) - 1  # a disk of 512 GiB, in 4 KiB blocks
SECTOR_SHIFT = 3  # sectors of a block


@compiled("void(int64,int64,int64)")
def _begin_item(m: int, c: int, x: int) -> None:
    """Begin a request: it starts now, and draws belong to it."""
    task = load64(c + C_TASK)
    store64(task + T_START, load64(m + H_NOW))
    store64(x + X_ITEM, load64(task + T_SEQ))


@compiled("void(int64,int64,int64)")
def _pick_file(m: int, x: int, workload: int) -> None:
    """Choose one of the workload's files, or a name that does not exist."""
    w = load64(m + H_WORKLOADS) + workload * WORKLOAD_BYTES
    i = uniform_below(bits_of(m, x, PURPOSE_FILE), load64(w + W_NR_FILES))
    row = load64(w + W_FILES) + i * FILE_BYTES
    missing = below_ppm(bits_of(m, x, PURPOSE_MISSING), load64(w + W_MISSING_PPM))
    store64(x + V_MISSING, 1000000 * missing)
    store64(x + V_FILE, load64(row))
    store64(x + V_DENTRY, load64(row + 8))
    store64(x + V_INODE, load64(row + 16))
    store64(x + V_PATH, load64(row + 24))
    store64(x + V_FILENAME, load64(row + 32 + 8 * missing))
    store64(x + V_IOCB, load64(row + 48))


@compiled("int64(int64,int64,int64,int64,int64)")
def _private(m: int, c: int, x: int, op: int, o: int) -> int:
    """Do one of the rarer private operations; return the next one."""
    following = load64(o + OP_NEXT)
    if op == _SPEND:
        bits = bits_of(m, x, load64(o + 32))
        ns = draw_ns(bits, load64(o + 8), load64(o + 16), load64(o + 24))
        spend_ns(m, x, load64(x + X_ACCT), ns)
    elif op == _JUMP:
        return load64(o + 8)
    elif op == _BRANCH:
        if below_ppm(bits_of(m, x, load64(o + 24)), load64(x + load64(o + 8))) == 0:
            return load64(o + 16)
    elif op == _BRNEG:
        if load64(x + load64(o + 8)) < 0:
            return load64(o + 16)
    elif op == _BRNE:
        if load64(x + load64(o + 8)) != load64(o + 16):
            return load64(o + 24)
    elif op == _MODE:
        store64(x + X_ACCT, load64(o + 8))
    elif op == _STEP:
        store64(x + X_STEP, load64(o + 8))
        store64(x + X_ITER, 0)
        if load64(o + 8) == 0:
            _begin_item(m, c, x)
    elif op == _PICK_FILE:
        _pick_file(m, x, load64(o + 8))
    elif op == _ELEMENT:
        size, index = load64(o + 32), load64(x + load64(o + 16)) >> SECTOR_SHIFT
        index &= (size >> 32) - 1
        store64(x + load64(o + 8), load64(o + 24) + (size & 0xFFFFFFFF) * index)
    elif op == _SECTOR:
        store64(x + V_SECTOR, (bits_of(m, x, PURPOSE_SECTOR) & _SECTOR_MASK) << SECTOR_SHIFT)
    return following


@compiled("int64(int64,int64,int64,int64)", inline=True)
def _enter_function(m: int, x: int, o: int, at: int) -> int:
    """Enter the function that operation *at* calls; return its first operation."""
    sp = load64(x + X_SP)
    if sp >= MAX_DEPTH:
        store64(m + H_ERROR, E_DEPTH)
        return at
    frame = x + X_FRAMES + 8 * FRAME_WORDS * sp
    store64(frame, at)
    store64(frame + 8, load64(o + 16))
    store64(frame + 16, 0)
    store64(x + X_SP, sp + 1)
    return load64(o + 8)


@compiled("int64(int64,int64)", inline=True)
def _back_in_caller(m: int, x: int) -> int:
    """Return from the innermost function: to what comes behind its call."""
    sp = load64(x + X_SP) - 1
    store64(x + X_SP, sp)
    called = load64(x + X_FRAMES + 8 * FRAME_WORDS * sp)
    return load64(load64(m + H_CODE) + called * OP_BYTES + OP_NEXT)


@compiled("void(int64,int64)")
def leave_function(m: int, x: int) -> None:
    """Return to the caller of the innermost function."""
    store64(x + X_OP, _back_in_caller(m, x))


@compiled("int64(int64,int64,int64,int64,int64)", inline=True)
def _pass(m: int, x: int, op: int, o: int, at: int) -> int:
    """Return what comes after a call, return or tracepoint operation."""
    if op == _CALL:
        return _enter_function(m, x, o, at)
    if op == _RET:
        return _back_in_caller(m, x)
    return load64(o + OP_NEXT)


@compiled("void(int64,int64,int64,int64,int64)", inline=True)
def _hit(m: int, c: int, x: int, o: int, at: int) -> None:
    """Hand a visible site to the hooks; a return stays in its function until they are done."""
    op = load64(o)
    store64(x + X_HIT_OP, at)
    store64(x + X_SITE, load64(o + OP_SITE))
    store64(x + X_RETURN, 0)
    store64(x + X_LINK, -1)
    if op == _RET:
        frame = x + X_FRAMES + 8 * FRAME_WORDS * (load64(x + X_SP) - 1)
        store64(x + X_RETURN, 1)
        store64(x + X_MASK, load64(frame + 16))
        store64(x + X_OP, at)
    else:
        store64(x + X_OP, _pass(m, x, op, o, at))
    call2(load64(m + H_DISPATCH), m, c)


@compiled("int64(int64,int64,int64,int64,int64)", inline=True)
def _ahead(m: int, c: int, x: int, o: int, at: int) -> int:
    """Do an operation ahead of its time; return 0 when the context has to wait for its step."""
    store64(x + X_OP, at)
    if has_time(x) >= AHEAD_SPLITS or load64(x + X_NUSES) >= AHEAD_USES:
        return 0
    op = load64(o)
    if op == _SYSENTER:
        sysenter(m, c, x, o, 1)
    elif op == _SYSEXIT:
        sysexit(m, c, x, o, 1)
    else:
        _hit(m, c, x, o, at)
        return 1 if load64(x + X_PHASE) == PHASE_WALK else 0
    return 1


@compiled("int64(int64,int64,int64,int64,int64)", inline=True)
def _common(m: int, c: int, x: int, o: int, at: int) -> int:
    """Do a private operation, and return the next one; *at* when it is not private."""
    op = load64(o)
    if op == _RUN:
        spend(m, x, load64(o + 8))
    elif op == _COPY:
        store64(x + load64(o + 8), load64(x + load64(o + 16)))
    elif op == _SET:
        store64(x + load64(o + 8), load64(o + 16))
    elif op == _LOOP:
        left = load64(x + V_LOOP) - 1
        store64(x + V_LOOP, left)
        store64(x + X_ITER, load64(x + X_ITER) + 1)
        if left > 0:
            return load64(o + 8)
    elif op <= _LAST_PRIVATE:
        return _private(m, c, x, op, o)
    elif op <= _LAST_SITE and load64(o + OP_SEEN) == SITE_UNSEEN:
        return _pass(m, x, op, o, at)
    else:
        return at
    return load64(o + OP_NEXT)


@compiled("void(int64,int64,int64)")
def walk(m: int, c: int, done: int) -> None:
    """Walk on from where the CPU's context is, up to its next visible operation.

    Args:
        m: The machine.
        c: The CPU.
        done: 1 when this step's visible operation has been done.
    """
    x = load64(c + C_CTX)
    code = load64(m + H_CODE)
    is_lazy = load64(m + H_LAZY)
    at = load64(x + X_OP)
    while True:
        o = code + at * OP_BYTES
        following = _common(m, c, x, o, at)
        if following != at:
            at = following
            continue
        op = load64(o)
        is_site = op <= _LAST_SITE
        if is_lazy != 0 and op <= _SYSEXIT and (not is_site or load64(o + OP_SEEN) == SITE_AHEAD):
            is_own = done == 0 and has_time(x) == 0
            goes_on = _ahead(m, c, x, o, at)
            if is_own:  # this very step's operation: nothing undoes it
                done = 1
                store64(x + X_SPLITS + SP_ACTION, 0)
            if goes_on == 0:
                return
            at = load64(x + X_OP)
            continue
        store64(x + X_OP, at)
        if done == 1 or has_time(x) > 0:
            return
        done = 1
        if is_site:
            _hit(m, c, x, o, at)
            return
        if do_visible(m, c, x, o) == 0:
            return
        at = load64(x + X_OP)
