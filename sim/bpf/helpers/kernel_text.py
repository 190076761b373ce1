"""Helpers that write kernel objects as text: bpf_d_path, bpf_snprintf_btf, bpf_seq_….

Answers to kernel/trace/bpf_trace.c, fs/d_path.c and fs/seq_file.c. Python does them
(`sim.bpf.helpers.text`); the kernel's types say where members are.

**Rule:** a machine whose types nobody knows refuses with −EINVAL.

**Not modelled:** deleted and unreachable paths, the root directory of a task; an object of which
only the beginning can be read.
"""

from __future__ import annotations

from sim.bpf.btf import Btf
from sim.bpf.btf_show import show
from sim.bpf.btf_types import BtfKind
from sim.bpf.helpers.table import KIND_PYTHON, helper
from sim.bpf.helpers.text import Surroundings, format_of, in_python, registers, words_of
from sim.bpf.maps.layout import E2BIG, EFAULT, EINVAL, ENOENT
from sim.bpf.printf import bprintf, hashed_pointer
from sim.bpf.region import is_mapped, signed_address
from sim.bpf.run_state import COUNTS, RUN_PYTHON, count

__all__ = ["EOVERFLOW"]

ENAMETOOLONG, EOVERFLOW = 36, 75
_BTF_PTR_BYTES, _BTF_F_ALL = 16, 15
_MAX_DEPTH = 64  # of a path

_CALL = COUNTS.index("helper.call")
_D_PATH = COUNTS.index("helper.d_path")
_SEQ = COUNTS.index("helper.seq_write")
_SHOW = COUNTS.index("helper.btf_show")


@helper(147, "bpf_d_path", 3, kind=KIND_PYTHON)
def d_path(run: int) -> int:
    """``long bpf_d_path(path, buf, sz)``: bytes with the NUL, or −ENAMETOOLONG."""
    count(run, _CALL, 1)
    count(run, _D_PATH, 1)
    return RUN_PYTHON


@helper(149, "bpf_snprintf_btf", 5, kind=KIND_PYTHON)
def snprintf_btf(run: int) -> int:
    """``long bpf_snprintf_btf(str, str_size, ptr, btf_ptr_size, flags)``: the text's length."""
    count(run, _CALL, 1)
    count(run, _SHOW, 1)
    return RUN_PYTHON


@helper(150, "bpf_seq_printf_btf", 4, kind=KIND_PYTHON)
def seq_printf_btf(run: int) -> int:
    """``long bpf_seq_printf_btf(m, ptr, ptr_size, flags)``: 0, or a negative errno."""
    count(run, _CALL, 1)
    count(run, _SHOW, 1)
    return RUN_PYTHON


@helper(126, "bpf_seq_printf", 5, kind=KIND_PYTHON)
def seq_printf(run: int) -> int:
    """``long bpf_seq_printf(m, fmt, fmt_size, data, data_len)``: 0, −EINVAL or −EOVERFLOW."""
    count(run, _CALL, 1)
    count(run, _SEQ, 1)
    return RUN_PYTHON


@helper(127, "bpf_seq_write", 3, kind=KIND_PYTHON)
def seq_write(run: int) -> int:
    """``long bpf_seq_write(m, data, len)``: 0, or −EOVERFLOW when the buffer is full."""
    count(run, _CALL, 1)
    count(run, _SEQ, 1)
    return RUN_PYTHON


class _Object:
    """A kernel object by its type.

    Args:
        around: Where it is.
        btf: The kernel's types.
        struct: Its type's name.
        address: Its address.
    """

    def __init__(self, around: Surroundings, btf: Btf, struct: str, address: int) -> None:
        self._memory, self._btf, self._struct = around.memory, btf, struct
        self.address = address

    def at(self, path: str) -> tuple[int, int]:
        """Return address and size of a member."""
        field = self._btf.field(self._struct, path)
        return self.address + field.offset, self._btf.sizeof(field.type)

    def get(self, path: str) -> int:
        """Return a member, 0 if it cannot be read."""
        address, size = self.at(path)
        data = self._memory.read(address, size)
        return int.from_bytes(data, "little") if data is not None else 0

    def put(self, path: str, value: int) -> None:
        """Write a member."""
        address, size = self.at(path)
        self._memory.kernel.write(address, value.to_bytes(size, "little"))


def _write_seq(around: Surroundings, address: int, data: bytes) -> int:
    """Append to a seq_file's buffer; one that is full says so by its count (`seq_set_overflow`)."""
    if around.btf is None or around.memory.read(address, 8) is None:
        return -EINVAL
    m = _Object(around, around.btf, "seq_file", address)
    buf, size, used = m.get("buf"), m.get("size"), m.get("count")
    if used + len(data) >= size or not is_mapped(
        around.memory.kernel.table, signed_address(buf + used), max(len(data), 1)
    ):
        m.put("count", size)
        return -EOVERFLOW
    around.memory.kernel.write(buf + used, data)
    m.put("count", used + len(data))
    return 0


