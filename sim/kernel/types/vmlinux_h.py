"""The C header that BPF programs include, ``vmlinux.h``, and where it is kept.

Answers to ``bpftool btf dump file vmlinux format c > vmlinux.h`` in a tool's Makefile. Run
``python -m sim.kernel.types.vmlinux_h`` after changing a declaration.

**Rule:** the header is what ``bpfsim btf dump`` prints of the simulated kernel, to the letter.

**Not modelled:** headers of kernels other than 6.1; CO-RE fits an object to each.
"""

from __future__ import annotations

from pathlib import Path

from sim.bpf.btf_dump import c_header
from sim.kernel.types.kernel_types import kernel_btf

__all__ = ["HEADER_PATH", "main"]

#: Where the generated header is kept.
HEADER_PATH = Path(__file__).parents[2] / "include" / "vmlinux.h"


def main() -> None:
    """Write the generated header to where it is kept."""
    HEADER_PATH.write_text(c_header(kernel_btf()), encoding="utf-8")


if __name__ == "__main__":
    main()
