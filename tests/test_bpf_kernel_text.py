"""Helpers that write kernel objects as text, and that find symbols and types by name."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator

import pytest

from sim.base.errors import BtfError
from sim.bpf.asm import assemble
from sim.bpf.btf_show import show
from sim.bpf.btf_types import BtfKind
from sim.bpf.printf import hashed_pointer
from sim.bpf.region import DIRECT_MAP_BASE, signed_address
from sim.bpf.vm import Vm
from sim.kernel.types.kernel_types import kernel_types
from tests.record_btf_show import OBJECTS, PATH, cases, type_id

EFAULT, EINVAL, ENOENT, EBADF, ENAMETOOLONG, EOVERFLOW = -14, -22, -2, -9, -36, -75
TYPES = kernel_types("6.1")
ANSWERS = json.loads(PATH.read_text(encoding="utf-8"))


class Machine(Vm):
    """A machine that knows the types of 6.1 and one function."""

    def __init__(self) -> None:
        super().__init__("interp")
        self.btf = TYPES.btf

    def address_of(self, name: str) -> int:
        return 0xFFFFFFFF81000100 if name == "vfs_read" else 0

    def put(self, data: bytes) -> int:
        """Put bytes into kernel memory."""
        at = self.kernel.alloc(DIRECT_MAP_BASE, max(len(data), 1), 8)
        self.kernel.write(at, data)
        return at

    def object(self, name: str, **members: int) -> int:
        """Make a struct; two underscores in a member's name stand for a dot."""
        at = self.put(bytes(TYPES.sizeof(f"struct {name}")))
        for member, value in members.items():
            self.set(name, at, member.replace("__", "."), value)
        return at

    def set(self, name: str, at: int, path: str, value: int) -> None:
        size = TYPES.sizeof_member(f"struct {name}", path)
        self.kernel.write(
            at + TYPES.offsetof(f"struct {name}", path), value.to_bytes(8, "little")[:size]
        )

    def get(self, name: str, at: int, path: str) -> int:
        size = TYPES.sizeof_member(f"struct {name}", path)
        return int.from_bytes(
            self.kernel.read(at + TYPES.offsetof(f"struct {name}", path), size), "little"
        )

    def call(self, helper: int, *args: int) -> int:
        """Call a helper; return what it returns, signed."""
        loads = [f"r{i} = {signed_address(a)} ll" for i, a in enumerate(args, 1)]
        return signed_address(
            self.test_run(assemble("\n".join([*loads, f"call {helper}", "exit"]))).r0
        )


@pytest.fixture
def machine() -> Iterator[Machine]:
    with Machine() as made:
        yield made


# --- objects by their types -----------------------------------------------------------------------
def test_every_case_has_an_answer() -> None:
    assert [tuple(row[:3]) for row in ANSWERS] == list(cases())


@pytest.mark.parametrize("name", list(dict.fromkeys(row[0] for row in ANSWERS)))
def test_an_object_is_shown_as_the_kernel_shows_it(name: str) -> None:
    try:
        number = type_id(TYPES.btf, name)
    except BtfError:
        pytest.skip(f"the simulated kernel does not declare {name}")
    for _, which, flags, length, text in (row for row in ANSWERS if row[0] == name):
        data = OBJECTS[which][: TYPES.btf.sizeof(number)]
        assert show(TYPES.btf, number, data, flags) == text, (which, flags)
        assert length == len(text)


def _btf_ptr(machine: Machine, name: str, at: int) -> int:
    return machine.put(struct.pack("<QII", at, type_id(TYPES.btf, name), 0))


def test_the_text_is_cut_to_the_buffer_and_its_length_told(machine: Machine) -> None:
    text = b"(struct timespec64){.tv_sec = (time64_t)1,}"
    ptr = _btf_ptr(machine, "struct timespec64", machine.put(struct.pack("<qq", 1, 0)))
    out = machine.put(bytes(64))
    assert machine.call(149, out, 64, ptr, 16, 1) == len(text)
    assert machine.kernel.read(out, 64).rstrip(b"\0") == text
    assert machine.call(149, out, 8, ptr, 16, 1) == len(text)
    assert machine.kernel.read(out, 9) == text[:7] + b"\0" + text[8:9]


def test_objects_that_cannot_be_shown(machine: Machine) -> None:
    out = machine.put(bytes(64))
    good = _btf_ptr(machine, "int", machine.put(bytes(8)))
    assert [machine.call(149, out, 64, good, 16, flags) for flags in (0, 16)] == [7, EINVAL]
    assert machine.call(149, out, 64, good, 8, 0) == EINVAL
    assert machine.call(149, out, 64, machine.put(struct.pack("<QII", out, 0, 0)), 16, 0) == EINVAL
    far = machine.put(struct.pack("<QII", out, 1 << 30, 0))
    assert machine.call(149, out, 64, far, 16, 0) == ENOENT
    assert machine.call(149, out, 64, _btf_ptr(machine, "int", 0), 16, 0) == EFAULT
    machine.btf = None
    assert machine.call(149, out, 64, good, 16, 0) == EINVAL


