"""Calls of helpers.

Answers to ``check_helper_call``.

**Rule:** arguments first, then what the call gives back; a helper's rows in the tables of
prototypes say all that is not special to it.

**Not modelled:** inlining of helpers.
"""

from __future__ import annotations

import errno as errnos

from sim.bpf.btf_types import Struct, Union
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import Insn
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.spec import MapType
from sim.bpf.verifier import types as t
from sim.bpf.verifier.backtrack import mark_chain_precision
from sim.bpf.verifier.call_meta import CallMeta
from sim.bpf.verifier.callbacks import (
    set_find_vma_callback_state,
    set_loop_callback_state,
    set_map_elem_callback_state,
    set_timer_callback_state,
    set_user_ringbuf_callback_state,
)
from sim.bpf.verifier.check_arg import check_func_arg
from sim.bpf.verifier.check_attach import is_sleepable_lsm_hook
from sim.bpf.verifier.check_call import (
    call_async_callback,
    call_callback,
    clear_caller_saved,
    push_callback,
)
from sim.bpf.verifier.check_map import BPF_WRITE
from sim.bpf.verifier.check_mem import check_mem_access
from sim.bpf.verifier.check_return import returns_void
from sim.bpf.verifier.dynptr import (
    BPF_DYNPTR_BYTES,
    dynptr_id,
    mark_dynptr,
    unmark_dynptr,
)
from sim.bpf.verifier.dynptr_slots import dynptr_at, unmark_dynptr_slots
from sim.bpf.verifier.env import Env, Rejected
from sim.bpf.verifier.format import check_format
from sim.bpf.verifier.insn_text import func_name
from sim.bpf.verifier.map_func import check_map_func_compatibility, record_func_map
from sim.bpf.verifier.mem_arg import is_null
from sim.bpf.verifier.packets import each_reg
from sim.bpf.verifier.prog_types import get_func_proto
from sim.bpf.verifier.protos import FuncProto
from sim.bpf.verifier.refs import acquire_reference, check_reference_leak, release_reference
from sim.bpf.verifier.reg import NOT_INIT_REG, Reg, unknown_reg
from sim.bpf.verifier.state import REG_LIVE_WRITTEN, FuncState

__all__ = ["check_helper_call"]

_ENOTSUPP = 524
_MAX_ERRNO = 4095


def _ids(*names: str) -> frozenset[int]:
    return frozenset(HELPER_IDS[f"bpf_{name}"] for name in names)


_ID = {name.removeprefix("bpf_"): number for name, number in HELPER_IDS.items()}
_CALLBACKS = {
    _ID["for_each_map_elem"]: set_map_elem_callback_state,
    _ID["find_vma"]: set_find_vma_callback_state,
    _ID["loop"]: set_loop_callback_state,
    _ID["user_ringbuf_drain"]: set_user_ringbuf_callback_state,
}
_ACQUIRE = _ids("sk_lookup_tcp", "sk_lookup_udp", "skc_lookup_tcp", "ringbuf_reserve", "kptr_xchg")
_PTR_CAST = _ids(
    "tcp_sock",
    "sk_fullsock",
    "skc_to_tcp_sock",
    "skc_to_tcp6_sock",
    "skc_to_udp6_sock",
    "skc_to_mptcp_sock",
    "skc_to_tcp_timewait_sock",
    "skc_to_tcp_request_sock",
)
_REFINED = _ids(
    "get_stack", "get_task_stack", "probe_read_str", "probe_read_kernel_str", "probe_read_user_str"
)
_CHANGES_DATA = _ids(
    "skb_vlan_push",
    "skb_vlan_pop",
    "skb_store_bytes",
    "skb_change_proto",
    "skb_change_head",
    "skb_change_tail",
    "skb_adjust_room",
    "skb_pull_data",
    "clone_redirect",
    "l3_csum_replace",
    "l4_csum_replace",
    "xdp_adjust_head",
    "xdp_adjust_meta",
    "xdp_adjust_tail",
    "msg_pull_data",
    "msg_push_data",
    "msg_pop_data",
    "lwt_push_encap",
    "lwt_seg6_store_bytes",
    "lwt_seg6_adjust_srh",
    "lwt_seg6_action",
    "store_hdr_opt",
    "reserve_hdr_opt",
)


#: Functions in which a path may be printed without danger of a deadlock.
_D_PATH_FUNCTIONS = frozenset(
    (
        "security_file_permission",
        "security_inode_getattr",
        "security_file_open",
        "security_path_truncate",
        "vfs_truncate",
        "vfs_fallocate",
        "dentry_open",
        "vfs_getattr",
        "filp_close",
    )
)


