"""Giving a plain Python function a one-to-one LLVM form.

A primitive of `sim.base.memory` or `sim.base.arith` has two bodies under one name: a plain one
that Python runs, and a lowered one that Numba puts straight into the code of its callers. This
module registers the second. In plain mode nothing is registered and Numba is not imported.

**Rule:** both bodies must agree on every int64; tests compare them.

**Not modelled:** nothing of the kernel; this is plumbing.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from sim.base.compile import PLAIN

__all__ = ["I8", "I16", "I32", "I64", "PLAIN", "ir", "lowered", "lowered_as"]

ir: Any = None
I8: Any = None
I16: Any = None
I32: Any = None
I64: Any = None

if not PLAIN:
    ir = importlib.import_module("llvmlite.ir")
    types: Any = importlib.import_module("numba").types
    extending: Any = importlib.import_module("numba.extending")
    signature: Any = importlib.import_module("numba.core.typing.templates").signature
    I8, I16, I32, I64 = (ir.IntType(n) for n in (8, 16, 32, 64))


def _typer(nr_args: int, sig: Any) -> Callable[..., Any]:
    if nr_args == 1:
        return lambda a: sig
    if nr_args == 2:
        return lambda a, b: sig
    return lambda a, b, c: sig


def lowered(
    function: Callable[..., Any], nr_args: int, result: str = "int64"
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register the LLVM form of *function*, which takes *nr_args* int64 (1 to 3).

    The decorated builder is called as ``emit(builder, *values)`` and returns an i64 value
    (an i1 is not widened), a double when *result* is ``"float64"``, or None when it is
    ``"void"``.
    """
    return lowered_as(function, ("int64",) * nr_args, result)


def lowered_as(
    function: Callable[..., Any], args: tuple[str, ...], result: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register the LLVM form of *function* for arguments and result of the given types."""

    def decorate(emit: Callable[..., Any]) -> Callable[..., Any]:
        if PLAIN:
            return emit
        arg_types = tuple(getattr(types, name) for name in args)
        sig = signature(getattr(types, result), *arg_types)
        extending.type_callable(function)(lambda context: _typer(len(args), sig))

        def lower(context: Any, builder: Any, _sig: Any, values: Any) -> Any:
            value = emit(builder, *values)
            return context.get_dummy_value() if value is None else value

        extending.lower_builtin(function, *arg_types)(lower)
        return emit

    return decorate
