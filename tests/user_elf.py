"""Small x86-64 ELF files with functions and USDT notes, compiled by the tests that need them."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

__all__ = ["build_elf", "probe_asm"]

_NOTE = """
{label}: nop
.pushsection .note.stapsdt,"","note"
.balign 4
.4byte 992f-991f, 994f-993f, 3
991: .asciz "stapsdt"
992: .balign 4
993: .8byte {label}
.8byte _.stapsdt.base
.8byte {semaphore}
.asciz "{provider}"
.asciz "{name}"
.asciz "{args}"
994: .balign 4
.popsection
"""
_BASE = """
.pushsection .stapsdt.base,"aG","progbits",.stapsdt.base,comdat
.weak _.stapsdt.base
.hidden _.stapsdt.base
_.stapsdt.base: .space 1
.size _.stapsdt.base,1
.popsection
"""


def probe_asm(label: str, probe: str, args: str, semaphore: str = "0") -> str:
    """Return a probe's nop and its note, as ``sys/sdt.h`` would write them."""
    provider, _, name = probe.partition(":")
    return _NOTE.format(label=label, provider=provider, name=name, args=args, semaphore=semaphore)


def build_elf(directory: Path, text: str, *options: str, has_base: bool = True) -> Path:
    """Assemble and link; skip the test where there is no compiler."""
    if importlib.util.find_spec("ziglang") is None:
        pytest.skip("the package ziglang is not installed (extra c)")
    source, made = directory / "user.s", directory / "user.so"
    source.write_text(".text\n" + text + (_BASE if has_base else ""))
    command = [sys.executable, "-m", "ziglang", "cc", "-target", "x86_64-linux-musl", "-nostdlib"]
    command += ["-shared", *options, "-o", str(made), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return made