def check_helper_call(env: Env, insn: Insn) -> None:
    """Walk a call of a helper."""
    func_id = insn.imm
    known = func_name(func_id) if func_id <= env.kernel.nr_helpers else "unknown"
    name = f"{known}#{func_id}"
    proto = _proto(env, func_id, name)
    meta = CallMeta(func_id=func_id, pkt_access=proto.pkt_access)
    for arg in range(5):
        check_func_arg(env, arg, meta, proto)
    record_func_map(env, meta)
    _record_key(env, meta)
    for i in range(meta.access_size):
        check_mem_access(env, meta.regno, i, 1, BPF_WRITE, -1)
    _dynptrs_and_releases(env, meta, proto, name)
    caller = env.frame
    if func_id == _ID["dynptr_data"]:
        _dynptr_of_data(env, meta, proto)
    is_callback = _special(env, meta)
    clear_caller_saved(env, caller)
    if is_callback:
        for mark in env.frame.marks[:6]:
            mark.live |= REG_LIVE_WRITTEN
    _set_return(env, caller, meta, proto, name)
    _refine_return(env, caller, meta, proto)
    if meta.map is not None:
        check_map_func_compatibility(env, meta.map, func_id)
    if func_id == _ID["get_func_ip"]:
        _check_get_func_ip(env, name)
    if func_id in _CHANGES_DATA:
        _clear_packets(env)
    if not is_callback:
        env.insn_idx += 1


def _proto(env: Env, func_id: int, name: str) -> FuncProto:
    if not 0 <= func_id <= env.kernel.nr_helpers:
        env.reject(f"invalid func {name}", errnos.EINVAL)
    proto = get_func_proto(func_id, env.prog, env.kernel, attach_name=env.attach_func_name)
    if proto is None:
        text = "program of this type cannot use helper" if env.later else "unknown func"
        env.reject(f"{text} {name}", errnos.EINVAL)
    if proto.gpl_only and not env.gpl_compatible:
        env.reject(
            "cannot call GPL-restricted function from non-GPL compatible program", errnos.EINVAL
        )
    if proto.allowed and not _is_allowed(env, proto.allowed):
        env.reject("helper call is not allowed in probe", errnos.EINVAL)
    if proto.might_sleep and not env.sleepable:
        env.reject("helper call might sleep in a non-sleepable prog", errnos.EINVAL)
    return proto


def _is_allowed(env: Env, condition: str) -> bool:
    """Answer a prototype's condition on what the program is attached to."""
    name, attach = env.attach_func_name, env.prog.expected_attach_type
    is_iter = attach == AttachType.BPF_TRACE_ITER
    if condition == "sk_storage":
        of_function = (AttachType.BPF_TRACE_FENTRY, AttachType.BPF_TRACE_FEXIT)
        if attach in of_function:
            return not name.startswith("bpf_sk_storage")
        return is_iter or attach == AttachType.BPF_TRACE_RAW_TP
    if env.prog_type == ProgType.BPF_PROG_TYPE_LSM or condition == "ima_inode_hash":
        return is_sleepable_lsm_hook(name)
    return is_iter or name in _D_PATH_FUNCTIONS


def _record_key(env: Env, meta: CallMeta) -> None:
    """Track the slot of a tail call: a known one is jumped to without a table."""
    if meta.func_id != _ID["tail_call"]:
        return
    map = meta.map
    if map is None or map.map_type != MapType.BPF_MAP_TYPE_PROG_ARRAY:
        env.reject("kernel subsystem misconfigured verifier", errnos.EINVAL)
    reg = env.frame.regs[3]
    if reg.type == t.SCALAR_VALUE and reg.bounds.is_const:
        if reg.bounds.value < map.max_entries:
            mark_chain_precision(env, 3)


def _is_dynptr(kind: int) -> bool:
    return t.base_type(kind) == t.ARG_PTR_TO_DYNPTR


def _dynptrs_and_releases(env: Env, meta: CallMeta, proto: FuncProto, name: str) -> None:
    if meta.uninit_dynptr_regno:
        regno = meta.uninit_dynptr_regno
        for i in range(0, BPF_DYNPTR_BYTES, 8):
            check_mem_access(env, regno, i, 8, BPF_WRITE, -1)
        mark_dynptr(env, regno, proto.args[regno - 1])
    if not meta.release_regno:
        return
    if _is_dynptr(proto.args[meta.release_regno - 1]):
        forget = unmark_dynptr_slots if env.dynptr_slots else unmark_dynptr
        forget(env, meta.release_regno)
    elif meta.ref_obj_id:
        if not release_reference(env, meta.ref_obj_id):
            text = "reference has not been acquired before"
            env.reject(f"func {name} {text}", errnos.EINVAL)


