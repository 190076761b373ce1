"""Kernel symbols that an object names: functions, typed variables, and bare addresses.

Answers to ``bpf_object__resolve_externs`` and the ``__ksym`` part of
``bpf_object__relocate_data`` in libbpf's ``libbpf.c`` (1.1).

**Rule:** an extern that has a type must be compatible with what the kernel calls so; one that is
weak and missing is 0, or as a function a call that must not be reached.

**Not modelled:** symbols of modules.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence

from sim.base.errors import RelocationError, nearest
from sim.bpf.btf import Btf
from sim.bpf.btf_types import BtfKind, Func, Var
from sim.bpf.isa import BPF_CALL, BPF_JMP, BPF_PSEUDO_BTF_ID, Insn, is_ldimm64
from sim.bpf.spec import ExternReloc, KsymExtern
from sim.loader.core_match import types_are_compat

__all__ = ["KFUNC_POISON_FUNC", "ExternRefused", "KsymResolver"]

#: The helper number that stands for a weak kernel function that does not exist.
KFUNC_POISON_FUNC = 2_002_000_000


class ExternRefused(RelocationError):
    """An extern that the kernel does not have, or has as something else.

    Attributes:
        libbpf: What libbpf prints.
        number: The errno with which it gives up, positive.
    """

    def __init__(
        self, problem: str, *, where: str, reason: str, suggestion: str, line: str, number: int
    ) -> None:
        super().__init__(problem, where=where, reason=reason, suggestion=suggestion)
        self.libbpf = (line,)
        self.number = number


class KsymResolver:
    """Finds kernel symbols and puts them into instructions.

    Args:
        local: The object's types, None if it has none.
        kernel_btf: The kernel's types.
        ksyms: Addresses by name (kallsyms).
    """

    def __init__(self, local: Btf | None, kernel_btf: Btf, ksyms: Mapping[str, int]) -> None:
        self._local = local
        self._btf = kernel_btf
        self._ksyms = ksyms

    def check(self, externs: Sequence[KsymExtern], where: str) -> None:
        """Refuse externs that libbpf does not resolve, whoever uses them.

        Raises:
            ExternRefused: One is missing and not weak, or is something else.
        """
        for extern in externs:
            self._find(extern, where)

    def apply(self, insns: list[Insn], reloc: ExternReloc, extern: KsymExtern, where: str) -> None:
        """Put *extern* into the instruction of *reloc*, in place.

        Raises:
            ExternRefused: It is missing and not weak, or is something else.
            RelocationError: The instruction uses it as what it is not.
        """
        at = reloc.insn_idx
        is_call = not is_ldimm64(insns[at])
        if is_call and not extern.is_func:
            raise RelocationError(
                f"extern {extern.name!r} is used as what it is not",
                where=f"{where}, insn {at}",
                reason="the instruction calls it, and its BTF says variable",
            )
        found = self._find(extern, where)
        if is_call:
            if found is None:
                insns[at] = Insn(BPF_JMP | BPF_CALL, imm=KFUNC_POISON_FUNC)
            else:
                insns[at] = insns[at]._replace(imm=found, off=0)
        elif extern.type_id:
            src_reg = BPF_PSEUDO_BTF_ID if found is not None else 0
            insns[at] = insns[at]._replace(src_reg=src_reg, imm=found or 0)
            insns[at + 1] = insns[at + 1]._replace(imm=0)
        else:
            low, high = (found or 0) & 0xFFFF_FFFF, (found or 0) >> 32
            insns[at] = insns[at]._replace(src_reg=0, imm=low - (low >> 31 << 32))
            insns[at + 1] = insns[at + 1]._replace(imm=high - (high >> 31 << 32))

    def _find(self, extern: KsymExtern, where: str) -> int | None:
        if extern.is_func:
            found = self._btf.find(extern.name, BtfKind.FUNC)
            line = f"extern (func ksym) '{extern.name}': not found in kernel or module BTFs"
            self._refuse_missing(extern, found, "kernel function", where, line)
        elif extern.type_id:
            found = self._btf.find(extern.name, BtfKind.VAR)
            line = f"extern (var ksym) '{extern.name}': not found in kernel BTF"
            self._refuse_missing(extern, found, "typed kernel variable", where, line)
        else:
            address = self._ksyms.get(extern.name)
            line = f"extern '{extern.name}' (strong): not resolved"
            self._refuse_missing(extern, address, "kernel symbol", where, line)
            return address
        if found is not None:
            self._check_type(extern, found, where)
        return found

    def _refuse_missing(
        self, extern: KsymExtern, found: int | None, what: str, where: str, line: str
    ) -> None:
        if found is None and not extern.is_weak:
            raise ExternRefused(
                f"this kernel has no {what} {extern.name!r}",
                where=where,
                reason="the extern is not weak",
                suggestion=nearest(extern.name, self._ksyms) or "declare it __weak",
                line=line,
                number=errno.ESRCH,
            )

    def _check_type(self, extern: KsymExtern, found: int, where: str) -> None:
        local, kernel = self._local, self._btf
        if local is None:
            return
        mine, theirs = local[extern.type_id], kernel[found]
        if isinstance(mine, Func) and isinstance(theirs, Func):
            ids = mine.type, theirs.type
            line = (
                f"extern (func ksym) '{extern.name}': func_proto [{ids[0]}] incompatible with "
                f"kernel [{ids[1]}]"
            )
        elif isinstance(mine, Var) and isinstance(theirs, Var):
            ids = local.skip_mods(mine.type), kernel.skip_mods(theirs.type)
            line = (
                f"extern (var ksym) '{extern.name}': incompatible types, expected "
                f"{_type_text(local, ids[0])}, but kernel has {_type_text(kernel, ids[1])}"
            )
        else:
            return
        if not types_are_compat(local, ids[0], kernel, ids[1]):
            raise ExternRefused(
                f"extern {extern.name!r} is something else in this kernel",
                where=where,
                reason=f"the object has {local.type_name(ids[0])}, and the kernel "
                f"{kernel.type_name(ids[1])}: parameters and pointers must be of the same kinds",
                suggestion="declare it as the kernel does",
                line=line,
                number=errno.EINVAL,
            )


def _type_text(btf: Btf, type_id: int) -> str:
    found = btf[type_id]
    return f"[{type_id}] {found.kind.name.lower()} {found.name or '(anon)'}"
