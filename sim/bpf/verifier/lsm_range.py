"""What LSM hooks return: 0 or an errno, and a few of them yes or no.

Answers to ``bpf_lsm_get_retval_range`` of 6.12.

**Rule:** a hook that returns nothing has no range.

**Not modelled:** programs of control groups, which have ranges of their own.
"""

from __future__ import annotations

from sim.bpf.btf_types import FuncProto
from sim.bpf.prog_type import AttachType
from sim.bpf.verifier.env import Env
from sim.bpf.verifier.reg import Reg, unknown_reg

__all__ = ["hook_result", "lsm_retval_range"]

_MAX_ERRNO = 4095
_YES_OR_NO = frozenset(
    ("bpf_lsm_audit_rule_known", "bpf_lsm_inode_xattr_skipcap", "bpf_lsm_xfrm_state_pol_flow_match")
)


def lsm_retval_range(env: Env) -> tuple[int, int] | None:
    """Return what the program's hook may return, None for anything."""
    if env.prog.expected_attach_type == AttachType.BPF_LSM_CGROUP:
        return None
    proto = env.kernel.btf[env.attach_func_proto] if env.attach_func_proto else None
    if isinstance(proto, FuncProto) and proto.type == 0:
        return None
    return (0, 1) if env.attach_func_name in _YES_OR_NO else (-_MAX_ERRNO, 0)


def hook_result(env: Env) -> Reg:
    """Return what is known of the number that an LSM hook returned."""
    reg = unknown_reg(precise=not env.bpf_capable)
    allowed = lsm_retval_range(env)
    if allowed is None:
        return reg
    draft = env.draft.of(reg.bounds)
    draft.s32_min, draft.s32_max = allowed
    draft.smin, draft.smax = allowed
    draft.sync()
    reg = reg.copy()
    reg.bounds = draft.done()
    return reg
