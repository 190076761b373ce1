"""The BPF machine's speed: interpreter, JIT, and the same loops in C, compiled by clang -O2.

Four programs: an ALU loop of 6 instructions, a load/store loop over 4 KiB (5 instructions a
cell), a loop of 4 instructions that calls a trivial helper, and a program of 10 instructions
that is called again and again. All three ways run in the same rounds; figures are medians in CPU
time of this process. In C an instruction of the BPF loop is counted, whatever clang made of it.

    python -m tests.bench.programs [--rounds N] [--share F]
"""

from __future__ import annotations

import argparse
import ctypes
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sim.base.compile import compiled
from sim.base.memory import load64
from sim.bpf import run_state as r
from sim.bpf.asm import assemble
from sim.bpf.jit import entry_of
from sim.bpf.program import ENGINES, Code, reset_run, run_program, start_run
from sim.bpf.region import DIRECT_MAP_BASE, signed_address
from tests.vm import Vm

__all__ = ["main"]

CELLS = 512
SIZES = (10, 100, 1000, 6000)
BUDGET = 1 << 60


@dataclass(frozen=True)
class Loop:
    """A program, how many instructions a round has, and how many rounds."""

    name: str
    nr_insns: int
    rounds: int
    text: str
    c: str
    calls: bool = False


LOOPS = (
    Loop(
        "ALU loop",
        6,
        10_000_000,
        """
        r1 = {rounds}
        r0 = 1
        r2 = 3
        r3 = 5
        again:
        r0 += r2
        r0 ^= r3
        r2 += 7
        r3 -= r1
        r1 += -1
        if r1 != 0 goto again
        exit
        """,
        """
        uint64_t r0 = 1, r2 = 3, r3 = 5;
        for (uint64_t r1 = rounds; r1; r1--) { r0 += r2; r0 ^= r3; r2 += 7; r3 -= r1; }
        return r0;
        """,
    ),
    Loop(
        "4 KiB loop",
        5 * CELLS,
        20_000,
        """
        r6 = r1
        r7 = {rounds}
        outer:
        r1 = r6
        r2 = r6
        r2 += 4096
        again:
        r3 = *(u64 *)(r1 + 0)
        r3 += 1
        *(u64 *)(r1 + 0) = r3
        r1 += 8
        if r1 != r2 goto again
        r7 += -1
        if r7 != 0 goto outer
        r0 = 0
        exit
        """,
        """
        for (uint64_t r7 = rounds; r7; r7--) {
          for (uint64_t *r1 = mem, *r2 = mem + 512; r1 != r2; r1++) *r1 += 1;
          __asm__ volatile("" ::: "memory");
        }
        return 0;
        """,
    ),
    Loop(
        "helper loop",
        4,
        10_000_000,
        """
        r6 = {rounds}
        r7 = 0
        again:
        call 8
        r7 += r0
        r6 += -1
        if r6 != 0 goto again
        r0 = r7
        exit
        """,
        """
        uint64_t r7 = 0;
        for (uint64_t r6 = rounds; r6; r6--) r7 += helper(mem);
        return r7;
        """,
    ),
    Loop(
        "10 insns, called",
        10,
        10_000_000,
        """
        r2 = *(u32 *)(r1 + 0)
        r3 = *(u64 *)(r1 + 8)
        r2 <<= 3
        r2 += r3
        r4 = r2
        r4 >>= 7
        r2 ^= r4
        *(u64 *)(r1 + 16) = r2
        r0 = 0
        exit
        """,
        """
        for (uint64_t i = rounds; i; i--) called(mem);
        return 0;
        """,
        calls=True,
    ),
)

C_HEAD = """
#include <stdint.h>
static uint64_t cpu;
static __attribute__((noinline)) uint64_t helper_body(uint64_t *mem) {
  __asm__ volatile("" ::: "memory");
  return cpu;
}
static uint64_t called_body(uint64_t *mem) {
  uint64_t r2 = ((uint64_t)*(uint32_t *)mem << 3) + mem[1];
  mem[2] = r2 ^ (r2 >> 7);
  return 0;
}
static uint64_t (*volatile helper)(uint64_t *) = helper_body;
static uint64_t (*volatile called)(uint64_t *) = called_body;
"""


@compiled("int64(int64,int64,int64,int64)", python=True)
def call_again(run: int, program: int, ctx: int, rounds: int) -> int:
    """Start and run a program *rounds* times; return how often it did not exit."""
    bad = 0
    for _ in range(rounds):
        start_run(run, program, ctx)
        if run_program(run) != 0:
            bad += 1
    return bad


