"""Special fields of map values given to helpers: spin locks, timers, kernel pointers.

Answers to ``process_spin_lock``, ``process_timer_func`` and ``process_kptr_func``.

**Rule:** a field is where the map's record says, at a constant offset.

**Not modelled:** lists, trees and other fields that came after 6.1.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.verifier.call_meta import CallMeta
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.map_btf import MANGLED, MAX_KPTRS, REPEATED
from sim.bpf.verifier.reg import Reg
from sim.bpf.verifier.spec import Map
from sim.bpf.verifier.state import ActiveLock

__all__ = ["process_kptr", "process_spin_lock", "process_timer"]


def _map_of(env: Env, regno: int, what: str, user: str) -> tuple[Reg, Map]:
    reg = env.frame.regs[regno]
    if not reg.bounds.is_const:
        text = f"{what} has to be at the constant offset"
        env.reject(f"R{regno} doesn't have constant offset. {text}", errnos.EINVAL)
    assert reg.map is not None
    if reg.map.btf is None:
        message = f"map '{reg.map.name}' has to have BTF in order to use {user}"
        env.reject(message, errnos.EINVAL)
    return reg, reg.map


def _why_not(map: Map, what: str, found: int) -> str:
    """Say why a map has no such field."""
    if found == REPEATED:
        return f"map '{map.name}' has more than one 'struct {what}'"
    if found == MANGLED:
        return f"map '{map.name}' is not a struct type or {what} is mangled"
    return f"map '{map.name}' doesn't have 'struct {what}'"


def process_spin_lock(env: Env, regno: int, *, is_lock: bool) -> None:
    """Take or give back the lock in a map's value."""
    reg, map = _map_of(env, regno, "bpf_spin_lock", "bpf_spin_lock")
    if map.record.spin_lock_off < 0:
        env.reject(_why_not(map, "bpf_spin_lock", map.record.spin_lock_off))
    off = reg.bounds.smin + reg.off
    if map.record.spin_lock_off != off:
        env.reject(f"off {off} doesn't point to 'struct bpf_spin_lock'")
    lock = ActiveLock(None, reg.id)
    if is_lock:
        if env.cur.active_lock:
            env.reject("Locking two bpf_spin_locks are not allowed")
        env.cur.active_lock = lock
        return
    if not env.cur.active_lock:
        env.reject("bpf_spin_unlock without taking a lock")
    if env.cur.active_lock != lock:
        env.reject("bpf_spin_unlock of different lock")
    env.cur.active_lock = None


def process_timer(env: Env, regno: int, meta: CallMeta) -> None:
    """Find the map of a timer."""
    reg, map = _map_of(env, regno, "bpf_timer", "bpf_timer")
    if map.record.timer_off < 0:
        env.reject(_why_not(map, "bpf_timer", map.record.timer_off))
    off = reg.bounds.smin + reg.off
    if map.record.timer_off != off:
        text = f"that is at {map.record.timer_off}"
        env.reject(f"off {off} doesn't point to 'struct bpf_timer' {text}")
    if meta.map is not None:
        env.reject("verifier bug. Two map pointers in a timer helper", errnos.EFAULT)
    meta.map, meta.map_uid = map, reg.map_uid


def process_kptr(env: Env, regno: int, meta: CallMeta) -> None:
    """Find the kptr field that a register points to."""
    reg, map = _map_of(env, regno, "kptr", "bpf_kptr_xchg")
    if not map.record.kptrs:
        too_many = map.record.kptr_errno == errnos.E2BIG
        what = f"more than {MAX_KPTRS}" if too_many else "no valid"
        where = f"R{regno}" if env.later else f"map '{map.name}'"
        env.reject(f"{where} has {what} kptr", errnos.EINVAL)
    meta.map = map
    off = reg.off + reg.bounds.smin
    kptr = next((one for one in map.record.kptrs if one.offset == off), None)
    if kptr is None:
        env.reject(f"off={off} doesn't point to kptr")
    if not kptr.is_ref:
        env.reject(f"off={off} kptr isn't referenced kptr")
    meta.kptr = kptr
