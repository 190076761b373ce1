"""BTF for the functions of a verdict case.

Serves `tests.verdict_cases`: a case with global functions lists them under ``functions``, in the
order of their first instructions, as ``{at: 3, name: add, linkage: global, returns: int,
params: [[a, int], [p, int *]]}``. The main program is among them.

**Rule:** a type is ``int``, ``u64``, ``void``, one of the structs below, or a pointer to one of
these (a name followed by `` *``).

**Not modelled:** other types.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sim.bpf.btf_build import BtfBuilder
from sim.bpf.btf_raw import encode_btf

__all__ = ["functions_btf"]

_LINKAGE = {"static": 0, "global": 1, "extern": 2}
_CONTEXTS = ("__sk_buff", "xdp_md", "bpf_user_pt_regs_t", "bpf_perf_event_data")


class _Types:
    """The types that functions may name, added to BTF when asked for."""

    def __init__(self, builder: BtfBuilder) -> None:
        self.builder = builder

    def id(self, name: str) -> int:
        """Return the id of the type called *name*."""
        if name.endswith(" *"):
            return self.builder.ptr(self.id(name.removesuffix(" *")))
        made = {
            "void": lambda: 0,
            "int": lambda: self.builder.int_("int", 4, signed=True),
            "u64": lambda: self.builder.int_("u64", 8),
            "pair": self._pair,
        }
        return made[name]() if name in made else self._context(name)

    def _pair(self) -> int:
        u64 = self.id("u64")
        return self.builder.struct("pair", [("a", u64), ("b", u64)])

    def _context(self, name: str) -> int:
        if name not in _CONTEXTS:
            raise ValueError(f"no type {name!r} for the functions of a verdict case")
        made = self.builder.struct(name, [("first", self.id("int"))])
        return self.builder.typedef(name, made) if name.endswith("_t") else made


def functions_btf(functions: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Return the fields ``btf`` and ``func_info`` of a job, in hex."""
    types = _Types(BtfBuilder())
    info = b""
    for function in functions:
        params = [(name, types.id(type_name)) for name, type_name in function.get("params", [])]
        returns = types.id(function.get("returns", "int"))
        linkage = _LINKAGE[function.get("linkage", "static")]
        func_id = types.builder.func(function["name"], returns, params, linkage=linkage)
        info += function["at"].to_bytes(4, "little") + func_id.to_bytes(4, "little")
    return {"btf": encode_btf(types.builder.build()).hex(), "func_info": info.hex()}
