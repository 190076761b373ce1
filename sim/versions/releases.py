"""The point releases that the simulated kernels answer to.

**Rule:** behaviour is looked up by feature, and types by the notes of their declarations
(`sim.kernel.types.select`); nobody else compares releases.

**Not modelled:** other point releases of the same version.
"""

from __future__ import annotations

from sim.base.errors import UnsupportedFeatureError, nearest

__all__ = ["KERNEL_RELEASES", "check_kernel", "is_since"]

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


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split("."))


def is_since(kernel: str, release: str) -> bool:
    """Say whether *kernel* is *release* (``6.2``) or later."""
    return _numbers(kernel) >= _numbers(release)


def check_kernel(kernel: str, where: str = "") -> str:
    """Return *kernel* if it is a simulated one.

    Raises:
        UnsupportedFeatureError: It is not; names the nearest.
    """
    if kernel not in KERNEL_RELEASES:
        raise UnsupportedFeatureError(
            f"no kernel is called {kernel!r}",
            where=where,
            reason="known are " + ", ".join(KERNEL_RELEASES),
            suggestion=nearest(kernel, KERNEL_RELEASES),
        )
    return kernel
