"""The block cipher behind every draw: Threefry-2x64 with 20 rounds.

Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC'11). The cipher
passes the statistical batteries with any counter sequence, so a stream needs no state: what is
encrypted says which draw it is.

**Rule:** all words are int64 bit patterns; the known-answer vectors published with Random123
are the test.

**Not modelled:** nothing of the kernel; this is arithmetic.
"""

from __future__ import annotations

from sim.base.arith import add64, rotl64
from sim.base.compile import compiled

__all__ = ["threefry2x64"]

_PARITY = 0x1BD11BDAA9FC1A22


@compiled("int64(int64,int64,int64,int64)", python=True)
def threefry2x64(k0: int, k1: int, c0: int, c1: int) -> int:
    """Return the first word of the counter (c0, c1) encrypted under the key (k0, k1).

    The rotations alternate between two rows of four; after every fourth round two of the three
    key words and the injection's number are added.
    """
    k2 = _PARITY ^ k0 ^ k1
    x0 = add64(c0, k0)
    x1 = add64(c1, k1)
    r0, r1, r2, r3 = 16, 42, 12, 31
    q0, q1, q2, q3 = 16, 32, 24, 21
    for injection in range(1, 6):
        x0 = add64(x0, x1)
        x1 = rotl64(x1, r0) ^ x0
        x0 = add64(x0, x1)
        x1 = rotl64(x1, r1) ^ x0
        x0 = add64(x0, x1)
        x1 = rotl64(x1, r2) ^ x0
        x0 = add64(x0, x1)
        x1 = rotl64(x1, r3) ^ x0
        k0, k1, k2 = k1, k2, k0
        x0 = add64(x0, k0)
        x1 = add64(add64(x1, k1), injection)
        r0, r1, r2, r3, q0, q1, q2, q3 = q0, q1, q2, q3, r0, r1, r2, r3
    return x0
