"""Spin locks of map values, global variables and allocated objects, and what they guard.

Answers to ``process_spin_lock`` and ``check_reg_allocation_locked`` of 6.2 and later.

**Rule:** a lock is known by the memory that it lies in: the map or the object's BTF, and the id of
the pointer. It guards the lists in the same memory.

**Not modelled:** locks that disable interrupts (``bpf_res_spin_lock``).
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.verifier.env import Env
from sim.bpf.verifier.objects import invalidate_non_owning, object_record
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.state import ActiveLock
from sim.bpf.verifier.types import PTR_TO_MAP_VALUE, base_type

__all__ = ["check_allocation_locked", "process_object_lock"]


def _lock_of(reg: Reg) -> ActiveLock:
    return ActiveLock(reg.map if base_type(reg.type) == PTR_TO_MAP_VALUE else reg.btf, reg.id)


def process_object_lock(env: Env, regno: int, *, is_lock: bool) -> None:
    """Take or give back the lock that a register points to."""
    reg = env.frame.regs[regno]
    if not reg.bounds.is_const:
        text = "bpf_spin_lock has to be at the constant offset"
        env.reject(f"R{regno} doesn't have constant offset. {text}", errnos.EINVAL)
    map = reg.map if base_type(reg.type) == PTR_TO_MAP_VALUE else None
    if map is not None and map.btf is None:
        message = f"map '{map.name}' has to have BTF in order to use bpf_spin_lock"
        env.reject(message, errnos.EINVAL)
    at = object_record(env, reg).spin_lock_off
    if at < 0:
        what = f"map '{map.name}'" if map is not None else "local 'kptr'"
        env.reject(f"{what} has no valid bpf_spin_lock", errnos.EINVAL)
    off = reg.bounds.smin + reg.off
    if at != off:
        text = f"that is at {at}"
        env.reject(f"off {off} doesn't point to 'struct bpf_spin_lock' {text}", errnos.EINVAL)
    if is_lock:
        _take(env, _lock_of(reg))
    else:
        _give_back(env, _lock_of(reg))


def _take(env: Env, lock: ActiveLock) -> None:
    if env.cur.active_lock is not None:
        env.reject("Locking two bpf_spin_locks are not allowed", errnos.EINVAL)
    env.cur.active_lock = lock


def _give_back(env: Env, lock: ActiveLock) -> None:
    held = env.cur.active_lock
    if held is None:
        env.reject("bpf_spin_unlock without taking a lock", errnos.EINVAL)
    if held.owner is not lock.owner or held.id != lock.id:
        env.reject("bpf_spin_unlock of different lock", errnos.EINVAL)
    invalidate_non_owning(env)
    env.cur.active_lock = None


def check_allocation_locked(env: Env, reg: Reg, what: str) -> None:
    """Refuse the use of a list whose lock is not held."""
    lock, held = _lock_of(reg), env.cur.active_lock
    if held is not None and held.owner is lock.owner and held.id == lock.id:
        return
    if held is not None:
        env.verbose("held lock and object are not in the same allocation\n")
    at = object_record(env, reg).spin_lock_off
    env.reject(f"bpf_spin_lock at off={at} must be held for {what}", errnos.EINVAL)
