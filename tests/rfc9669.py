"""A model of RFC 9669 in plain Python, to work out what programs of the ISA corpus must give.

It shares nothing with `sim.bpf`: it reads bytes itself and computes with unbounded integers. It is
slow and small on purpose; a reader should be able to hold it against the RFC section by section.

Memory is the bytes that R1 points at and a stack of 512 bytes a frame; helper 8 gives the CPU's
number. Whatever else a program does is a `Stop`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

__all__ = ["Slot", "Step", "Stop", "decode", "run"]

CTX = 0x1_0000_0000
STACK = 0x2_0000_0000
FRAME_BYTES = 512
MAX_FRAMES = 8
BUDGET = 1_000_000
HELPER_GET_SMP_PROCESSOR_ID = 8


class Slot(NamedTuple):
    """The fields of 8 bytes; *off* and *imm* are signed."""

    opcode: int
    dst: int
    src: int
    off: int
    imm: int


class Step(NamedTuple):
    """One executed instruction: where, its operands, and where it led."""

    at: int
    slot: Slot
    dst: int
    src: int
    next: int


class Stop(Exception):
    """The program did what the model has no answer for."""


def signed(value: int, bits: int) -> int:
    """Read the lowest *bits* of *value* as two's complement."""
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value


def decode(code: bytes) -> list[Slot]:
    """Section 3.1: opcode, registers, offset, immediate, in little-endian order."""
    return [
        Slot(
            code[i],
            code[i + 1] & 15,
            code[i + 1] >> 4,
            signed(int.from_bytes(code[i + 2 : i + 4], "little"), 16),
            signed(int.from_bytes(code[i + 4 : i + 8], "little"), 32),
        )
        for i in range(0, len(code), 8)
    ]


