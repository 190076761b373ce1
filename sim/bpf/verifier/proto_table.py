"""The prototypes of all helpers, by name.

Answers to the ``bpf_func_proto`` constants of Linux 6.1.192, which has the later ``MEM_WRITE`` and
``MEM_ALIGNED`` from its stable series: what 6.1.0 called ``ARG_PTR_TO_LONG`` is memory of eight
bytes here.

**Rule:** a row of `CORE_ROWS` and `NET_ROWS` is ``name flags return arguments [allowed]``. Flags
are G (GPL only), P (packets may be passed), S (may sleep), or ``-``. A type is its name without
``ARG_PTR_TO_``, ``ARG_CONST_`` or ``RET_PTR_TO_`` (``ANY`` is ``ARG_ANYTHING``), then flags after
``|``, then after a colon the name of the struct pointed to, or the size of ``MEM_FIXED_SIZE``.

**Not modelled:** ``bpf_kptr_xchg``'s struct, which is that of the field in the map's value.
"""

from __future__ import annotations

from collections.abc import Mapping

from sim.bpf.verifier import types
from sim.bpf.verifier.protos import FuncProto
from sim.bpf.verifier.protos_core import CORE_ROWS
from sim.bpf.verifier.protos_net import NET_ROWS

__all__ = ["FUNC_PROTOS"]

_FLAGS = {
    "NULL": types.PTR_MAYBE_NULL,
    "RDONLY": types.MEM_RDONLY,
    "ALLOC": types.MEM_ALLOC,
    "USER": types.MEM_USER,
    "PERCPU": types.MEM_PERCPU,
    "RELEASE": types.OBJ_RELEASE,
    "UNINIT": types.MEM_UNINIT,
    "LOCAL": types.DYNPTR_TYPE_LOCAL,
    "RINGBUF": types.DYNPTR_TYPE_RINGBUF,
    "FIXED": types.MEM_FIXED_SIZE,
    "ALIGNED": types.MEM_ALIGNED,
    "WRITE": types.MEM_WRITE,
}
_NONE = ("", "", "", "", "")


def _bases(kind: str) -> dict[str, int]:
    """Return the constants of *kind* (``ARG`` or ``RET``) by their short names."""
    return {
        name.removeprefix(f"{kind}_").removeprefix("PTR_TO_").removeprefix("CONST_"): number
        for name, number in vars(types).items()
        if name.startswith(f"{kind}_") and number <= types.BASE_MASK
    }


_ARGS = _bases("ARG") | {"ANY": types.ARG_ANYTHING}
_RETURNS = _bases("RET") | {"ALLOC_MEM": types.RET_PTR_TO_MEM}


def _type(text: str, bases: Mapping[str, int]) -> tuple[int, str]:
    """Return a type, and what follows its colon."""
    kind, _, extra = text.partition(":")
    base, *flags = kind.split("|")
    number = bases[base]
    for flag in flags:
        number |= _FLAGS[flag]
    return number, extra


def _five(values: list[int]) -> tuple[int, int, int, int, int]:
    a, b, c, d, e = values + [0] * (5 - len(values))
    return a, b, c, d, e


def _proto(row: str) -> tuple[str, FuncProto]:
    """Read one row: its name with any variant, and the prototype."""
    key, flags, returns, arguments, *allowed = row.split()
    name = f"bpf_{key}"
    ret, ret_btf = _type(returns, _RETURNS)
    args = [] if arguments == "-" else [_type(text, _ARGS) for text in arguments.split(",")]
    extras = [extra for _, extra in args]
    sizes = [int(extra) if extra.isdigit() else 0 for extra in extras]
    structs = ["" if extra.isdigit() else extra for extra in extras]
    a, b, c, d, e = (structs + list(_NONE))[:5]
    return name, FuncProto(
        name=name.partition(":")[0],
        ret=ret,
        args=_five([number for number, _ in args]),
        gpl_only="G" in flags,
        pkt_access="P" in flags,
        arg_sizes=_five(sizes),
        arg_btf=(a, b, c, d, e),
        ret_btf=ret_btf,
        allowed=allowed[0] if allowed else "",
        might_sleep="S" in flags,
    )


#: By the helper's name, with ``:`` and a variant where program types differ.
FUNC_PROTOS: Mapping[str, FuncProto] = dict(
    _proto(row) for rows in (CORE_ROWS, NET_ROWS) for row in rows.strip().splitlines()
)
