"""Helper prototypes: what each helper takes and returns.

Answers to ``struct bpf_func_proto``.

**Rule:** `FuncProto` is data; what it means is in `sim.bpf.verifier.check_arg`.

**Not modelled:** fields that came after 6.1.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FuncProto"]


@dataclass(frozen=True, slots=True)
class FuncProto:
    """A helper's prototype.

    Attributes:
        args: Five argument types (`sim.bpf.verifier.types`).
        arg_sizes: Sizes of ``MEM_FIXED_SIZE`` arguments, by argument (0: none).
        arg_btf: Names of the structs of ``ARG_PTR_TO_BTF_ID`` arguments ("": none).
        ret_btf: Name of the struct that ``RET_PTR_TO_BTF_ID`` returns.
        allowed: Name of an extra condition on the program ("": none), see `check_helper`.
        might_sleep: Only where the program may sleep.
    """

    name: str
    ret: int
    args: tuple[int, int, int, int, int]
    gpl_only: bool = False
    pkt_access: bool = False
    arg_sizes: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    arg_btf: tuple[str, str, str, str, str] = ("", "", "", "", "")
    ret_btf: str = ""
    allowed: str = ""
    might_sleep: bool = False
