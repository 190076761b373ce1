"""The JIT: BPF programs to native code through LLVM (arch/x86/net/bpf_jit_comp.c does it in Linux).

**Rule:** whatever the interpreter does, the code made here does too: registers, memory, counts,
faults, suspensions. tests/fuzz compares them.

**Not modelled:** the kernel's own code layout, retpolines, constant blinding.
"""

from __future__ import annotations

from sim.bpf.jit.cache import MAX_INSNS, entry_of

__all__ = ["MAX_INSNS", "entry_of"]
