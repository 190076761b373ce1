"""Externs: kernel configuration values, kernel variables and kernel functions.

Answers to ``bpf_object__collect_externs`` and ``bpf_object__read_kconfig_file`` in libbpf's
``libbpf.c``. An extern is an undefined symbol whose BTF variable (or function) lies in the BTF
section ``.kconfig`` or ``.ksyms``.

The rule to know: kconfig externs share one read-only array map. They are ordered by alignment
(largest first), then size (smallest first), then name, as libbpf lays them out.

**Not modelled:** ``.ksyms`` of modules.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping

from sim.base.errors import BtfError, ElfError, RelocationError
from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    BTF_INT_BOOL,
    BTF_INT_CHAR,
    Array,
    BtfKind,
    Datasec,
    Enum,
    Func,
    Int,
    Var,
)
from sim.bpf.elf import SHN_UNDEF, STB_WEAK, ElfObject
from sim.bpf.spec import KconfigExtern, KconfigType, KsymExtern
from sim.loader.ksyms import ExternRefused

__all__ = ["collect_externs", "kconfig_bytes"]

_TRISTATE = {"n": 0, "y": 1, "m": 2}


def collect_externs(
    elf: ElfObject, btf: Btf | None
) -> tuple[tuple[KconfigExtern, ...], tuple[KsymExtern, ...]]:
    """Find all externs of an object.

    Returns:
        The kconfig externs, laid out, and the kernel symbols.
    """
    undefined = {s.name: s for s in elf.symbols if s.shndx == SHN_UNDEF and s.name}
    if not undefined:
        return (), ()
    if btf is None:
        raise ElfError(
            f"{elf.name} has externs and no BTF for them",
            where=elf.name,
            reason=f"{len(undefined)} undefined, the first is {min(undefined)!r}",
            suggestion="compile with -g",
        )
    known = _extern_ids(btf)
    kconfig: list[tuple[str, int, bool]] = []
    ksyms: list[KsymExtern] = []
    for name, symbol in sorted(undefined.items()):
        if name not in known:
            raise ElfError(
                f"symbol {name!r} is undefined and no extern",
                where=elf.name,
                reason="its BTF is in neither .kconfig nor .ksyms",
                suggestion="define it, or declare it with __kconfig or __ksym",
            )
        section, type_id = known[name]
        is_weak = symbol.bind == STB_WEAK
        if section == ".kconfig":
            kconfig.append((name, type_id, is_weak))
        else:
            btf_type = btf[type_id]
            is_func = isinstance(btf_type, Func)
            var_type = btf_type.type if isinstance(btf_type, Var) else type_id
            untyped = not is_func and btf.resolve(var_type) == 0
            ksyms.append(KsymExtern(name, 0 if untyped else type_id, is_func, is_weak))
    return _lay_out(btf, kconfig), tuple(ksyms)


def _extern_ids(btf: Btf) -> dict[str, tuple[str, int]]:
    known: dict[str, tuple[str, int]] = {}
    for section in (".kconfig", ".ksyms"):
        sec_id = btf.find(section, BtfKind.DATASEC)
        datasec = btf[sec_id] if sec_id is not None else None
        if isinstance(datasec, Datasec):
            for sec_var in datasec.vars:
                known[btf[sec_var.type].name] = (section, sec_var.type)
    return known


def _layout_key(row: tuple[tuple[int, int, str], KconfigType, bool, bool]) -> tuple[int, int, str]:
    return row[0]


def _lay_out(btf: Btf, externs: list[tuple[str, int, bool]]) -> tuple[KconfigExtern, ...]:
    rows = []
    for name, var_id, is_weak in externs:
        var = btf[var_id]
        if not isinstance(var, Var):
            raise BtfError(f"kconfig extern {name!r} is no variable")
        kind, is_signed = _kconfig_type(btf, name, var.type)
        key = (-btf.alignof(var.type), btf.sizeof(var.type), name)
        rows.append((key, kind, is_signed, is_weak))
    placed: list[KconfigExtern] = []
    end = 0
    for (minus_align, size, name), kind, is_signed, is_weak in sorted(rows, key=_layout_key):
        # Dividing by the negative alignment rounds up.
        start = end // minus_align * minus_align
        placed.append(KconfigExtern(name, kind, size, start, is_signed, is_weak))
        end = start + size
    return tuple(placed)


def _kconfig_type(btf: Btf, name: str, type_id: int) -> tuple[KconfigType, bool]:
    btf_type = btf.resolved(type_id)
    if isinstance(btf_type, Int):
        if btf_type.encoding & BTF_INT_BOOL and btf_type.size == 1:
            return KconfigType.BOOL, False
        if btf_type.encoding & BTF_INT_CHAR or btf_type.name == "char":
            return KconfigType.CHAR, False
        if btf_type.size in (1, 2, 4, 8):
            return KconfigType.INT, btf_type.is_signed
    if isinstance(btf_type, Enum) and btf_type.name == "libbpf_tristate":
        return KconfigType.TRISTATE, False
    if isinstance(btf_type, Array):
        elem = btf.resolved(btf_type.type)
        if btf_type.nelems and isinstance(elem, Int) and elem.size == 1:
            return KconfigType.STRING, False
    raise BtfError(
        f"kconfig extern {name!r} has a type that libbpf does not fill",
        reason=f"it is {btf.type_name(type_id)}",
        suggestion="use bool, char, an integer, enum libbpf_tristate or a char array",
    )


def kconfig_bytes(externs: tuple[KconfigExtern, ...], kconfig: Mapping[str, int | str]) -> bytes:
    """Fill the map behind kconfig externs.

    Args:
        externs: As `collect_externs` laid them out.
        kconfig: Values by name: numbers, ``"y"``/``"m"``/``"n"`` or text. Includes what libbpf
            works out itself (``LINUX_KERNEL_VERSION`` and the ``LINUX_HAS_…`` names).

    Raises:
        RelocationError: An extern that is not weak has no value, or the value does not fit.
    """
    size = max((extern.offset + extern.size for extern in externs), default=0)
    out = bytearray(size)
    for extern in externs:
        if extern.name in kconfig:
            value = _value_bytes(extern, kconfig[extern.name])
            out[extern.offset : extern.offset + len(value)] = value
        elif not extern.is_weak:
            raise ExternRefused(
                f"extern {extern.name!r} has no value in the kernel's configuration",
                where=f"kconfig extern {extern.name}",
                reason="it is not weak",
                suggestion="declare it __weak, or set it in the machine's kconfig",
                line=f"extern '{extern.name}' (strong): not resolved",
                number=errno.ESRCH,
            )
    return bytes(out)


def _value_bytes(extern: KconfigExtern, value: int | str) -> bytes:
    if extern.type is KconfigType.STRING:
        # libbpf keeps the end: a longer text is cut so that a NUL remains.
        return str(value).encode()[: extern.size - 1].ljust(extern.size, b"\0")
    if extern.type is KconfigType.CHAR and isinstance(value, str) and len(value) == 1:
        number = ord(value)
    elif isinstance(value, str) and value in _TRISTATE:
        number = _TRISTATE[value]
    else:
        number = _parse_number(extern, value)
    top = 2 if extern.type is KconfigType.TRISTATE else 1
    fits = extern.type not in (KconfigType.BOOL, KconfigType.TRISTATE) or 0 <= number <= top
    bits = extern.size * 8
    low, high = (-(1 << bits - 1), 1 << bits - 1) if extern.is_signed else (0, 1 << bits)
    if not fits or not low <= number < high:
        raise _misfit(extern, value)
    return number.to_bytes(extern.size, "little", signed=extern.is_signed)


def _parse_number(extern: KconfigExtern, value: int | str) -> int:
    try:
        return int(value, 0) if isinstance(value, str) else int(value)
    except ValueError as exc:
        raise _misfit(extern, value) from exc


def _misfit(extern: KconfigExtern, value: int | str) -> RelocationError:
    return RelocationError(
        f"value {value!r} does not fit extern {extern.name!r}",
        where=f"kconfig extern {extern.name}",
        reason=f"it is a {extern.type.value} of {extern.size} bytes",
    )
