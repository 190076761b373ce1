"""Kernel objects in simulated memory: tasks, files, disks.

They are laid out by the kernel version's types, so that programs that follow pointers find what
is really there.

**Rule:** an object's fields are written once, when it is made.

**Not modelled:** objects that come and go (files are made before the run and shared by their
openers); fields that no member of `sim.kernel.types` names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.base.errors import BtfError
from sim.bpf.region import DIRECT_MAP_BASE, USER_BASE, VMEMMAP_BASE, Region
from sim.kernel.types.kernel_types import KernelTypes

__all__ = ["FileObject", "Objects"]

_POINTER_BYTES = 8
# PROC_PID_INIT_INO; the second one given out, behind the network's
PID_NS_INUM, MNT_NS_INUM = 0xEFFFFFFC, 0xF0000001


@dataclass(frozen=True)
class FileObject:
    """A file that the workload opens: simulated addresses of what stands for it."""

    file: int
    dentry: int
    inode: int
    path: int
    filename: int
    missing_filename: int
    size_bytes: int
    iocb: int


class Objects:
    """Makes kernel objects.

    Args:
        types: The kernel version's types.
        kernel: Kernel memory.
        user: User memory.
    """

    def __init__(self, types: KernelTypes, kernel: Region, user: Region) -> None:
        self.types = types
        self.kernel = kernel
        self.user = user
        self.named: dict[str, int] = {}
        self.arrays: dict[str, tuple[int, int]] = {}
        self._pid_ns = self.new("pid_namespace")
        self.put("pid_namespace", self._pid_ns, "ns.inum", PID_NS_INUM)
        self._nsproxy = self.new("nsproxy")
        mnt_ns = self.new("mnt_namespace")
        self.put("mnt_namespace", mnt_ns, "ns.inum", MNT_NS_INUM)
        self.put("nsproxy", self._nsproxy, "mnt_ns", mnt_ns)
        self.put("nsproxy", self._nsproxy, "pid_ns_for_children", self._pid_ns)
        self._super_block = self.new("super_block")
        self.put("super_block", self._super_block, "s_dev", 8 << 20)
        self._root = self._dentry("/", 0, 2)

    def new(self, struct: str) -> int:
        """Return the address of a zeroed struct."""
        return self.kernel.alloc(DIRECT_MAP_BASE, self.types.sizeof(f"struct {struct}"), 64)

    def make(self, wanted: Mapping[str, Mapping[str, Any]]) -> None:
        """Make the objects that paths name: struct and its members' values, or an array's count.

        A value is a number, a text (kept in kernel memory where the member is a pointer), or
        ``@NAME``, the address of an object made before.
        """
        for name, spec in wanted.items():
            struct, count = spec["struct"], spec.get("count", 0)
            if count:
                size = self.types.sizeof(f"struct {struct}")
                self.named[name] = self.kernel.alloc(VMEMMAP_BASE, size * count, 64)
                self.arrays[name] = size, count
                continue
            address = self.named[name] = self.new(struct)
            for member, value in (spec.get("set") or {}).items():
                if isinstance(value, int):
                    self.put(struct, address, member, value)
                elif value.startswith("@"):
                    self.put(struct, address, member, self.named[value[1:]])
                elif self.types.sizeof_member(f"struct {struct}", member) == _POINTER_BYTES:
                    self.put(struct, address, member, self.text(value))
                else:
                    self.put_bytes(struct, address, member, value.encode())

    def text(self, value: str) -> int:
        """Put a string into kernel memory and return its address."""
        data = value.encode() + b"\0"
        address = self.kernel.alloc(DIRECT_MAP_BASE, len(data), 8)
        self.kernel.write(address, data)
        return address

    def put(self, struct: str, address: int, member: str, value: int) -> None:
        """Write a member (an integer or a pointer)."""
        member_of = f"struct {struct}"
        offset = self.types.offsetof(member_of, member)
        size = self.types.sizeof_member(member_of, member)
        data = (value & ((1 << (8 * size)) - 1)).to_bytes(size, "little")
        self.kernel.write(address + offset, data)

    def put_bytes(self, struct: str, address: int, member: str, data: bytes) -> None:
        """Write a member that is an array of characters, zero-padded."""
        member_of = f"struct {struct}"
        size = self.types.sizeof_member(member_of, member)
        text = data[: size - 1]
        offset = self.types.offsetof(member_of, member)
        self.kernel.write(address + offset, text + bytes(size - len(text)))

    def offset(self, struct: str, member: str) -> int:
        """Return where in a struct a member starts."""
        return self.types.offsetof(f"struct {struct}", member)

    def bit_offset(self, struct: str, member: str) -> int:
        """Return where in a struct a member starts, in bits; −1 if the kernel has no such."""
        try:
            return self.types.member(f"struct {struct}", member).bit_off
        except BtfError:
            return -1

    def task(self, pid: int, tgid: int, comm: str, uid: int, parent: int, start_ns: int = 0) -> int:
        """Make a task_struct and return its address; *parent* 0 makes it its own parent."""
        address = self.new("task_struct")
        self.put("task_struct", address, "pid", pid)
        self.put("task_struct", address, "tgid", tgid)
        self.put("task_struct", address, "real_parent", parent or address)
        self.put("task_struct", address, "parent", parent or address)
        self.put("task_struct", address, "group_leader", address)
        self.put("task_struct", address, "start_time", start_ns)
        self.put("task_struct", address, "prio", 120)
        self.put_bytes("task_struct", address, "comm", comm.encode())
        cred = self.new("cred")
        for member in ("uid", "gid", "euid", "egid"):
            self.put("cred", cred, member, uid)
        self.put("task_struct", address, "cred", cred)
        self.put("task_struct", address, "real_cred", cred)
        number = self.new("pid")
        self.put("pid", number, "numbers[0].nr", pid)
        self.put("pid", number, "numbers[0].ns", self._pid_ns)
        self.put("task_struct", address, "thread_pid", number)
        self.put("task_struct", address, "nsproxy", self._nsproxy)
        return address

    def upid_of(self, task: int) -> int:
        """Return where a task's number in its struct pid is."""
        at = task + self.offset("task_struct", "thread_pid")
        pid = int.from_bytes(self.kernel.read(at, 8), "little")
        return pid + self.offset("pid", "numbers[0].nr")

    def user_string(self, text: str) -> int:
        """Put a string into user memory and return its address."""
        data = text.encode() + b"\0"
        address = self.user.alloc(USER_BASE, len(data), 8)
        self.user.write(address, data)
        return address

    def _dentry(self, name: str, parent: int, inode_number: int) -> int:
        inode = self.new("inode")
        self.put("inode", inode, "i_ino", inode_number)
        self.put("inode", inode, "i_mode", 0o100644)
        self.put("inode", inode, "i_sb", self._super_block)
        dentry = self.new("dentry")
        self.put("dentry", dentry, "d_parent", parent or dentry)
        self.put("dentry", dentry, "d_inode", inode)
        self.put("dentry", dentry, "d_name.name", self.text(name))
        self.put("dentry", dentry, "d_name.len", len(name.encode()))
        return dentry

    def file(self, path: str, inode_number: int, size_bytes: int) -> FileObject:
        """Make an open file with its dentry and inode, and its name in user memory."""
        dentry = self._dentry(path.rsplit("/", 1)[-1], self._root, inode_number)
        offset = self.offset("dentry", "d_inode")
        inode = int.from_bytes(self.kernel.read(dentry + offset, 8), "little")
        self.put("inode", inode, "i_size", size_bytes)
        file = self.new("file")
        self.put("file", file, "f_path.dentry", dentry)
        self.put("file", file, "f_inode", inode)
        self.put("file", file, "f_mode", 0x1D)
        name = self.user_string(path)
        missing = self.user_string(path + ".gone")
        path_address = file + self.offset("file", "f_path")
        iocb = self.new("kiocb")
        self.put("kiocb", iocb, "ki_filp", file)
        return FileObject(file, dentry, inode, path_address, name, missing, size_bytes, iocb)

    def disk(self, name: str, number: int) -> tuple[int, int, int]:
        """Make a disk; return its request queue, its gendisk and its dev_t."""
        queue, gendisk = self.new("request_queue"), self.new("gendisk")
        self.put("request_queue", queue, "disk", gendisk)
        self.put("gendisk", gendisk, "major", 8)
        self.put("gendisk", gendisk, "first_minor", 16 * number)
        self.put("gendisk", gendisk, "queue", queue)
        self.put_bytes("gendisk", gendisk, "disk_name", name.encode())
        return queue, gendisk, 8 << 20 | 16 * number

    def request(self, queue: int, disk: int) -> int:
        """Make a struct request of a disk's queue."""
        part = self.new("block_device")
        self.put("block_device", part, "bd_disk", disk)
        address = self.new("request")
        self.put("request", address, "q", queue)
        self.put("request", address, "part", part)
        return address
