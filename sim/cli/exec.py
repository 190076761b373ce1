"""``bpfsim exec``: run one program, unverified, and print what it returns.

It is a plugin of the public bpf_conformance suite: the program comes in base16 on standard input,
memory as the first argument, and R0 goes to standard output in hex.

**Rule:** nothing but R0 (or the JSON document) goes to stdout. A program that faults, or that is
malformed, ends like wrong input: one block on stderr, exit 2.

**Not modelled:** objects and maps (``bpfsim run`` has them).
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from sim.cli.output import print_json

__all__ = ["exec_"]

DEFAULT_BUDGET = 1_000_000  # as many as the kernel's verifier would walk


def exec_(
    memory: Annotated[
        str, typer.Argument(metavar="[MEMORY_HEX]", help="What R1 points at, R2 being its length.")
    ] = "",
    engine: Annotated[
        str, typer.Option(metavar="jit|interp", help="What runs the program; same results.")
    ] = "jit",
    budget: Annotated[
        int, typer.Option(min=1, metavar="N", help="Instructions that it may have.")
    ] = DEFAULT_BUDGET,
    kernel: Annotated[
        str | None,
        typer.Option(metavar="VERSION", help="Take only what this kernel's machine takes."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Run the program on stdin (base16, blanks allowed) and print R0 in hex."""
    if engine == "jit" or budget <= DEFAULT_BUDGET:
        # Read when the engine is imported, which happens further down: native code needs no
        # compiled interpreter, and a short program is over before that one would be loaded.
        os.environ["BPFSIM_PLAIN"] = "1"
    from sim.base.errors import AsmError
    from sim.bpf.check import check_structure
    from sim.bpf.program import ENGINES
    from sim.bpf.vm import Vm
    from sim.versions.features import Feature, features_of
    from sim.versions.releases import KERNEL_RELEASES

    if engine not in ENGINES:
        raise AsmError(f"no engine is called {engine!r}", suggestion=" or ".join(ENGINES))
    if kernel is not None and kernel not in KERNEL_RELEASES:
        raise AsmError(
            f"no kernel is called {kernel!r}", suggestion="known: " + ", ".join(KERNEL_RELEASES)
        )
    insns = _bytes(sys.stdin.read(), "the program on stdin")
    given = _bytes(memory, "the memory")
    features = frozenset(Feature) if kernel is None else features_of(kernel)
    check_structure(insns, features, encoding_only=True)
    with Vm(engine, budget=budget) as vm:
        outcome = vm.test_run(insns, given)
    if as_json:
        found = {"r0": f"{outcome.r0:x}", "nr_insns": outcome.nr_insns}
        print_json({**found, "memory": outcome.memory.hex()})
    else:
        print(f"{outcome.r0:x}")


exec_.__name__ = "exec"


def _bytes(text: str, what: str) -> bytes:
    """Read base16 with blanks anywhere."""
    from sim.base.errors import AsmError

    digits = "".join(text.split())
    try:
        return bytes.fromhex(digits)
    except ValueError:
        bad = next((i for i, c in enumerate(digits) if c not in "0123456789abcdefABCDEF"), None)
        reason = "an odd number of digits" if bad is None else f"digit {bad + 1} is {digits[bad]!r}"
        raise AsmError(
            f"{what} is not base16",
            reason=reason,
            suggestion="two hexadecimal digits a byte, blanks between bytes allowed",
        ) from None
