"""Compiling BPF C with the clang of the ``ziglang`` wheel.

Answers to the compile step of a libbpf tool's Makefile: ``clang --target=bpf -O2 -g -c``. The
compiler is a Python package (extra ``c``), so that no system compiler is needed and every
machine has the same one.

The rule to know: the same source gives the same bytes wherever it lies. Paths are mapped to
relative ones, and the DWARF that ``-g`` brings besides BTF is cut out again.

**Not modelled:** linking several objects, dependency tracking.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from sim.base.errors import SimError
from sim.bpf.elf import read_elf
from sim.loader.strip import strip_debug

__all__ = ["build_object", "compile_command"]

_MAX_SHOWN_LINES = 40


def compile_command(src: Path, out: Path, include: Path) -> list[str]:
    """Return the command that compiles *src*; it runs in the folder of *src*."""
    return [
        sys.executable,
        "-m",
        "ziglang",
        "clang",
        "--target=bpf",
        "-mcpu=v3",
        "-O2",
        "-g",
        "-nostdinc",
        f"-fdebug-prefix-map={src.parent}=.",
        f"-fdebug-prefix-map={include}=include",
        "-fdebug-compilation-dir=.",
        "-I",
        str(include),
        "-c",
        src.name,
        "-o",
        str(out),
    ]


def build_object(src: Path, out: Path, include: Path) -> None:
    """Compile BPF C to an object file.

    Args:
        src: The ``.bpf.c``.
        out: The ``.bpf.o`` to write; its folder must exist.
        include: Folder of headers (``vmlinux.h``, helper declarations).

    Raises:
        SimError: The compiler is missing, or it found errors.
    """
    if importlib.util.find_spec("ziglang") is None:
        raise SimError(
            "there is no C compiler",
            where=str(src),
            reason="the package 'ziglang' is not installed",
            suggestion="pip install 'bpfsim[c]'",
        )
    if not src.is_file():
        raise SimError(f"there is no file {src}", where=str(src))
    src, include = src.resolve(), include.resolve()
    with tempfile.TemporaryDirectory(prefix="bpfsim-build-") as scratch:
        raw = Path(scratch) / "out.o"
        # The wheel keeps a cache of its own; it must not land beside the sources.
        env = {**os.environ, "ZIG_LOCAL_CACHE_DIR": scratch, "ZIG_GLOBAL_CACHE_DIR": scratch}
        done = subprocess.run(
            compile_command(src, raw, include),
            cwd=src.parent,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0 or not raw.is_file():
            lines = (done.stderr.strip() or "the compiler said nothing").splitlines()
            shown = [*lines[:_MAX_SHOWN_LINES], *(["…"] if len(lines) > _MAX_SHOWN_LINES else [])]
            raise SimError(f"{src.name} does not compile", where=str(src), reason="\n".join(shown))
        data = strip_debug(raw.read_bytes(), src.name)
    read_elf(data, out.name)
    partial = out.with_name(out.name + ".partial")
    partial.write_bytes(data)
    partial.replace(out)
