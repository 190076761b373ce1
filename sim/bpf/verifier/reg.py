"""A register (or spilled register) as the verifier sees it.

Answers to ``struct bpf_reg_state`` in ``include/linux/bpf_verifier.h``.

**Rule:** a `Reg` that sits in a state is never changed: make a `copy`, change that, and put it in
its place. So states share registers, and one that is the same object is equal. Whether a register
was read or written (liveness) is kept apart, in `sim.bpf.verifier.state.Mark`.

**Not modelled:** which instruction defined a register's 32 high bits (``subreg_def``), which no
message shows.
"""

from __future__ import annotations

from sim.bpf.btf import Btf
from sim.bpf.verifier.bounds import UNKNOWN, ZERO, Bounds, known
from sim.bpf.verifier.spec import Map
from sim.bpf.verifier.types import NOT_INIT, SCALAR_VALUE

__all__ = ["ADD_CONST", "NOT_INIT_REG", "UNKNOWN_REG", "Reg", "const_reg", "unknown_reg"]

#: Of an `id`: the number is that of the others that share it, plus `off`.
ADD_CONST = 1 << 31


class Reg:
    """A register.

    Attributes:
        type: `sim.bpf.verifier.types`, with flags.
        off: Constant part of a pointer's offset; how far a number is from those it is linked to.
        bounds: A number's value, or the variable part of a pointer's offset.
        id: Shared by copies of a pointer that may be NULL, of a packet pointer, of a number.
        ref_obj_id: The reference that a pointer stands for.
        range: Bytes behind a packet pointer that were compared with the packet's end.
        map: Of map pointers, values and keys.
        map_uid: Tells apart values of inner maps.
        btf, btf_id: What a BTF-typed pointer points to.
        mem_size: Bytes behind a ``PTR_TO_MEM``.
        dynptr: Type of the dynptr in a stack slot, or that a pointer points to (0: none).
        first_slot: Whether a stack slot is the first of a dynptr's two.
        dynptr_id: The dynptr that memory is a slice of, or that a slot is part of.
        subprogno: Of a ``PTR_TO_FUNC``.
        frameno: Frame of a stack pointer.
        precise: Whether its exact value mattered for what was accepted behind it.
    """

    __slots__ = (
        "bounds",
        "btf",
        "btf_id",
        "dynptr",
        "dynptr_id",
        "first_slot",
        "frameno",
        "id",
        "map",
        "map_uid",
        "mem_size",
        "off",
        "precise",
        "range",
        "ref_obj_id",
        "subprogno",
        "type",
    )

    def __init__(self, kind: int = NOT_INIT, bounds: Bounds = ZERO) -> None:
        self.type = kind
        self.off = 0
        self.bounds = bounds
        self.id = 0
        self.ref_obj_id = 0
        self.range = 0
        self.map: Map | None = None
        self.map_uid = 0
        self.btf: Btf | None = None
        self.btf_id = 0
        self.mem_size = 0
        self.dynptr = 0
        self.dynptr_id = 0
        self.first_slot = False
        self.subprogno = 0
        self.frameno = 0
        self.precise = False

    def copy(self) -> Reg:
        """Return a copy to change."""
        new = Reg.__new__(Reg)
        new.type = self.type
        new.off = self.off
        new.bounds = self.bounds
        new.id = self.id
        new.ref_obj_id = self.ref_obj_id
        new.range = self.range
        new.map = self.map
        new.map_uid = self.map_uid
        new.btf = self.btf
        new.btf_id = self.btf_id
        new.mem_size = self.mem_size
        new.dynptr = self.dynptr
        new.dynptr_id = self.dynptr_id
        new.first_slot = self.first_slot
        new.subprogno = self.subprogno
        new.frameno = self.frameno
        new.precise = self.precise
        return new

    def with_precise(self, precise: bool) -> Reg:
        """Return the register with its precision mark as asked for."""
        if self.precise == precise:
            return self
        new = self.copy()
        new.precise = precise
        return new

    def same_object(self, other: Reg) -> bool:
        """Say whether type, offset and what is pointed to are the same."""
        return (
            self.type == other.type
            and self.off == other.off
            and self.range == other.range
            and self.map is other.map
            and self.map_uid == other.map_uid
            and self.btf is other.btf
            and self.btf_id == other.btf_id
            and self.mem_size == other.mem_size
            and self.dynptr == other.dynptr
            and self.dynptr_id == other.dynptr_id
            and self.first_slot == other.first_slot
            and self.subprogno == other.subprogno
        )

    def same(self, other: Reg) -> bool:
        """Say whether all is the same but frame and precision."""
        return self is other or (
            self.id == other.id
            and self.ref_obj_id == other.ref_obj_id
            and self.bounds == other.bounds
            and self.same_object(other)
        )


#: What nobody has written.
NOT_INIT_REG = Reg()
#: A number of which nothing is known.
UNKNOWN_REG = Reg(SCALAR_VALUE, UNKNOWN)
_PRECISE_UNKNOWN = UNKNOWN_REG.with_precise(True)


def unknown_reg(*, precise: bool = False) -> Reg:
    """Return a number of which nothing is known."""
    return _PRECISE_UNKNOWN if precise else UNKNOWN_REG


def const_reg(value: int, *, precise: bool = False) -> Reg:
    """Return a number that is known."""
    reg = Reg(SCALAR_VALUE, known(value))
    reg.precise = precise
    return reg
