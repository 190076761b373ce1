"""Tasks that begin and end during a run: fork, exec, exit, wait (kernel/fork.c, exit.c).

A workload that forks has spare task records. A child takes one, with its task_struct, and gives
it back when the CPU has switched away from it for good; pids are new each time.

**Rule:** a child's draws belong to the place in its parent's request that forked it, never to
the record it lives in.

**Not modelled:** threads that are made during a run; zombies (an ended child's task_struct is
free before its parent has waited); signals that interrupt the wait; address spaces.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load64, store32, store64
from sim.base.stream import threefry2x64
from sim.engine.state import H_CONFIG, H_ENDED, H_FORKS, H_NEXT_PID, H_NOW, H_REGION, H_SEED, INF
from sim.kernel.draw import PURPOSE_FORK
from sim.kernel.layout import (
    C_TASK,
    CF_TASK_EXIT_CODE,
    CF_TASK_PID,
    CF_TASK_REAL_PARENT,
    CF_TASK_START,
    CF_TASK_TGID,
    MAX_OWNERS,
    MODE_USER,
    NR_MORE_VARS,
    NR_VARS,
    PHASE_WALK,
    POOL_HEAD,
    POOL_MASK,
    POOL_ROWS,
    POOL_TAIL,
    STATE_DEAD,
    STATE_INTERRUPTIBLE,
    T_ARRIVE,
    T_COMM,
    T_CPU,
    T_CTX,
    T_DEADLINE,
    T_IN_WAIT,
    T_NR_ENDED,
    T_OWNER,
    T_PARENT,
    T_PID,
    T_SEQ,
    T_SPARES,
    T_START,
    T_STATE,
    T_STRUCT,
    T_SUM_EXEC,
    T_TGID,
    T_UPID,
    T_USER_ACT,
    T_VRUNTIME,
    TASK_BLOCKED,
    TASK_ENDED,
    V_ARG,
    V_CHILD,
    V_CHILD_PID,
    V_CHILD_TASK,
    V_COMM_HI,
    V_COMM_LO,
    V_ENTRY,
    V_EXEC_HI,
    V_EXEC_LO,
    V_P,
    V_PID,
    V_REGS,
    V_TASK,
    V_TGID,
    X_ACCT,
    X_ITEM,
    X_ITER,
    X_MODE,
    X_MORE_VARS,
    X_NSPLIT,
    X_OP,
    X_PHASE,
    X_SP,
    X_STEP,
    X_STREAM,
    X_VARS,
)
from sim.kernel.sched import block, enter_sched, set_state, update_curr

__all__ = ["copy_process", "exec_task", "exit_task", "give_back", "notify", "take_from", "wait"]


@compiled("int64(int64)", python=True)
def take_from(pool: int) -> int:
    """Take a record out of a ring, or return 0."""
    head = load64(pool + POOL_HEAD)
    if head == load64(pool + POOL_TAIL):
        return 0
    store64(pool + POOL_HEAD, head + 1)
    return load64(load64(pool + POOL_ROWS) + 8 * (head & load64(pool + POOL_MASK)))


@compiled("void(int64,int64)", python=True)
def give_back(pool: int, record: int) -> None:
    """Put a record back into a ring."""
    tail = load64(pool + POOL_TAIL)
    store64(load64(pool + POOL_ROWS) + 8 * (tail & load64(pool + POOL_MASK)), record)
    store64(pool + POOL_TAIL, tail + 1)


@compiled("int64(int64,int64)", inline=True)
def _in_kernel(m: int, address: int) -> int:
    return load64(m + H_REGION) + (address & 0xFFFFFFFF)


@compiled("void(int64,int64,int64,int64)")
def _identify(m: int, parent: int, child: int, pid: int) -> None:
    """Give a child its numbers, its parent and its beginning, in its task_struct too."""
    cf = load64(m + H_CONFIG)
    at = _in_kernel(m, load64(child + T_STRUCT))
    store64(child + T_PID, pid)
    store64(child + T_TGID, pid)
    store64(child + T_PARENT, parent)
    store32(at + load64(cf + CF_TASK_PID), pid)
    store32(at + load64(cf + CF_TASK_TGID), pid)
    store32(at + load64(cf + CF_TASK_EXIT_CODE), 0)
    store64(at + load64(cf + CF_TASK_START), load64(m + H_NOW))
    store64(at + load64(cf + CF_TASK_REAL_PARENT), load64(parent + T_STRUCT))
    store32(_in_kernel(m, load64(child + T_UPID)), pid)


@compiled("void(int64,int64,int64)")
def _inherit(m: int, x: int, y: int) -> None:
    """Let a child's context begin with its parent's variables, and draws of its own."""
    regs = load64(y + V_REGS)
    copy_bytes(y + X_VARS, x + X_VARS, 8 * NR_VARS)
    copy_bytes(y + X_MORE_VARS, x + X_MORE_VARS, 8 * NR_MORE_VARS)
    store64(y + V_REGS, regs)
    place = load64(x + X_STEP) << 40 | load64(x + X_ITER) << 16 | PURPOSE_FORK
    key = threefry2x64(load64(m + H_SEED), load64(x + X_STREAM), load64(x + X_ITEM), place)
    store64(y + X_STREAM, key)
    store64(y + X_ITEM, load64(x + X_ITEM))
    store64(y + X_STEP, 0)
    store64(y + X_ITER, 0)


@compiled("void(int64,int64,int64)")
def _name(m: int, task: int, low_and_high: int) -> None:
    """Write the name of a task from two variables (host address) into its task_struct."""
    at = _in_kernel(m, load64(task + T_COMM))
    store64(at, load64(low_and_high))
    store64(at + 8, load64(low_and_high + 8))


@compiled("int64(int64,int64,int64)")
def copy_process(m: int, c: int, x: int) -> int:
    """Make a child of the current task (copy_process); return 0 when there is no room for one."""
    parent = load64(c + C_TASK)
    spares = load64(parent + T_SPARES)
    child = take_from(spares) if spares != 0 else 0
    if child == 0:
        return 0
    pid = load64(m + H_NEXT_PID)
    store64(m + H_NEXT_PID, pid + 1)
    store64(m + H_FORKS, load64(m + H_FORKS) + 1)
    _identify(m, parent, child, pid)
    y = child + T_CTX
    _inherit(m, x, y)
    _name(m, child, x + V_COMM_LO)
    store64(child + T_NR_ENDED, 0)
    store64(child + T_IN_WAIT, 0)
    store64(child + T_SUM_EXEC, 0)
    store64(child + T_VRUNTIME, load64(parent + T_VRUNTIME))
    store64(child + T_CPU, load64(parent + T_CPU))
    store64(child + T_SEQ, load64(parent + T_SEQ))
    store64(child + T_START, -1)
    store64(child + T_ARRIVE, INF)
    store64(child + T_DEADLINE, INF)
    store64(child + T_STATE, TASK_BLOCKED)
    acct = load64(child + T_USER_ACT) * MAX_OWNERS + load64(child + T_OWNER)
    store64(y + X_OP, load64(x + V_ENTRY))
    store64(y + X_PHASE, PHASE_WALK)
    store64(y + X_SP, 0)
    store64(y + X_NSPLIT, 0)
    store64(y + X_MODE, MODE_USER)
    store64(y + X_ACCT, acct)
    store64(y + V_PID, pid)
    store64(y + V_TGID, pid)
    store64(y + V_TASK, load64(child + T_STRUCT))
    store64(x + V_CHILD, load64(child + T_STRUCT))
    store64(x + V_CHILD_TASK, child)
    store64(x + V_CHILD_PID, pid)
    return 1


@compiled("void(int64,int64,int64)")
def exec_task(m: int, c: int, x: int) -> None:
    """Give the current task the name of the program that it executes (__set_task_comm)."""
    store64(x + V_COMM_LO, load64(x + V_EXEC_LO))
    store64(x + V_COMM_HI, load64(x + V_EXEC_HI))
    _name(m, load64(c + C_TASK), x + V_COMM_LO)


@compiled("int64(int64,int64)")
def wait(m: int, c: int) -> int:
    """Wait for a child that has ended (do_wait); return 0 when the task sleeps."""
    task = load64(c + C_TASK)
    ended = load64(task + T_NR_ENDED)
    if ended > 0:
        store64(task + T_NR_ENDED, ended - 1)
        return 1
    store64(task + T_IN_WAIT, 1)
    block(m, c, STATE_INTERRUPTIBLE)
    return 0


@compiled("int64(int64,int64,int64)")
def notify(m: int, c: int, x: int) -> int:
    """Tell the current task's parent that it ends (do_notify_parent); 1 if that is to be woken."""
    parent = load64(load64(c + C_TASK) + T_PARENT)
    if parent == 0:  # nobody on the machine has made it
        return 0
    store64(parent + T_NR_ENDED, load64(parent + T_NR_ENDED) + 1)
    if load64(parent + T_IN_WAIT) == 0:
        return 0
    store64(parent + T_IN_WAIT, 0)
    store64(x + V_ARG, parent)
    store64(x + V_P, load64(parent + T_STRUCT))
    return 1


@compiled("void(int64,int64)")
def exit_task(m: int, c: int) -> None:
    """End the current task (do_task_dead)."""
    update_curr(m, c)
    task = load64(c + C_TASK)
    store64(task + T_STATE, TASK_ENDED)
    set_state(m, task, STATE_DEAD)
    store64(m + H_ENDED, load64(m + H_ENDED) + 1)
    enter_sched(m, c)