def _dynptr_of_data(env: Env, meta: CallMeta, proto: FuncProto) -> None:
    for arg, kind in enumerate(proto.args):
        if _is_dynptr(kind):
            reg = env.frame.regs[arg + 1]
            if t.base_type(reg.type) == t.PTR_TO_DYNPTR:
                meta.dynptr_id = reg.id
            elif env.dynptr_slots:
                found = dynptr_at(env, reg)
                assert found is not None
                meta.dynptr_id, meta.ref_obj_id = found.id, found.ref_obj_id
            else:
                meta.ref_obj_id = dynptr_id(env, reg)
            return


def _note_loop_flags(env: Env) -> None:
    """Remember whether each call of bpf_loop here has flags of 0, which inlining asks for."""
    aux = env.aux[env.insn_idx]
    if aux.loop_inline is not None and not aux.loop_inline[0]:
        return
    has_none = is_null(env.frame.regs[4])
    if has_none:
        mark_chain_precision(env, 4)
    aux.loop_inline = (has_none, 0)


def _special(env: Env, meta: CallMeta) -> bool:
    """Do what single helpers need; say whether a callback's frame was entered."""
    func_id = meta.func_id
    if func_id == _ID["loop"]:
        _note_loop_flags(env)
    if func_id in _CALLBACKS and env.callback_loops:
        _push_callback(env, meta)
    elif func_id in _CALLBACKS:
        depth = len(env.cur.frames)
        call_callback(env, meta.subprogno, _CALLBACKS[func_id])
        return len(env.cur.frames) > depth
    if func_id == _ID["timer_set_callback"]:
        call_async_callback(env, meta.subprogno, set_timer_callback_state)
    elif func_id == _ID["tail_call"]:
        try:
            check_reference_leak(env)
        except Rejected:
            env.verbose("tail_call would lead to reference leak\n")
            raise
    elif func_id == _ID["get_local_storage"] and not is_null(env.frame.regs[2]):
        message = "get_local_storage() doesn't support non-zero flags"
        env.reject(message, errnos.EINVAL)
    elif func_id == _ID["snprintf"]:
        _check_snprintf(env)
    elif func_id == _ID["dynptr_from_mem"]:
        kind = env.frame.regs[1].type
        if kind != t.PTR_TO_MAP_VALUE:
            name = env.type_str(kind)
            env.reject(f"Unsupported reg type {name} for bpf_dynptr_from_mem data")
    elif func_id == _ID["set_retval"] and _is_void_cgroup_lsm(env):
        message = "BPF_LSM_CGROUP that attach to void LSM hooks can't modify return value!"
        env.reject(message, errnos.EINVAL)
    return False


def _push_callback(env: Env, meta: CallMeta) -> None:
    """Have a callback walked later, unless it was walked as often as it will be called."""
    set_callee = _CALLBACKS[meta.func_id]
    if meta.func_id == _ID["loop"]:
        mark_chain_precision(env, 1)
        frame = env.frame
        if frame.callback_depth >= frame.regs[1].bounds.umax:
            frame.callback_depth = 0
            if env.log.has_all:
                env.verbose(f"frame{frame.frameno} bpf_loop iteration limit reached\n")
            return
    push_callback(env, meta.subprogno, set_callee)


def _is_void_cgroup_lsm(env: Env) -> bool:
    is_cgroup = env.prog.expected_attach_type == AttachType.BPF_LSM_CGROUP
    return env.prog_type == ProgType.BPF_PROG_TYPE_LSM and is_cgroup and returns_void(env)


