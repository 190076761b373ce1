"""Values of maps in memory, and their per-CPU copies.

**Rule:** copies lie side by side in the order of the CPUs, each rounded up to 8 bytes, in
simulated memory and in what user space gives and gets (as ``BPF_MAP_UPDATE_ELEM`` has them).

**Not modelled:** per-CPU memory at an address of its own for each CPU.
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import copy_bytes, load64
from sim.bpf.maps.layout import M_NR_CPUS, M_VALUE_BYTES

__all__ = ["ALL_CPUS", "copy_value"]

ALL_CPUS = -1


@compiled("void(int64,int64,int64,int64)", inline=True)
def copy_value(bmap: int, at: int, value: int, cpu: int) -> None:
    """Copy a value to host address *at*: into a CPU's copy, or (−1) all CPUs' copies.

    The copies of all CPUs come side by side, each rounded up to 8 bytes.
    """
    nr_bytes = load64(bmap + M_VALUE_BYTES)
    stride = (nr_bytes + 7) & -8
    if cpu >= 0:
        copy_bytes(at + cpu * stride, value, nr_bytes)
    else:
        copy_bytes(at, value, stride * load64(bmap + M_NR_CPUS))
