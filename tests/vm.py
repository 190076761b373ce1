"""A small harness around the BPF virtual machine: memory, maps, one run state, no kernel.

Programs are assembler text. ``{name}`` stands for the address of the map called *name*,
``{ctx}`` for the context's. A run goes on over suspensions and waits, as a dispatcher would do
it, and stops at an exit, a fault, or a helper that Python has to do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sim.base.memory import Buffer, load64, store64
from sim.bpf import run_state as r
from sim.bpf.asm import assemble
from sim.bpf.helpers import helper_table
from sim.bpf.maps.create import Maps, MapView
from sim.bpf.maps.layout import map_address
from sim.bpf.program import Code, reset_run, run_program, start_run
from sim.bpf.region import (
    DIRECT_MAP_BASE,
    MAP_STRUCT_BASE,
    USER_BASE,
    VMALLOC_BASE,
    Region,
    signed_address,
)
from sim.versions.features import features_of

__all__ = ["CTX_BYTES", "Outcome", "Vm"]

CTX_BYTES = 256
M64 = (1 << 64) - 1


@dataclass(frozen=True)
class Outcome:
    """What a run came to: how it ended, R0, and what happened on the way."""

    status: int
    r0: int
    statuses: tuple[int, ...]
    nr_insns: int
    fault: int
    waited_ns: int

    @property
    def signed(self) -> int:
        """R0 as a signed number."""
        return self.r0 - (1 << 64) if self.r0 >> 63 else self.r0


@dataclass
class Vm:
    """One machine's memory and maps, and one run state."""

    nr_cpus: int = 4
    seed: int = 1
    engine: str = "jit"
    kernel: str = "6.1"
    views: dict[str, MapView] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.region = Region(DIRECT_MAP_BASE, MAP_STRUCT_BASE, VMALLOC_BASE)
        self.user = Region(USER_BASE)
        self.maps = Maps(self.region, self.nr_cpus, self.seed, features_of(self.kernel))
        self.prices = Buffer(8 * r.NR_COUNTS)
        self._helpers = helper_table()
        self._codes: list[Code] = []
        self._run = Buffer(r.RUN_BYTES)
        self.run = self._run.address
        stack_bytes = r.MAX_FRAMES * r.STACK_BYTES
        self.stack = self.region.alloc(VMALLOC_BASE, stack_bytes, 4096)
        self.ctx = self.region.alloc(DIRECT_MAP_BASE, CTX_BYTES)
        self.comm = self.region.alloc(DIRECT_MAP_BASE, 16)
        self.put(r.R_STACK, self.stack + stack_bytes)
        self.put(r.R_BASE, self.region.base)
        self.put(r.R_PAGES, self.region.table)
        self.put(r.R_USER_BASE, self.user.base)
        self.put(r.R_USER_PAGES, self.user.table)
        self.put(r.R_HELPERS, self._helpers.address)
        self.put(r.R_PRICES, self.prices.address)
        self.put(r.R_MAPS, self.maps.address)
        self.put(r.R_NR_CPUS, self.nr_cpus)
        self.put(r.R_COMM, self.comm)
        self.put(r.R_BUDGET, r.INSN_BUDGET)
        self.put(r.R_JIFFY_NS, 4_000_000)

    def close(self) -> None:
        """Give all memory back."""
        self.maps.close()
        self.region.close()
        self.user.close()
        for buffer in (self.prices, self._helpers, *self._codes, self._run):
            buffer.close()

    def put(self, offset: int, value: int) -> None:
        """Set a field of the run state."""
        store64(self.run + offset, signed_address(value & M64))

    def get(self, offset: int) -> int:
        """Return a field of the run state."""
        return load64(self.run + offset)

    def create(
        self,
        name: str,
        kind: int,
        key_bytes: int,
        value_bytes: int,
        max_entries: int,
        flags: int = 0,
    ) -> MapView:
        """Create a map that programs know as ``{name}``."""
        view = self.maps.create(name, kind, key_bytes, value_bytes, max_entries, flags)
        self.views[name] = view
        self.put(r.R_NR_MAPS, self.maps.nr_maps)
        return view

    def price(self, key: str, ps: int) -> None:
        """Give a class of counts its price."""
        store64(self.prices.address + 8 * r.COUNTS.index(key), ps)

    def counts(self) -> Counter[str]:
        """Return what has been counted since the counters were last cleared."""
        found = {key: self.get(r.R_COUNTS + 8 * i) for i, key in enumerate(r.COUNTS)}
        return Counter({key: n for key, n in found.items() if n})

    def clear_counts(self) -> None:
        """Start a segment: nothing has been counted."""
        for i in range(r.NR_COUNTS):
            self.put(r.R_COUNTS + 8 * i, 0)
        self.put(r.R_TOUCHED, 0)

    def start(self, text: str, ctx: bytes = b"", *, cpu: int = 0) -> None:
        """Assemble a program and make it ready to run, R1 pointing at *ctx*."""
        names = {name: _imm64(map_address(view.index)) for name, view in self.views.items()}
        code = assemble(text.format(ctx=_imm64(self.ctx), **names))
        self.region.write(self.ctx, ctx + bytes(CTX_BYTES - len(ctx)))
        self.put(r.R_CPU, cpu)
        self.clear_counts()
        reset_run(self.run)
        map_types = {view.index: int(view.type) for view in self.views.values()}
        self._codes.append(Code(code, self.engine, map_types=map_types))
        start_run(self.run, self._codes[-1].address, signed_address(self.ctx))

    def step(self) -> int:
        """Run up to the next status."""
        return run_program(self.run)

    def finish(self) -> Outcome:
        """Run on to the end, or to a helper that is for Python to do."""
        statuses = []
        waited_ns = 0
        while True:
            status = self.step()
            statuses.append(status)
            if status == r.RUN_WAIT:
                waited_ns += self.get(r.R_WAIT_NS)
                self.put(r.R_NOW, self.get(r.R_NOW) + self.get(r.R_WAIT_NS))
            elif status != r.RUN_SUSPENDED:
                break
        return Outcome(
            status,
            self.get(r.R_REGS) & M64,
            tuple(statuses),
            self.get(r.R_BUDGET) - self.get(r.R_LEFT),
            self.get(r.R_FAULT),
            waited_ns,
        )

    def do(self, text: str, ctx: bytes = b"", *, cpu: int = 0) -> Outcome:
        """Run a program from its start to its end."""
        self.start(text, ctx, cpu=cpu)
        return self.finish()

    def read_ctx(self, nr_bytes: int = CTX_BYTES) -> bytes:
        """Return the context's bytes as the program left them."""
        return self.region.read(self.ctx, nr_bytes)


def _imm64(address: int) -> str:
    return str(signed_address(address))