class Subject:
    """One loop in one engine."""

    def __init__(self, loop: Loop, engine: str, share: float) -> None:
        self.rounds = max(int(loop.rounds * share), 1)
        self.loop = loop
        self.vm = Vm(engine=engine)
        self.memory = self.vm.region.alloc(DIRECT_MAP_BASE, 8 * CELLS, 4096)
        self.code = Code(assemble(loop.text.format(rounds=self.rounds)), engine)
        self.vm.put(r.R_BUDGET, BUDGET)
        reset_run(self.vm.run)

    def ns_per_insn(self) -> float:
        """Run once and return the CPU time an instruction took, ns."""
        run, ctx = self.vm.run, signed_address(self.memory)
        rounds = self.rounds if self.loop.calls else 1
        began = time.process_time_ns()
        bad = call_again(run, self.code.address, ctx, rounds)
        spent = time.process_time_ns() - began
        assert bad == 0
        assert load64(run + r.R_LEFT) < BUDGET
        return spent / (self.rounds * self.loop.nr_insns)


def _native() -> ctypes.CDLL:
    """Compile all loops with clang -O2."""
    parts = [C_HEAD]
    for i, loop in enumerate(LOOPS):
        parts.append(f"uint64_t loop{i}(uint64_t *mem, uint64_t rounds) {{{loop.c}}}")
    with tempfile.TemporaryDirectory(prefix="bpfsim-bench-") as folder:
        source, library = Path(folder) / "loops.c", Path(folder) / "loops.so"
        source.write_text("\n".join(parts))
        command = [sys.executable, "-m", "ziglang", "cc", "-O2", "-shared", "-fPIC"]
        subprocess.run([*command, "-o", str(library), str(source)], check=True)
        return ctypes.CDLL(str(library))


class Native:
    """One loop in C."""

    def __init__(self, library: ctypes.CDLL, index: int) -> None:
        self.loop = LOOPS[index]
        self._call = library[f"loop{index}"]
        self._call.argtypes = [ctypes.c_void_p, ctypes.c_uint64]
        self._memory = (ctypes.c_uint64 * CELLS)()

    def ns_per_insn(self) -> float:
        """Run once and return the CPU time an instruction took, ns."""
        began = time.process_time_ns()
        self._call(self._memory, self.loop.rounds)
        return (time.process_time_ns() - began) / (self.loop.rounds * self.loop.nr_insns)


def _line(loop: Loop, way: str, figures: list[float], native: float) -> str:
    middle = statistics.median(figures)
    text = f"{loop.name:18}{way:8}{1000 / middle:9.0f} M insns/s"
    if loop.calls:
        text += f"{middle * loop.nr_insns:9.2f} ns a call"
    return f"{text:58}{native / middle:8.3f} × clang -O2"


def measure(rounds: int, share: float, say: Callable[[str], object] = print) -> None:
    """Measure every loop in every way, in rounds, and say what came out."""
    library = _native()
    for index, loop in enumerate(LOOPS):
        # the interpreter is slower by orders; a tenth of its rounds says as much
        subjects = {
            way: Subject(loop, way, share if way == "jit" else share / 10) for way in ENGINES
        }
        native = Native(library, index)
        found: dict[str, list[float]] = {"clang": [], **{way: [] for way in subjects}}
        for _ in range(rounds):
            found["clang"].append(native.ns_per_insn())
            for way, subject in subjects.items():
                found[way].append(subject.ns_per_insn())
        base = statistics.median(found["clang"])
        for way, figures in found.items():
            say(_line(loop, way, figures, base))


_MIX = (
    "r7 += r8", "w8 += w7", "r7 ^= 77", "r9 *= 3", "r8 >>= 2", "r7 s>>= 3",
    "*(u64 *)(r10 - 8) = r7", "r8 = *(u32 *)(r10 - 8)", "r9 = *(u16 *)(r6 + 4)",
    "if r7 > 500 goto +2", "if w8 != 7 goto +1", "call 14",
)  # fmt: skip


def program_of(nr_insns: int) -> bytes:
    """Return a program without loops: arithmetic, memory, branches, calls of a helper."""
    lines = ["r6 = r1", "r7 = 1", "r8 = 3", "r9 = 5"]
    lines += [_MIX[i * 7 % len(_MIX)] for i in range(nr_insns - 8)]
    return assemble("\n".join([*lines, "r0 = r7", "r0 = r7", "r0 = r7", "exit"]))


def measure_compiling(rounds: int, say: Callable[[str], object] = print) -> None:
    """Measure how long the JIT takes for programs of several lengths."""
    entry_of(program_of(20), frozenset(), (), False)  # LLVM itself is loaded once
    for nr_insns in SIZES:
        insns = program_of(nr_insns)
        spent = []
        for _ in range(rounds):
            entry_of.cache_clear()
            began = time.process_time_ns()
            entry_of(insns, frozenset(), (), False)
            spent.append((time.process_time_ns() - began) / 1e6)
        middle = statistics.median(spent)
        each = 1000 * middle / nr_insns
        say(f"{nr_insns:5} insns compiled in {middle:8.1f} ms, {each:6.0f} us each")


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="Instructions a second, by engine.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--share", type=float, default=1.0, help="of each loop's rounds")
    args = parser.parse_args()
    measure(args.rounds, args.share)
    measure_compiling(args.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