def _quotient(a: int, b: int) -> int:
    """Divide, towards zero; by zero gives zero."""
    if b == 0:
        return 0
    sign = -1 if (a < 0) != (b < 0) else 1
    return sign * (abs(a) // abs(b))


def _remainder(a: int, b: int) -> int:
    """The remainder has the dividend's sign; by zero gives the dividend."""
    return a if b == 0 else a - b * _quotient(a, b)


# Section 4.1, table 4: by code, what becomes of dst and src, the width at hand.
ALU: dict[int, Callable[[int, int, int], int]] = {
    0x0: lambda d, s, _: d + s,
    0x1: lambda d, s, _: d - s,
    0x2: lambda d, s, _: d * s,
    0x3: lambda d, s, _: _quotient(d, s),
    0x4: lambda d, s, _: d | s,
    0x5: lambda d, s, _: d & s,
    0x6: lambda d, s, bits: d << (s % bits),
    0x7: lambda d, s, bits: d >> (s % bits),
    0x8: lambda d, _, __: -d,
    0x9: lambda d, s, _: _remainder(d, s),
    0xA: lambda d, s, _: d ^ s,
    0xB: lambda _, s, __: s,
    0xC: lambda d, s, bits: signed(d, bits) >> (s % bits),
}

# Section 4.3, table 7: by code, whether to jump, unsigned operands and signed ones.
JUMP: dict[int, Callable[[int, int, int, int], bool]] = {
    0x1: lambda d, s, _, __: d == s,
    0x2: lambda d, s, _, __: d > s,
    0x3: lambda d, s, _, __: d >= s,
    0x4: lambda d, s, _, __: bool(d & s),
    0x5: lambda d, s, _, __: d != s,
    0x6: lambda _, __, d, s: d > s,
    0x7: lambda _, __, d, s: d >= s,
    0xA: lambda d, s, _, __: d < s,
    0xB: lambda d, s, _, __: d <= s,
    0xC: lambda _, __, d, s: d < s,
    0xD: lambda _, __, d, s: d <= s,
}

# Section 5.3: what memory becomes, by the operation in imm.
ATOMIC: dict[int, Callable[[int, int], int]] = {
    0x00: lambda old, s: old + s,
    0x40: lambda old, s: old | s,
    0x50: lambda old, s: old & s,
    0xA0: lambda old, s: old ^ s,
    0xE0: lambda _, s: s,
}
SIZE_BYTES = {0x00: 4, 0x08: 2, 0x10: 1, 0x18: 8}


class _Registers(dict[int, int]):
    """The registers that have a value; programs may read no other."""

    def __missing__(self, reg: int) -> int:
        raise Stop(f"r{reg} is read before it is written")

    def forget_arguments(self) -> None:
        """Section 2: a call leaves R1 to R5 without a value."""
        for reg in range(1, 6):
            self.pop(reg, None)


class _Machine:
    def __init__(self, memory: bytes, cpu: int) -> None:
        self.regs = _Registers()
        self.memory = bytearray(memory)
        self.stack = bytearray(MAX_FRAMES * FRAME_BYTES)
        self.calls: list[tuple[int, dict[int, int]]] = []
        self.cpu = cpu
        self.regs[1] = CTX
        self.regs[10] = STACK + len(self.stack)

    def place(self, address: int, nr_bytes: int) -> tuple[bytearray, int]:
        for base, data in ((CTX, self.memory), (STACK, self.stack)):
            if base <= address and address + nr_bytes <= base + len(data):
                return data, address - base
        raise Stop(f"no memory at {address:#x}")

    def load(self, address: int, nr_bytes: int) -> int:
        data, at = self.place(address % (1 << 64), nr_bytes)
        return int.from_bytes(data[at : at + nr_bytes], "little")

    def store(self, address: int, nr_bytes: int, value: int) -> None:
        data, at = self.place(address % (1 << 64), nr_bytes)
        data[at : at + nr_bytes] = (value % (1 << 8 * nr_bytes)).to_bytes(nr_bytes, "little")

    def alu(self, slot: Slot) -> None:
        bits = 64 if slot.opcode & 7 == 7 else 32
        code, is_register = slot.opcode >> 4, bool(slot.opcode & 8)
        dst = 0 if code == 0xB else self.regs[slot.dst] % (1 << bits)
        src = (self.regs[slot.src] if is_register else slot.imm) % (1 << bits)
        if code == 0xD:
            self.regs[slot.dst] = self.swapped(slot)
            return
        if code not in ALU:
            raise Stop(f"opcode {slot.opcode:#x}")
        if code in (0x3, 0x9) and slot.off == 1:
            dst, src = signed(dst, bits), signed(src, bits)
        if code == 0xB and slot.off:
            src = signed(src, slot.off)
        self.regs[slot.dst] = ALU[code](dst, src, bits) % (1 << bits)

    def swapped(self, slot: Slot) -> int:
        """Section 4.2: to little-endian keeps the bytes' order, here, and cuts the rest off."""
        nr_bytes = slot.imm // 8
        value = self.regs[slot.dst] % (1 << slot.imm)
        keeps = slot.opcode == 0xD4
        return int.from_bytes(value.to_bytes(nr_bytes, "little"), "little" if keeps else "big")

    def jumps(self, slot: Slot) -> bool:
        bits = 64 if slot.opcode & 7 == 5 else 32
        dst = self.regs[slot.dst] % (1 << bits)
        src = (self.regs[slot.src] if slot.opcode & 8 else slot.imm) % (1 << bits)
        if slot.opcode >> 4 not in JUMP:
            raise Stop(f"opcode {slot.opcode:#x}")
        return JUMP[slot.opcode >> 4](dst, src, signed(dst, bits), signed(src, bits))

    def access(self, slot: Slot) -> None:
        nr_bytes = SIZE_BYTES[slot.opcode & 0x18]
        cls, mode = slot.opcode & 7, slot.opcode & 0xE0
        if cls == 1 and mode in (0x60, 0x80):
            value = self.load(self.regs[slot.src] + slot.off, nr_bytes)
            value = signed(value, 8 * nr_bytes) if mode == 0x80 else value
            self.regs[slot.dst] = value % (1 << 64)
        elif cls == 2 and mode == 0x60:
            self.store(self.regs[slot.dst] + slot.off, nr_bytes, slot.imm)
        elif cls == 3 and mode == 0x60:
            self.store(self.regs[slot.dst] + slot.off, nr_bytes, self.regs[slot.src])
        elif cls == 3 and mode == 0xC0 and nr_bytes >= 4:
            self.atomic(slot, nr_bytes)
        else:
            raise Stop(f"opcode {slot.opcode:#x}")

    def atomic(self, slot: Slot, nr_bytes: int) -> None:
        address = self.regs[slot.dst] + slot.off
        old = self.load(address, nr_bytes)
        src = self.regs[slot.src]
        if slot.imm == 0xF1:
            if old == self.regs[0] % (1 << 8 * nr_bytes):
                self.store(address, nr_bytes, src)
            self.regs[0] = old
            return
        if slot.imm & ~1 not in ATOMIC or slot.imm == 0xE0:
            raise Stop(f"atomic {slot.imm:#x}")
        self.store(address, nr_bytes, ATOMIC[slot.imm & ~1](old, src))
        if slot.imm & 1:
            self.regs[slot.src] = old

    def call(self, slot: Slot, at: int) -> int:
        if slot.src == 0 and slot.imm == HELPER_GET_SMP_PROCESSOR_ID:
            self.regs.forget_arguments()
            self.regs[0] = self.cpu
            return at + 1
        if slot.src != 1:
            raise Stop(f"call {slot.imm}")
        if len(self.calls) + 1 == MAX_FRAMES:
            raise Stop("too many frames")
        saved = {reg: value for reg, value in self.regs.items() if 6 <= reg <= 9}
        self.calls.append((at + 1, saved))
        self.regs[10] -= FRAME_BYTES
        return at + 1 + slot.imm

    def exit(self) -> int | None:
        if not self.calls:
            self.regs[0]  # there must be a result
            return None
        back, saved = self.calls.pop()
        self.regs.forget_arguments()
        for reg in range(6, 10):
            self.regs.pop(reg, None)
        self.regs.update(saved)
        self.regs[10] += FRAME_BYTES
        return back

    def step(self, slots: list[Slot], at: int) -> int | None:
        """Execute the instruction at *at*; returns the next one's place, None at the end."""
        slot = slots[at]
        cls, code = slot.opcode & 7, slot.opcode >> 4
        if slot.opcode == 0x18 and slot.src == 0:
            high = slots[at + 1].imm % (1 << 32)
            self.regs[slot.dst] = high << 32 | slot.imm % (1 << 32)
            return at + 2
        if slot.opcode == 0x95:
            return self.exit()
        if slot.opcode == 0x85:
            return self.call(slot, at)
        if slot.opcode in (0x05, 0x06):
            return at + 1 + (slot.off if slot.opcode == 0x05 else slot.imm)
        if cls in (4, 7):
            self.alu(slot)
        elif cls in (5, 6) and code:
            return at + 1 + (slot.off if self.jumps(slot) else 0)
        else:
            self.access(slot)
        return at + 1


def run(
    code: bytes, memory: bytes = b"", cpu: int = 0, trace: list[Step] | None = None
) -> tuple[int, bytes]:
    """Run a program; returns R0 and the memory.

    Raises:
        Stop: It does what the model has no answer for.
    """
    slots = decode(code)
    machine = _Machine(memory, cpu)
    at: int | None = 0
    for _ in range(BUDGET):
        slot = slots[at]
        dst, src = machine.regs.get(slot.dst, 0), machine.regs.get(slot.src, 0)
        after = machine.step(slots, at)
        if trace is not None:
            trace.append(Step(at, slot, dst, src, -1 if after is None else after))
        if after is None:
            return machine.regs[0], bytes(machine.memory)
        at = after
    raise Stop("no end")