def _check_snprintf(env: Env) -> None:
    regs = env.frame.regs
    length = regs[5].bounds.value
    if length % 8:
        raise Rejected(errnos.EINVAL)
    fmt = regs[3]
    assert fmt.map is not None and fmt.map.frozen is not None
    text = fmt.map.frozen[fmt.off + fmt.bounds.smin :].partition(b"\0")[0]
    if not check_format(text, length // 8):
        env.reject("Invalid format string", errnos.EINVAL)


def _set_return(env: Env, caller: FuncState, meta: CallMeta, proto: FuncProto, name: str) -> None:
    reg = _returned(env, meta, proto, name)
    if reg.type & t.PTR_MAYBE_NULL:
        reg.id = env.new_id()
    if meta.func_id in _PTR_CAST or meta.func_id == _ID["dynptr_data"]:
        reg = reg.copy()
        reg.ref_obj_id = meta.ref_obj_id
        reg.dynptr_id = meta.dynptr_id if env.dynptr_slots else 0
    elif _acquires(meta):
        ident = _acquire_in(env, caller)
        reg = reg.copy()
        reg.id = reg.ref_obj_id = ident
    caller.regs[0] = reg


def _acquire_in(env: Env, caller: FuncState) -> int:
    assert caller is env.frame
    return acquire_reference(env, env.insn_idx)


def _acquires(meta: CallMeta) -> bool:
    if meta.func_id in _ACQUIRE:
        return True
    of_socks = (MapType.BPF_MAP_TYPE_SOCKMAP, MapType.BPF_MAP_TYPE_SOCKHASH)
    is_lookup = meta.func_id == _ID["map_lookup_elem"]
    return is_lookup and meta.map is not None and meta.map.map_type in of_socks


def _returned(env: Env, meta: CallMeta, proto: FuncProto, name: str) -> Reg:
    base, flags = t.base_type(proto.ret), proto.ret & ~t.BASE_MASK
    if base == t.RET_INTEGER:
        return unknown_reg(precise=not env.bpf_capable)
    if base == t.RET_VOID:
        return NOT_INIT_REG
    if base == t.RET_PTR_TO_MAP_VALUE:
        if meta.map is None:
            env.reject("kernel subsystem misconfigured verifier", errnos.EINVAL)
        reg = Reg(t.PTR_TO_MAP_VALUE | flags)
        reg.map, reg.map_uid = meta.map, meta.map_uid
        if not flags & t.PTR_MAYBE_NULL and meta.map.record.spin_lock_off >= 0:
            reg.id = env.new_id()
        return reg
    if base in _RETURNED_SOCKS:
        return Reg(_RETURNED_SOCKS[base] | flags)
    if base == t.RET_PTR_TO_MEM:
        reg = Reg(t.PTR_TO_MEM | flags)
        reg.mem_size = meta.mem_size
        return reg
    if base == t.RET_PTR_TO_MEM_OR_BTF_ID:
        return _percpu_reg(meta, flags)
    return _btf_reg(env, meta, proto, flags, name)


_RETURNED_SOCKS = {
    t.RET_PTR_TO_SOCKET: t.PTR_TO_SOCKET,
    t.RET_PTR_TO_SOCK_COMMON: t.PTR_TO_SOCK_COMMON,
    t.RET_PTR_TO_TCP_SOCK: t.PTR_TO_TCP_SOCK,
}


def _percpu_reg(meta: CallMeta, flags: int) -> Reg:
    assert meta.ret_btf is not None
    type_id = meta.ret_btf.skip_mods(meta.ret_btf_id)
    if isinstance(meta.ret_btf[type_id], Struct | Union):
        reg = Reg(t.PTR_TO_BTF_ID | flags & ~t.MEM_RDONLY)
        reg.btf, reg.btf_id = meta.ret_btf, type_id
        return reg
    reg = Reg(t.PTR_TO_MEM | flags)
    reg.mem_size = meta.ret_btf.sizeof(type_id)
    return reg


def _btf_reg(env: Env, meta: CallMeta, proto: FuncProto, flags: int, name: str) -> Reg:
    trust = t.PTR_TRUSTED if env.trusted_ptr and meta.func_id == _ID["get_current_task_btf"] else 0
    reg = Reg(t.PTR_TO_BTF_ID | flags | trust)
    reg.btf = env.kernel.btf
    if meta.kptr is not None:
        reg.btf_id = meta.kptr.btf_id
    else:
        found = env.kernel.btf.find(proto.ret_btf)
        if found is None:
            env.reject(f"invalid return type {proto.ret} of func {name}", errnos.EINVAL)
        reg.btf_id = found
    return reg


def _refine_return(env: Env, caller: FuncState, meta: CallMeta, proto: FuncProto) -> None:
    """Bound what helpers return that say how much they wrote (do_refine_retval_range)."""
    if proto.ret != t.RET_INTEGER or meta.func_id not in _REFINED:
        return
    reg = caller.regs[0].copy()
    draft = env.draft.of(reg.bounds)
    draft.smin, draft.smax = -_MAX_ERRNO, meta.msize_max
    draft.s32_min, draft.s32_max = -_MAX_ERRNO, meta.msize_max
    draft.sync()
    reg.bounds = draft.done()
    caller.regs[0] = reg


def _check_get_func_ip(env: Env, name: str) -> None:
    attach = env.prog.expected_attach_type
    if env.prog_type == ProgType.BPF_PROG_TYPE_TRACING:
        trampolines = (
            AttachType.BPF_TRACE_FENTRY,
            AttachType.BPF_TRACE_FEXIT,
            AttachType.BPF_MODIFY_RETURN,
        )
        if attach not in trampolines:
            text = "supported only for fentry/fexit/fmod_ret programs"
            env.reject(f"func {name} {text}", _ENOTSUPP)
    elif env.prog_type != ProgType.BPF_PROG_TYPE_KPROBE:
        text = f"not supported for program type {int(env.prog_type)}"
        env.reject(f"func {name} {text}", _ENOTSUPP)


def _clear_packets(env: Env) -> None:
    kinds = (t.PTR_TO_PACKET, t.PTR_TO_PACKET_META, t.PTR_TO_PACKET_END)

    def forget(reg: Reg) -> Reg:
        if reg.type not in kinds:
            return reg
        return unknown_reg() if env.allow_ptr_leaks else NOT_INIT_REG

    each_reg(env.cur, forget)
