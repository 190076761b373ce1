"""Text of LLVM IR, built line by line.

Text, because LLVM parses it faster than Python builds objects for it. Registers and counters are
stack slots here; LLVM's SROA makes SSA values of them.

**Rule:** a value is its name (``%5``) or a number as text; the type is in the operation.

**Not modelled:** nothing of BPF; this is plumbing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["Ir"]


class Ir:
    """One function's text."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._nr_values = 0
        self._nr_labels = 0

    def value(self, operation: str) -> str:
        """Add an operation that gives a value; return its name."""
        self._nr_values += 1
        name = f"%v{self._nr_values}"
        self.lines.append(f"  {name} = {operation}")
        return name

    def do(self, operation: str) -> None:
        """Add an operation without a value."""
        self.lines.append("  " + operation)

    def label(self, name: str) -> None:
        """Begin a block."""
        self.lines.append(name + ":")

    def new_label(self, stem: str) -> str:
        """Return a label that nobody has yet."""
        self._nr_labels += 1
        return f"{stem}.{self._nr_labels}"

    def get(self, slot: str) -> str:
        """Load a stack slot."""
        return self.value(f"load i64, ptr %{slot}")

    def set(self, slot: str, value: str) -> None:
        """Store into a stack slot."""
        self.do(f"store i64 {value}, ptr %{slot}")

    def at(self, pointer: str, offset: int | str) -> str:
        """Return a pointer some bytes on."""
        return self.value(f"getelementptr i8, ptr {pointer}, i64 {offset}")

    def load(self, pointer: str, offset: int | str, width: int = 64) -> str:
        """Load *width* bits, as they are."""
        return self.value(f"load i{width}, ptr {self.at(pointer, offset)}, align 1")

    def store(self, pointer: str, offset: int | str, value: str, width: int = 64) -> None:
        """Store *width* bits."""
        self.do(f"store i{width} {value}, ptr {self.at(pointer, offset)}, align 1")

    def add(self, pointer: str, offset: int, value: str) -> None:
        """Add to a 64-bit word in memory."""
        at = self.at(pointer, offset)
        old = self.value(f"load i64, ptr {at}, align 1")
        new = self.value(f"add i64 {old}, {value}")
        self.do(f"store i64 {new}, ptr {at}, align 1")

    def call(self, address: int, args: Sequence[str]) -> str:
        """Call a native function of int64 by its address."""
        types = ", ".join(f"i64 {arg}" for arg in args)
        return self.value(f"call i64 inttoptr (i64 {address} to ptr)({types})")

    def jump(self, label: str) -> None:
        """End the block with a jump."""
        self.do(f"br label %{label}")

    def branch(self, condition: str, yes: str, no: str) -> None:
        """End the block with a choice."""
        self.do(f"br i1 {condition}, label %{yes}, label %{no}")

    def switch(self, value: str, otherwise: str, cases: Mapping[int, str]) -> None:
        """End the block with a choice by number."""
        rows = " ".join(f"i64 {number}, label %{label}" for number, label in cases.items())
        self.do(f"switch i64 {value}, label %{otherwise} [{rows}]")
