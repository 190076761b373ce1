"""How one source becomes both compiled and ordinary Python.

Functions of the path engine, the interpreter, the maps and the helpers are written once, in the
subset of Python that Numba compiles. `compiled` gives them to Numba with an explicit signature;
in *plain* mode (environment variable ``BPFSIM_PLAIN=1`` when the process starts) it leaves them
as they are, and the same code runs as ordinary Python with the same results.

`exported` makes a function callable by *handle*: an integer that compiled code can store in a
table and call (its machine address), and that plain code looks up in a registry. Handles cut
the compiled code into pieces that are compiled once each.

Numba's cache looks only at a function's own file, so the cache directory's name holds a digest
of all sources under ``sim/`` that may be compiled, and of the versions of what compiles them.

**Rule:** compiled functions take and return int64 only (float64 where a draw needs it), raise
nothing, and keep no state outside the memory that an address argument leads to.

**Not modelled:** nothing of the kernel; this is plumbing.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import os
import platform
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any, TypeVar, cast

__all__ = [
    "PLAIN",
    "cache_dir",
    "call1",
    "call2",
    "compiled",
    "exported",
    "handle_of",
    "handle_of_native",
    "is_cache_warm",
    "mark_cache_warm",
    "native_address",
]

PLAIN = os.environ.get("BPFSIM_PLAIN") == "1"

F = TypeVar("F", bound=Callable[..., Any])

_WARM = "complete"
_SIM = Path(__file__).resolve().parent.parent
_handles: dict[str, int] = {}
_functions: list[Callable[..., int]] = []
_callbacks: dict[int, Any] = {}


def _source_digest() -> str:
    h = hashlib.sha256()
    for name in ("numba", "llvmlite", "numpy"):
        h.update(f"{name} {metadata.version(name)};".encode())
    h.update(f"{sys.version_info[:3]} {platform.machine()} {platform.system()}".encode())
    for package in ("base", "bpf", "engine", "kernel", "hooks", "agent", "workload"):
        for path in sorted((_SIM / package).rglob("*.py")):
            h.update(path.relative_to(_SIM).as_posix().encode())
            h.update(path.read_bytes())
    return h.hexdigest()[:16]


def cache_dir() -> Path:
    """Return the directory of compiled code for exactly these sources.

    It lies under ``$BPFSIM_CACHE``, else ``$XDG_CACHE_HOME/bpfsim``, else ``~/.cache/bpfsim``.
    """
    root = os.environ.get("BPFSIM_CACHE")
    if root:
        base = Path(root)
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bpfsim"
    return base / _source_digest()


if not PLAIN:
    _cache = cache_dir()
    os.environ["NUMBA_CACHE_DIR"] = str(_cache)
    numba: Any = importlib.import_module("numba")
    types: Any = numba.types
    numba.config.CACHE_DIR = str(_cache)


def is_cache_warm() -> bool:
    """Say whether all compiled code for these sources is on disk."""
    return PLAIN or (cache_dir() / _WARM).is_file()


def mark_cache_warm() -> None:
    """Note that everything has been compiled once; an interrupted start has not."""
    if not PLAIN and cache_dir().is_dir():
        (cache_dir() / _WARM).touch()


class _Compiled:
    """A compiled function: a Numba dispatcher that compiles its one signature on demand.

    On a warm start only what is exported, or called from Python, is loaded at all: callers'
    machine code holds what they call. Without *python* no wrapper for calls from Python is
    compiled (they are half of the work); such a call still works, through a C callback that is
    made then.
    """

    def __init__(self, function: Callable[..., Any], sig: str, inline: bool, python: bool) -> None:
        self.__name__ = function.__name__
        self.__doc__ = function.__doc__
        self.__module__ = function.__module__
        self.__wrapped__ = function
        self.py_func = function
        self._sig = sig
        self._python = python
        self._call: Any = None
        wrap = {} if python else {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
        options = {"cache": True, "forceinline": inline, "error_model": "numpy", **wrap}
        self.dispatcher: Any = numba.njit(**options)(function)
        template = self.dispatcher.get_call_template
        self.dispatcher.get_call_template = lambda args, kws: self._ready(template)(args, kws)

    def _ready(self, then: Any) -> Any:
        if not self.dispatcher.overloads:
            self.dispatcher.compile(self._sig)
            self.dispatcher.disable_compile()
        return then

    def __call__(self, *args: Any) -> Any:
        if self._call is None:
            if self._python:
                self._call = self._ready(self.dispatcher)
            else:
                self._pointer = numba.cfunc(self._sig, error_model="numpy")(self.py_func)
                self._call = self._pointer.ctypes
        return self._call(*args)


if not PLAIN:
    _typeof: Any = importlib.import_module("numba.core.typing.typeof").typeof_impl

    def _typeof_compiled(value: Any, _context: Any) -> Any:
        return types.Dispatcher(value.dispatcher)

    _typeof.register(_Compiled, _typeof_compiled)


def compiled(sig: str, *, inline: bool = False, python: bool = False) -> Callable[[F], F]:
    """Compile a function with Numba under the signature *sig*, or leave it plain.

    Args:
        sig: A Numba signature such as ``"int64(int64,int64)"``.
        inline: Force LLVM to inline it into its callers.
        python: Python calls it too, not only compiled code.
    """

    def decorate(function: F) -> F:
        if PLAIN:
            return function
        return cast(F, _Compiled(function, sig, inline, python))

    return decorate


def exported(sig: str) -> Callable[[F], F]:
    """Make a function callable by the handle that `handle_of` gives for its name.

    The decorated name stays callable from Python (through ctypes when compiled).
    """

    def decorate(function: F) -> F:
        name = f"{function.__module__}.{function.__name__}"
        if PLAIN:
            _functions.append(function)
            _handles[name] = len(_functions)
            return function
        pointer: Any = numba.cfunc(sig, cache=True, error_model="numpy")(function)
        _handles[name] = int(pointer.address)
        call: Any = pointer.ctypes
        call.__name__ = function.__name__
        call.__module__ = function.__module__
        return cast(F, call)

    return decorate


def handle_of(function: Callable[..., Any]) -> int:
    """Return the integer by which `call1` and `call2` call an exported function."""
    return _handles[f"{function.__module__}.{function.__name__}"]


def native_address(function: Callable[..., Any], nr_args: int) -> int:
    """Return the machine address of an exported function of *nr_args* int64.

    In plain mode it is a C callback's, made on demand: native code can call plain Python.
    """
    handle = handle_of(function)
    if not PLAIN:
        return handle
    if handle not in _callbacks:
        prototype = ctypes.CFUNCTYPE(*[ctypes.c_int64] * (nr_args + 1))
        _callbacks[handle] = prototype(function)
    return int(ctypes.cast(_callbacks[handle], ctypes.c_void_p).value or 0)


def handle_of_native(address: int) -> int:
    """Return the handle by which `call1` calls native code: int64 of one int64."""
    if not PLAIN:
        return address
    _functions.append(ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(address))
    return len(_functions)


def call1(handle: int, a: int) -> int:
    """Call the exported function *handle* with one argument."""
    return _functions[handle - 1](a)


def call2(handle: int, a: int, b: int) -> int:
    """Call the exported function *handle* with two arguments."""
    return _functions[handle - 1](a, b)


if not PLAIN:

    def _lower_call(function: Callable[..., int], nr_args: int) -> None:
        extending: Any = importlib.import_module("numba.extending")
        signature: Any = importlib.import_module("numba.core.typing.templates").signature
        ir: Any = importlib.import_module("llvmlite.ir")
        args = (types.int64,) * (nr_args + 1)
        sig = signature(types.int64, *args)
        typer = (lambda handle, a: sig) if nr_args == 1 else (lambda handle, a, b: sig)
        extending.type_callable(function)(lambda context: typer)

        def lower(context: Any, builder: Any, _sig: Any, values: Any) -> Any:
            i64 = ir.IntType(64)
            fn_type = ir.FunctionType(i64, [i64] * nr_args)
            pointer = builder.inttoptr(values[0], fn_type.as_pointer())
            return builder.call(pointer, list(values[1:]))

        extending.lower_builtin(function, *args)(lower)

    _lower_call(call1, 1)
    _lower_call(call2, 2)
