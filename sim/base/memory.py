"""Reading and writing memory by host address.

The engine's tables and the simulated memory are plain byte buffers; everything compiled reaches
them through these few primitives. Addresses are host addresses held in int64; a simulated
address becomes one by `sim.bpf.region`, which confines it. Little-endian, any alignment.

**Rule:** whoever makes an address keeps its buffer alive; nothing that a run prints may depend
on an address.

**Not modelled:** caches and faults; `sim.cost` prices the first, the region checks the second.
"""

from __future__ import annotations

import ctypes
import mmap
from typing import Any

from sim.base.lowering import I8, I16, I32, I64, PLAIN, ir, lowered

__all__ = [
    "Buffer",
    "copy_bytes",
    "fill_bytes",
    "load8",
    "load16",
    "load32",
    "load64",
    "loads32",
    "store8",
    "store16",
    "store32",
    "store64",
]


class Buffer:
    """An anonymous, zeroed buffer whose pages cost nothing until touched.

    Args:
        size_bytes: Length; rounded up to a page.
    """

    def __init__(self, size_bytes: int) -> None:
        self.size_bytes = -(-size_bytes // mmap.PAGESIZE) * mmap.PAGESIZE
        flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | getattr(mmap, "MAP_NORESERVE", 0)
        self.view = mmap.mmap(-1, self.size_bytes, flags=flags)
        self._export: Any = ctypes.c_char.from_buffer(self.view)
        self.address = ctypes.addressof(self._export)

    def close(self) -> None:
        """Give the memory back; no address into it may be used afterwards."""
        self._export = None
        self.view.close()


def load8(address: int) -> int:
    """Return the byte at *address*, zero-extended."""
    return ctypes.c_uint8.from_address(address).value


def load16(address: int) -> int:
    """Return the 16-bit word at *address*, zero-extended."""
    return ctypes.c_uint16.from_address(address).value


def load32(address: int) -> int:
    """Return the 32-bit word at *address*, zero-extended."""
    return ctypes.c_uint32.from_address(address).value


def loads32(address: int) -> int:
    """Return the 32-bit word at *address*, sign-extended."""
    return ctypes.c_int32.from_address(address).value


def load64(address: int) -> int:
    """Return the 64-bit word at *address*."""
    return ctypes.c_int64.from_address(address).value


def store8(address: int, value: int) -> None:
    """Write the lowest byte of *value*."""
    ctypes.c_uint8.from_address(address).value = value & 0xFF


def store16(address: int, value: int) -> None:
    """Write the lowest 16 bits of *value*."""
    ctypes.c_uint16.from_address(address).value = value & 0xFFFF


def store32(address: int, value: int) -> None:
    """Write the lowest 32 bits of *value*."""
    ctypes.c_uint32.from_address(address).value = value & 0xFFFFFFFF


def store64(address: int, value: int) -> None:
    """Write the 64-bit word *value*."""
    ctypes.c_int64.from_address(address).value = value


def copy_bytes(dst: int, src: int, nr_bytes: int) -> None:
    """Copy *nr_bytes* from *src* to *dst*; the ranges may overlap."""
    ctypes.memmove(dst, src, nr_bytes)


def fill_bytes(dst: int, byte: int, nr_bytes: int) -> None:
    """Set *nr_bytes* at *dst* to *byte*."""
    ctypes.memset(dst, byte & 0xFF, nr_bytes)


def _loader(function: Any, width: Any, signed: bool = False) -> None:
    @lowered(function, 1)
    def _emit(b: Any, address: Any) -> Any:
        value = b.load(b.inttoptr(address, width.as_pointer()), align=1)
        if width is I64:
            return value
        return b.sext(value, I64) if signed else b.zext(value, I64)


def _storer(function: Any, width: Any) -> None:
    @lowered(function, 2, "void")
    def _emit(b: Any, address: Any, value: Any) -> None:
        narrow = value if width is I64 else b.trunc(value, width)
        b.store(narrow, b.inttoptr(address, width.as_pointer()), align=1)


if not PLAIN:
    for _function, _width in ((load8, I8), (load16, I16), (load32, I32), (load64, I64)):
        _loader(_function, _width)
    _loader(loads32, I32, signed=True)
    for _store, _width in ((store8, I8), (store16, I16), (store32, I32), (store64, I64)):
        _storer(_store, _width)

    @lowered(copy_bytes, 3, "void")
    def _copy_bytes(b: Any, dst: Any, src: Any, nr_bytes: Any) -> None:
        p8 = I8.as_pointer()
        fn = b.module.declare_intrinsic("llvm.memmove", [p8, p8, I64])
        no = ir.Constant(ir.IntType(1), 0)
        b.call(fn, [b.inttoptr(dst, p8), b.inttoptr(src, p8), nr_bytes, no])

    @lowered(fill_bytes, 3, "void")
    def _fill_bytes(b: Any, dst: Any, byte: Any, nr_bytes: Any) -> None:
        p8 = I8.as_pointer()
        fn = b.module.declare_intrinsic("llvm.memset", [p8, I64])
        no = ir.Constant(ir.IntType(1), 0)
        b.call(fn, [b.inttoptr(dst, p8), b.trunc(byte, I8), nr_bytes, no])
