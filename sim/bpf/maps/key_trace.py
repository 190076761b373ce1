"""What tells a map's keys apart in a trace.

**Rule:** 0 stands for no key: nobody traces.

**Not modelled:** collisions: two keys of one map in a few thousand million million would be one.
"""

from __future__ import annotations

from sim.base.arith import lshr64, mul64
from sim.base.compile import compiled
from sim.base.memory import load8, load32, load64
from sim.bpf.maps.layout import M_KEY_BYTES
from sim.bpf.run_state import R_NOTING

__all__ = ["NOTE_DELETE", "NOTE_EVICT", "NOTE_UPDATE", "traced_key"]

# What `note` is told of a map; the first two are the helpers' numbers.
NOTE_UPDATE, NOTE_DELETE, NOTE_EVICT = 2, 3, 1

_MULTIPLIER = -7046029254386353131  # 0x9E3779B97F4A7C15, the golden ratio in 64 bits


@compiled("int64(int64,int64,int64)", inline=True)
def _hash_bytes(p: int, nr_bytes: int, seed: int) -> int:
    """Return 64 bits that tell keys apart in a trace, for *nr_bytes* at host address *p*."""
    h = seed ^ nr_bytes
    i = 0
    while i + 8 <= nr_bytes:
        h = mul64(h ^ load64(p + i), _MULTIPLIER)
        h ^= lshr64(h, 32)
        i += 8
    if i + 4 <= nr_bytes:
        h = mul64(h ^ load32(p + i), _MULTIPLIER)
        h ^= lshr64(h, 32)
        i += 4
    while i < nr_bytes:
        h = mul64(h ^ load8(p + i), _MULTIPLIER)
        h ^= lshr64(h, 29)
        i += 1
    h = mul64(h, _MULTIPLIER)
    return h ^ lshr64(h, 31)


@compiled("int64(int64,int64,int64)")
def traced_key(run: int, bmap: int, key: int) -> int:
    """Return what stands for the key at host address *key* in a trace; 0 when nobody traces."""
    if load64(run + R_NOTING) == 0:
        return 0
    return _hash_bytes(key, load64(bmap + M_KEY_BYTES), 1) | 1
