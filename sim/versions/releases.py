"""The point releases that the simulated kernels answer to.

**Rule:** behaviour is looked up by feature, never by comparing these.

**Not modelled:** other point releases of the same version.
"""

from __future__ import annotations

__all__ = ["KERNEL_RELEASES"]

# 6.1 and 6.12 are Debian's; the others are the last of their series
KERNEL_RELEASES = {
    "5.15": "5.15.197",
    "5.16": "5.16.20",
    "5.17": "5.17.15",
    "5.18": "5.18.19",
    "5.19": "5.19.17",
    "6.0": "6.0.19",
    "6.1": "6.1.192",
    "6.2": "6.2.16",
    "6.12": "6.12.117",
}