def test_pointers_are_hashed_unless_they_are_asked_for(machine: Machine) -> None:
    ptr = _btf_ptr(machine, "struct hlist_head", machine.put(struct.pack("<Q", 0x1234)))
    out = machine.put(bytes(128))
    machine.call(149, out, 128, ptr, 16, 1 | 2)
    assert machine.kernel.read(out, 128).rstrip(b"\0") == b"{0x%016x,}" % hashed_pointer(0x1234)
    machine.call(149, out, 128, ptr, 16, 1 | 2 | 4)
    assert machine.kernel.read(out, 128).rstrip(b"\0") == b"{0x%016x,}" % 0x1234


# --- files of sequences ---------------------------------------------------------------------------
def _seq(machine: Machine, size: int) -> tuple[int, int]:
    buf = machine.put(bytes(size))
    return machine.object("seq_file", buf=buf, size=size), buf


def test_data_are_appended_until_the_buffer_is_full(machine: Machine) -> None:
    m, buf = _seq(machine, 8)
    data = machine.put(b"abcd")
    assert [machine.call(127, m, data, n) for n in (4, 3, 1)] == [0, 0, EOVERFLOW]
    assert machine.kernel.read(buf, 8) == b"abcdabc\0"
    assert machine.get("seq_file", m, "count") == 8
    assert machine.call(127, m, data, 0) == EOVERFLOW


def test_text_is_formatted_into_a_sequence(machine: Machine) -> None:
    m, buf = _seq(machine, 16)
    fmt, args = machine.put(b"%d+%d\0"), machine.put(struct.pack("<QQ", 3, 4))
    assert machine.call(126, m, fmt, 6, args, 16) == 0
    assert machine.kernel.read(buf, machine.get("seq_file", m, "count")) == b"3+4"
    assert machine.call(126, m, fmt, 5, args, 16) == EINVAL
    assert machine.call(126, m, fmt, 6, args, 8) == EINVAL


def test_an_object_is_shown_in_a_sequence(machine: Machine) -> None:
    m, buf = _seq(machine, 16)
    ptr = _btf_ptr(machine, "int", machine.put(struct.pack("<i", -5)))
    assert machine.call(150, m, ptr, 16, 0) == 0
    assert machine.kernel.read(buf, machine.get("seq_file", m, "count")) == b"(int)-5\n"
    assert machine.call(150, m, ptr, 12, 0) == EINVAL


# --- paths ----------------------------------------------------------------------------------------
def _dentry(machine: Machine, name: bytes, parent: int) -> int:
    dentry = machine.object("dentry", d_name__name=machine.put(name + b"\0"))
    machine.set("dentry", dentry, "d_parent", parent or dentry)
    return dentry


@pytest.fixture
def path(machine: Machine) -> int:
    """Return /mnt/log/today, where /mnt is another file system."""
    root = _dentry(machine, b"/", 0)
    mountpoint = _dentry(machine, b"mnt", root)
    outer = machine.object("mount", mnt__mnt_root=root)
    machine.set("mount", outer, "mnt_parent", outer)
    inner_root = _dentry(machine, b"/", 0)
    inner = machine.object(
        "mount", mnt__mnt_root=inner_root, mnt_parent=outer, mnt_mountpoint=mountpoint
    )
    file = _dentry(machine, b"today", _dentry(machine, b"log", inner_root))
    mnt = inner + TYPES.offsetof("struct mount", "mnt")
    return machine.object("path", dentry=file, mnt=mnt)


def test_a_path_is_walked_up_over_mounts(machine: Machine, path: int) -> None:
    out = machine.put(b"\xee" * 32)
    assert machine.call(147, path, out, 32) == 15
    assert machine.kernel.read(out, 16) == b"/mnt/log/today\0\xee"
    assert machine.call(147, path, out, 15) == 15
    assert machine.call(147, path, out, 14) == ENAMETOOLONG
    assert machine.call(147, path, out, 0) == 0


def test_the_root_is_a_slash(machine: Machine, path: int) -> None:
    root = machine.object("path", dentry=_dentry(machine, b"/", 0))
    out = machine.put(bytes(8))
    assert machine.call(147, root, out, 8) == 2
    assert machine.kernel.read(out, 2) == b"/\0"


# --- names ----------------------------------------------------------------------------------------
def test_a_symbol_is_found_by_its_name(machine: Machine) -> None:
    name, out = machine.put(b"vfs_read\0"), machine.put(bytes(8))
    assert machine.call(179, name, 9, 0, out) == 0
    assert machine.kernel.read(out, 8) == (0xFFFFFFFF81000100).to_bytes(8, "little")
    assert machine.call(179, machine.put(b"nobody\0"), 7, 0, out) == ENOENT
    assert machine.kernel.read(out, 8) == bytes(8)
    assert [machine.call(179, name, *rest, out) for rest in ((9, 1), (8, 0), (1, 0))] == [
        EINVAL
    ] * 3


def test_a_type_is_found_by_its_name_and_kind(machine: Machine) -> None:
    name, kind = machine.put(b"task_struct\0"), int(BtfKind.STRUCT)
    assert machine.call(167, name, 12, kind, 0) == TYPES.btf.id_of("task_struct", BtfKind.STRUCT)
    assert machine.call(167, name, 12, int(BtfKind.UNION), 0) == ENOENT
    assert [machine.call(167, name, n, kind, f) for n, f in ((11, 0), (12, 1))] == [EINVAL] * 2


def test_no_descriptor_is_a_programs_to_close(machine: Machine) -> None:
    assert machine.call(168, 3) == EBADF