@in_python(127)
def _seq_write(run: int, around: Surroundings) -> int:
    _, m, data_at, size, _, _ = registers(run)
    size &= 0xFFFFFFFF
    data = around.memory.read(data_at, size) if size else b""
    return -EFAULT if data is None else _write_seq(around, m, data)


@in_python(126)
def _seq_printf(run: int, around: Surroundings) -> int:
    _, m, fmt_at, fmt_size, data, data_len = registers(run)
    fmt = format_of(around.memory, fmt_at, fmt_size & 0xFFFFFFFF)
    args = words_of(around.memory, data, data_len & 0xFFFFFFFF)
    text = -EINVAL if fmt is None or args is None else bprintf(fmt, args, around.memory)
    return text if isinstance(text, int) else _write_seq(around, m, text)


def _shown(around: Surroundings, at: int, size: int, flags: int) -> bytes | int:
    """Return the object that a struct btf_ptr names as text, or a negative errno."""
    data = around.memory.read(at, _BTF_PTR_BYTES)
    if around.btf is None or flags & ~_BTF_F_ALL or size != _BTF_PTR_BYTES or data is None:
        return -EINVAL
    address, type_id = int.from_bytes(data[:8], "little"), int.from_bytes(data[8:12], "little")
    if not 0 < type_id < 1 << 31:
        return -EINVAL
    if type_id >= len(around.btf):
        return -ENOENT
    if around.btf[type_id].kind in (BtfKind.FUNC, BtfKind.FUNC_PROTO, BtfKind.DATASEC, BtfKind.FWD):
        return -EINVAL
    read = around.memory.read(address, around.btf.sizeof(type_id))
    if read is None:
        return -EFAULT
    return show(around.btf, type_id, read, flags, hashed_pointer).encode("latin-1")


@in_python(149)
def _snprintf_btf(run: int, around: Surroundings) -> int:
    _, out, out_size, at, size, flags = registers(run)
    out_size &= 0xFFFFFFFF
    text = _shown(around, at, size & 0xFFFFFFFF, flags)
    if isinstance(text, int):
        return text
    if not is_mapped(around.memory.kernel.table, signed_address(out), out_size):
        return -EFAULT
    if out_size:
        around.memory.kernel.write(out, text[: out_size - 1] + b"\0")
    return len(text)


@in_python(150)
def _seq_printf_btf(run: int, around: Surroundings) -> int:
    _, m, at, size, flags, _ = registers(run)
    text = _shown(around, at, size & 0xFFFFFFFF, flags)
    return text if isinstance(text, int) else _write_seq(around, m, text)


def _name(around: Surroundings, btf: Btf, dentry: _Object) -> bytes:
    text = around.memory.read_str(dentry.get("d_name.name"), 256, user=False)
    return text or b""


def _path_of(around: Surroundings, btf: Btf, address: int) -> bytes | int:
    """Walk from a path's dentry up to the root of its mounts."""
    path = _Object(around, btf, "path", address)
    mount_at = path.get("mnt") - btf.field("mount", "mnt").offset
    mount = _Object(around, btf, "mount", mount_at) if path.get("mnt") else None
    dentry = _Object(around, btf, "dentry", path.get("dentry"))
    text = b""
    for _ in range(_MAX_DEPTH):
        parent = dentry.get("d_parent")
        is_root = parent in (0, dentry.address)
        if is_root or (mount is not None and dentry.address == mount.get("mnt.mnt_root")):
            above = mount.get("mnt_parent") if mount is not None else 0
            if mount is None or above in (0, mount.address):
                return text or b"/"
            dentry = _Object(around, btf, "dentry", mount.get("mnt_mountpoint"))
            mount = _Object(around, btf, "mount", above)
            continue
        text = b"/" + _name(around, btf, dentry) + text
        dentry = _Object(around, btf, "dentry", parent)
    return -E2BIG


@in_python(147)
def _d_path(run: int, around: Surroundings) -> int:
    _, path, buf, size, _, _ = registers(run)
    size &= 0xFFFFFFFF
    if not size:
        return 0
    if around.btf is None or around.memory.read(path, 16) is None:
        return -EINVAL
    text = _path_of(around, around.btf, path)
    if isinstance(text, int) or len(text) >= size:
        return -ENAMETOOLONG
    if not is_mapped(around.memory.kernel.table, signed_address(buf), size):
        return -EFAULT
    around.memory.kernel.write(buf, text + b"\0")
    return len(text) + 1
