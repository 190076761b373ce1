"""A program for the verifier as it is being written: assembler text, maps, functions.

A *statement* is a function that adds a few lines. It relies on what
`tests.verifier_programs.generate` sets up, and leaves it so: R6 the context, R7 a scalar, R8 a
scalar, R10 the frame. R9 and R0 to R5 are its own. Where something can be done rightly or wrongly
it asks `Draft.one`.

**Rule:** a statement jumps only to labels that it places itself, or to ``out``, the exit.

**Not modelled:** nothing of the kernel; this is test equipment.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from tests.verifier_programs.kinds import Kind
from tests.verifier_programs.map_specs import MAP_SPECS

__all__ = ["Draft", "Statement"]

T = TypeVar("T")


class Draft:
    """Assembler text so far.

    Attributes:
        is_long: Whether it may take a million instructions; then its log is kept short.
        wrong: Of a thousand choices, how many are wrong ones.
        functions: Subprograms, written after the exit.
        kfuncs: Kernel functions by the number that ``call kfunc#N`` has.
        ksyms: Kernel variables by the number that ``ld_pseudo r, 3, N`` has.
    """

    def __init__(self, draw: random.Random, kind: Kind, wrong: int) -> None:
        self.draw = draw
        self.kind = kind
        self.wrong = wrong
        self.lines: list[str] = []
        self.functions: list[str] = []
        self.kfuncs: list[str] = []
        self.ksyms: list[str] = []
        self.map_names: list[str] = []
        self.needs_func_info = False
        self.is_long = False
        self._nr_labels = 0

    # --- choices --------------------------------------------------------------------------
    def chance(self, nr: int, of: int) -> bool:
        """Return True *nr* times in *of*."""
        return self.draw.randrange(of) < nr

    def errs(self) -> bool:
        """Say whether the next thing is to be wrong."""
        return self.draw.randrange(1000) < self.wrong

    def one(self, right: Sequence[T], wrong: Sequence[T] = ()) -> T:
        """Return one of *right*; at times one of *wrong*."""
        if wrong and self.errs():
            return self.draw.choice(wrong)
        return self.draw.choice(right)

    # --- text -----------------------------------------------------------------------------
    def add(self, *lines: str) -> None:
        """Add lines."""
        self.lines.extend(line.replace("- -", "+ ").replace("+ -", "- ") for line in lines)

    def label(self) -> str:
        """Return a label that is nowhere yet."""
        self._nr_labels += 1
        return f"L{self._nr_labels}"

    def place(self, label: str) -> None:
        """Put a label before the next instruction."""
        self.lines.append(f"{label}:")

    def text_of(self, write: Callable[[], None]) -> str:
        """Return what *write* adds, without adding it."""
        kept, self.lines = self.lines, []
        write()
        written, self.lines = self.lines, kept
        return "\n".join(written)

    def function(self, write: Callable[[], None]) -> str:
        """Add a subprogram that *write* writes, and return its label."""
        name = self.label()
        self.functions.append(f"{name}:\n" + self.text_of(write))
        return name

    # --- maps, kernel functions -----------------------------------------------------------
    def map(self, name: str) -> int:
        """Return the index of a map of `MAP_SPECS`, which the program has from then on."""
        inner = MAP_SPECS[name].get("inner")
        if inner is not None:
            self.map(str(inner))
        if name not in self.map_names:
            self.map_names.append(name)
        return self.map_names.index(name)

    def load_map(self, reg: int, name: str) -> None:
        """Put a map's address into a register."""
        self.add(f"ld_pseudo r{reg}, 1, {self.map(name)}, 0")

    def load_value(self, reg: int, name: str, off: int = 0) -> None:
        """Put the address of an array's value into a register."""
        self.add(f"ld_pseudo r{reg}, 2, {self.map(name)}, {off}")

    def load_function(self, reg: int, label: str) -> None:
        """Put the address of a subprogram into a register."""
        self.needs_func_info = not self.errs()
        self.add(f"ld_function r{reg}, {label}")

    def call(self, helper: str) -> None:
        """Call a helper by name."""
        self.add(f"call {helper}")

    def call_kfunc(self, name: str) -> None:
        """Call a kernel function."""
        if name not in self.kfuncs:
            self.kfuncs.append(name)
        self.add(f"call kfunc#{self.kfuncs.index(name)}")

    def load_ksym(self, reg: int, name: str) -> None:
        """Put the address of a kernel variable into a register."""
        if name not in self.ksyms:
            self.ksyms.append(name)
        self.add(f"ld_pseudo r{reg}, 3, {self.ksyms.index(name)}, 0")


Statement = Callable[[Draft], None]
