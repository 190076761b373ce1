"""Whether what a program is to be attached to exists and is of the right kind.

Answers to ``check_attach_btf_id``, ``bpf_check_attach_target`` and ``bpf_lsm_verify_prog``.

**Rule:** `attach_problem` gives a line of the log ("": none) and an errno; errno 0 means that the
target is right, or that programs of this type have none.

**Not modelled:** targets that may (not) sleep, functions that tracing must leave alone, programs
that replace functions of other programs, functions that error injection makes modifiable (its
option is off in Debian's kernels).
"""

from __future__ import annotations

import errno

from sim.bpf.btf import Btf
from sim.bpf.btf_types import BtfType, Func, Typedef
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.verifier.spec import Prog

__all__ = ["attach_problem"]

ENOTSUPP = 524
_TRACING = ProgType["BPF_PROG_TYPE_TRACING"]
_STRUCT_OPS = ProgType["BPF_PROG_TYPE_STRUCT_OPS"]
_EXT = ProgType["BPF_PROG_TYPE_EXT"]
_LSM = ProgType["BPF_PROG_TYPE_LSM"]
_RAW_TP = AttachType["BPF_TRACE_RAW_TP"]
_MODIFY_RETURN = AttachType["BPF_MODIFY_RETURN"]
_TO_FUNCTIONS = (
    AttachType["BPF_TRACE_ITER"],
    AttachType["BPF_TRACE_FENTRY"],
    AttachType["BPF_TRACE_FEXIT"],
    _MODIFY_RETURN,
    AttachType["BPF_LSM_MAC"],
    AttachType["BPF_LSM_CGROUP"],
)
_TP_PREFIX, _LSM_PREFIX, _MODIFIABLE_PREFIX = "btf_trace_", "bpf_lsm_", "security_"


def attach_problem(prog: Prog, kernel_btf: Btf) -> tuple[str, int]:
    """Return why a program cannot have its attach target, and the errno."""
    type_id = prog.attach_btf_id
    if prog.prog_type == _STRUCT_OPS:
        return f"attach_btf_id {type_id} is not a supported struct", ENOTSUPP
    if prog.prog_type not in (_TRACING, _LSM, _EXT):
        return "", 0
    if not type_id:
        return "Tracing programs must provide btf_id", errno.EINVAL
    if type_id >= len(kernel_btf):
        return f"attach_btf_id {type_id} is invalid", errno.EINVAL
    target = kernel_btf[type_id]
    if not target.name:
        return f"attach_btf_id {type_id} doesn't have a name", errno.EINVAL
    if prog.prog_type == _EXT:
        return "Cannot replace kernel functions", errno.EINVAL
    return _check_kind(prog, target)


def _check_kind(prog: Prog, target: BtfType) -> tuple[str, int]:
    named = f"attach_btf_id {prog.attach_btf_id}"
    kind = prog.expected_attach_type
    wrong = f"{named} points to wrong type name {target.name}", errno.EINVAL
    if kind == _RAW_TP:
        if not isinstance(target, Typedef):
            return f"{named} is not a typedef", errno.EINVAL
        return ("", 0) if target.name.startswith(_TP_PREFIX) else wrong
    if kind not in _TO_FUNCTIONS:
        return "", errno.EINVAL
    if not isinstance(target, Func):
        return f"{named} is not a function", errno.EINVAL
    if kind == _MODIFY_RETURN and not target.name.startswith(_MODIFIABLE_PREFIX):
        return f"{target.name}() is not modifiable", errno.EINVAL
    if prog.prog_type == _LSM and not target.name.startswith(_LSM_PREFIX):
        return wrong
    return "", 0
