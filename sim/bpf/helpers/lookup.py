"""Helpers of programs that load others: symbols and types by name (kernel/bpf/syscall.c, btf.c).

Answers to ``bpf_kallsyms_lookup_name``, ``bpf_sys_close`` (kernel/bpf/syscall.c) and
``bpf_btf_find_by_name_kind`` (kernel/bpf/btf.c).

**Rule:** Python does them, over what is known of the kernel (`sim.bpf.helpers.text.Surroundings`).

**Not modelled:** types of modules; descriptors: programs have none to close.
"""

from __future__ import annotations

from sim.bpf.btf_types import BtfKind
from sim.bpf.helpers.table import KIND_PYTHON, helper
from sim.bpf.helpers.text import RegionMemory, Surroundings, in_python, registers
from sim.bpf.maps.layout import EBADF, EFAULT, EINVAL, ENOENT
from sim.bpf.region import is_mapped, signed_address
from sim.bpf.run_state import COUNTS, RUN_PYTHON, count

__all__: list[str] = []

_CALL = COUNTS.index("helper.call")
_LOOKUP = COUNTS.index("helper.kernel_lookup")


@helper(179, "bpf_kallsyms_lookup_name", 4, kind=KIND_PYTHON)
def kallsyms_lookup_name(run: int) -> int:
    """``long bpf_kallsyms_lookup_name(name, name_sz, flags, res)``: 0, −EINVAL or −ENOENT."""
    count(run, _CALL, 1)
    count(run, _LOOKUP, 1)
    return RUN_PYTHON


@helper(167, "bpf_btf_find_by_name_kind", 4, kind=KIND_PYTHON)
def btf_find_by_name_kind(run: int) -> int:
    """``long bpf_btf_find_by_name_kind(name, name_sz, kind, flags)``: a type's id or an errno."""
    count(run, _CALL, 1)
    count(run, _LOOKUP, 1)
    return RUN_PYTHON


@helper(168, "bpf_sys_close", 1, kind=KIND_PYTHON)
def sys_close(run: int) -> int:
    """``long bpf_sys_close(fd)``: −EBADF, there being no descriptor."""
    count(run, _CALL, 1)
    count(run, _LOOKUP, 1)
    return RUN_PYTHON


def _name(memory: RegionMemory, at: int, size: int) -> str | None:
    """Return a name that ends where its size says, None for any other."""
    data = memory.read(at, size) if size > 1 else None
    if data is None or data[-1]:
        return None
    return data.split(b"\0", 1)[0].decode("latin-1")


@in_python(179)
def _kallsyms_lookup_name(run: int, around: Surroundings) -> int:
    _, at, size, flags, res, _ = registers(run)
    name = _name(around.memory, at, size & 0xFFFFFFFF)
    if flags or name is None:
        return -EINVAL
    if not is_mapped(around.memory.kernel.table, signed_address(res), 8):
        return -EFAULT
    address = around.address_of(name)
    around.memory.kernel.write(res, address.to_bytes(8, "little"))
    return 0 if address else -ENOENT


@in_python(167)
def _btf_find_by_name_kind(run: int, around: Surroundings) -> int:
    _, at, size, kind, flags, _ = registers(run)
    name = _name(around.memory, at, size & 0xFFFFFFFF)
    kind &= 0xFFFFFFFF
    if flags or name is None or around.btf is None:
        return -EINVAL
    if kind not in set(BtfKind):
        return -ENOENT
    return around.btf.find(name, BtfKind(kind)) or -ENOENT


@in_python(168)
def _sys_close(run: int, around: Surroundings) -> int:
    return -EBADF
