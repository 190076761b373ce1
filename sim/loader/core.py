"""CO-RE: making a program fit the kernel it is loaded on.

Answers to ``bpf_core_calc_relo_insn`` and ``bpf_core_patch_insn`` in libbpf's ``relo_core.c``.

The rule to know: a relocation looks at *every* kernel type of the same name (flavours apart)
and of a compatible kind; those that have the walk must agree. If none has it, "exists" and
"size" become 0 and anything else *poisons* the instruction: it becomes ``call 195896080``,
which is harmless where no path leads and is refused where one does.

**Not modelled:** candidates in modules, 32-bit kernels, big-endian bitfields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sim.base.errors import RelocationError
from sim.bpf.btf import Btf, essential_name
from sim.bpf.btf_ext import CoreReloKind
from sim.bpf.btf_types import BtfType, Enum, Enum64, Int, Ptr, Struct, Union
from sim.bpf.isa import (
    BPF_ALU,
    BPF_ALU64,
    BPF_B,
    BPF_CALL,
    BPF_DW,
    BPF_H,
    BPF_JMP,
    BPF_LDX,
    BPF_ST,
    BPF_STX,
    BPF_W,
    MEM_SIZE_BYTES,
    Insn,
    is_ldimm64,
)
from sim.bpf.spec import ProgCoreRelo
from sim.loader.core_match import kinds_are_compat
from sim.loader.core_spec import (
    ENUMVAL_KINDS,
    FIELD_KINDS,
    LIBBPF_WORDS,
    CoreSpec,
    match_spec,
    parse_spec,
)

__all__ = ["CORE_POISON_FUNC", "CoreRelocator", "CoreResult"]

#: The helper number of a poisoned instruction.
CORE_POISON_FUNC = 0xBAD2310

#: What libbpf calls a kind in messages.
_SIZE_BITS = {1: BPF_B, 2: BPF_H, 4: BPF_W, 8: BPF_DW}


class _Value(NamedTuple):
    """What a walk means for an instruction.

    Attributes:
        value: Offset, size, id, …; None where the walk does not exist.
        check: Whether the instruction must hold the local value before it is patched.
        size: Bytes of the field that a load or store would move, 0 if that does not matter.
        type_id: Type of that field.
    """

    value: int | None
    check: bool = True
    size: int = 0
    type_id: int = 0


@dataclass(frozen=True, slots=True)
class CoreResult:
    """What a relocation comes to.

    Attributes:
        local: What the compiler put in, None where it puts in nothing that can be checked.
        target: What the kernel needs.
        poison: Whether the kernel lacks it, so that the instruction must not run.
        sizes: Bytes a load or store moved, and has to move.
        bad_size: Whether those differ in a way that a load or store cannot follow.
        text: The relocation, spelled for messages.
        found: The kernel's walk, spelled, or "".
    """

    local: int | None
    target: int
    poison: bool
    sizes: tuple[int, int]
    bad_size: bool
    text: str
    found: str


class CoreRelocator:
    """Relocates the programs of one object for one kernel.

    Args:
        local: The object's types.
        kernel: The kernel's types.
    """

    def __init__(self, local: Btf, kernel: Btf) -> None:
        self._local = local
        self._kernel = kernel
        self._results: dict[tuple[int, str, CoreReloKind], CoreResult] = {}

    def apply(self, insns: list[Insn], relo: ProgCoreRelo, where: str) -> CoreResult:
        """Patch the instruction of *relo* in place."""
        key = (relo.type_id, relo.access_str, relo.kind)
        if key not in self._results:
            self._results[key] = self._calculate(relo, where)
        result = self._results[key]
        return patch_insn(insns, relo.insn_idx, result, where)

    def _calculate(self, relo: ProgCoreRelo, where: str) -> CoreResult:
        spec = parse_spec(self._local, relo.type_id, relo.access_str, relo.kind)
        text = f"<{LIBBPF_WORDS[relo.kind]}> [{relo.type_id}] {spec.in_full()}"
        local = _value(spec)
        if relo.kind is CoreReloKind.TYPE_ID_LOCAL:
            return CoreResult(None, relo.type_id, False, (0, 0), False, text, str(spec))
        found = self._targets(spec, relo, where)
        if not found:
            missing = _value_of_missing(relo.kind)
            old = local.value if local.check else None
            poison = missing.value is None
            return CoreResult(old, missing.value or 0, poison, (0, 0), False, text, "")
        target_spec = found[0]
        target = _value(target_spec)
        self._check_agreement(found, target, text, where)
        assert target.value is not None
        return CoreResult(
            local=local.value if local.check else None,
            target=target.value,
            poison=False,
            sizes=(local.size, target.size),
            bad_size=not self._sizes_fit(local, target),
            text=text,
            found=str(target_spec),
        )

    def _targets(self, spec: CoreSpec, relo: ProgCoreRelo, where: str) -> list[CoreSpec]:
        root = self._local[relo.type_id]
        if not root.name:
            raise RelocationError(
                "a CO-RE relocation has an anonymous type",
                where=where,
                reason="candidates in the kernel are found by name",
                suggestion="give the struct or union a name",
            )
        found: list[CoreSpec] = []
        for cand_id in self._kernel.ids_by_essential_name(essential_name(root.name)):
            if kinds_are_compat(root, self._kernel[cand_id]):
                match = match_spec(spec, self._kernel, cand_id)
                if match is not None:
                    found.append(match)
        return found

    def _check_agreement(self, found: list[CoreSpec], first: _Value, text: str, where: str) -> None:
        for other in found[1:]:
            value = _value(other).value
            if other.bit_off != found[0].bit_off:
                problem = f"field offset ambiguity: {other.bit_off} != {found[0].bit_off}"
            elif value != first.value:
                both = f"success {_unsigned(value)} != success {_unsigned(first.value)}"
                problem = f"relocation decision ambiguity: {both}"
            else:
                continue
            raise RelocationError(
                problem, where=f"{where}, {text}", reason="several kernel types fit and disagree"
            )

    def _sizes_fit(self, local: _Value, target: _Value) -> bool:
        if local.size == target.size:
            return True
        mine = self._local.resolved(local.type_id)
        theirs = self._kernel.resolved(target.type_id)
        if isinstance(mine, Ptr) and isinstance(theirs, Ptr):
            return True
        return _is_unsigned(mine) and _is_unsigned(theirs)


def _unsigned(value: int | None) -> int:
    return (value or 0) % (1 << 64)


def _is_unsigned(btf_type: BtfType) -> bool:
    return isinstance(btf_type, Int) and not btf_type.is_signed


def _value_of_missing(kind: CoreReloKind) -> _Value:
    poisoned = (FIELD_KINDS | {CoreReloKind.ENUMVAL_VALUE}) - {CoreReloKind.FIELD_EXISTS}
    return _Value(None if kind in poisoned else 0)


def _value(spec: CoreSpec) -> _Value:
    kind = spec.kind
    if kind in ENUMVAL_KINDS:
        return _enumval(spec)
    if kind in FIELD_KINDS:
        return _field_value(spec)
    match kind:
        case CoreReloKind.TYPE_ID_LOCAL | CoreReloKind.TYPE_ID_TARGET:
            # Compilers disagree about what they put in for ids, so nothing is checked.
            return _Value(spec.root_type_id, check=False)
        case CoreReloKind.TYPE_SIZE:
            return _Value(spec.btf.sizeof(spec.root_type_id))
        case _:
            return _Value(1)


def _enumval(spec: CoreSpec) -> _Value:
    if spec.kind is CoreReloKind.ENUMVAL_EXISTS:
        return _Value(1)
    enum = spec.btf.resolved(spec.root_type_id)
    assert isinstance(enum, Enum | Enum64)
    value = enum.values[spec.steps[0].idx].value
    if isinstance(enum, Enum):
        # 32-bit enumerators are sign-extended whatever the enum says about itself.
        value = (value + (1 << 31)) % (1 << 32) - (1 << 31)
    return _Value(value)


def _field_value(spec: CoreSpec) -> _Value:
    if spec.kind is CoreReloKind.FIELD_EXISTS:
        return _Value(1)
    step = spec.steps[-1]
    if step.name is None:
        size = spec.btf.sizeof(step.type_id)
        if spec.kind is CoreReloKind.FIELD_BYTE_OFFSET:
            return _Value(spec.bit_off // 8, size=size, type_id=step.type_id)
        if spec.kind is CoreReloKind.FIELD_BYTE_SIZE:
            return _Value(size)
        raise RelocationError("a bitfield relocation is about an array element", where=str(spec))
    composite = spec.btf.resolved(step.type_id)
    assert isinstance(composite, Struct | Union)
    member = composite.members[step.idx]
    byte_off, byte_size, bit_size = _load_of(spec, member.type, member.bitfield_size)
    is_bitfield = bool(member.bitfield_size)
    match spec.kind:
        case CoreReloKind.FIELD_BYTE_OFFSET:
            size = 0 if is_bitfield else byte_size
            return _Value(byte_off, not is_bitfield, size, member.type)
        case CoreReloKind.FIELD_BYTE_SIZE:
            return _Value(byte_size, not is_bitfield)
        case CoreReloKind.FIELD_SIGNED:
            field_type = spec.btf.resolved(member.type)
            is_enum = isinstance(field_type, Enum | Enum64)
            signed = isinstance(field_type, Int | Enum | Enum64) and field_type.is_signed
            # Whether an enum is signed is told only by newer compilers.
            return _Value(int(signed), check=not is_enum)
        case CoreReloKind.FIELD_LSHIFT_U64:
            shift = 64 - (spec.bit_off + bit_size - byte_off * 8)
            return _Value(shift, not is_bitfield)
        case _:
            return _Value(64 - bit_size)


def _load_of(spec: CoreSpec, type_id: int, bitfield_size: int) -> tuple[int, int, int]:
    """Return the byte offset, byte size and bit size of the load that covers a field."""
    size = spec.btf.sizeof(type_id)
    if not bitfield_size:
        return spec.bit_off // 8, size, size * 8
    if not size:
        raise RelocationError("a bitfield has a type of no bytes", where=str(spec))
    byte_off = spec.bit_off // 8 // size * size
    while spec.bit_off + bitfield_size - byte_off * 8 > size * 8:
        if size >= 8:
            raise RelocationError("a bitfield cannot be read by one 64-bit load", where=str(spec))
        size *= 2
        byte_off = spec.bit_off // 8 // size * size
    return byte_off, size, bitfield_size


def patch_insn(insns: list[Insn], insn_idx: int, result: CoreResult, where: str) -> CoreResult:
    """Put *result* into an instruction, or poison it.

    Returns:
        The result, marked poisoned where a load or store cannot follow the kernel's field.
    """
    if not 0 <= insn_idx < len(insns):
        raise RelocationError(f"a CO-RE relocation is about insn {insn_idx}", where=where)
    insn = insns[insn_idx]
    where = f"{where}, insn {insn_idx}, {result.text}"
    if result.poison:
        _poison(insns, insn_idx)
        return result
    if insn.insn_class in (BPF_LDX, BPF_ST, BPF_STX):
        _expect(insn.off, result, where)
        if result.bad_size:
            _poison(insns, insn_idx)
            return CoreResult(
                result.local, result.target, True, result.sizes, True, result.text, result.found
            )
        if not -0x8000 <= result.target <= 0x7FFF:
            raise RelocationError(
                f"offset {result.target} does not fit a load or store", where=where
            )
        insns[insn_idx] = _resize(insn, result, where)._replace(off=result.target)
    elif insn.insn_class in (BPF_ALU, BPF_ALU64):
        if insn.is_x:
            raise RelocationError("a CO-RE relocation is about a register operand", where=where)
        _expect(insn.imm, result, where)
        if not -(1 << 31) <= result.target < 1 << 32:
            raise RelocationError(f"{result.target} does not fit 32 bits", where=where)
        insns[insn_idx] = insn._replace(imm=_s32(result.target))
    elif is_ldimm64(insn) and not insn.src_reg and insn_idx + 1 < len(insns):
        high = insns[insn_idx + 1]
        _expect(insn.imm & 0xFFFF_FFFF | high.imm << 32, result, where)
        insns[insn_idx] = insn._replace(imm=_s32(result.target))
        insns[insn_idx + 1] = high._replace(imm=_s32(result.target >> 32))
    else:
        raise RelocationError(
            f"opcode {insn.opcode:#04x} cannot take a CO-RE relocation", where=where
        )
    return result


def _expect(actual: int, result: CoreResult, where: str) -> None:
    expected = result.local
    if expected is None or (actual - expected) % (1 << 32) == 0:
        return
    raise RelocationError(
        f"the instruction holds {actual}, and its CO-RE relocation says {expected}",
        where=where,
        reason="code and type information do not belong together",
        suggestion="compile the object again",
    )


def _resize(insn: Insn, result: CoreResult, where: str) -> Insn:
    old, wanted = result.sizes
    if old == wanted:
        return insn
    if MEM_SIZE_BYTES[insn.size] != old:
        raise RelocationError(
            f"the instruction moves {MEM_SIZE_BYTES[insn.size]} bytes of a field of {old}",
            where=where,
        )
    if wanted not in _SIZE_BITS:
        raise RelocationError(f"a load or store cannot move {wanted} bytes", where=where)
    return insn._replace(opcode=insn.mode | _SIZE_BITS[wanted] | insn.insn_class)


def _poison(insns: list[Insn], insn_idx: int) -> None:
    poison = Insn(BPF_JMP | BPF_CALL, imm=CORE_POISON_FUNC)
    if is_ldimm64(insns[insn_idx]) and insn_idx + 1 < len(insns):
        insns[insn_idx + 1] = poison
    insns[insn_idx] = poison


def _s32(value: int) -> int:
    return (value + (1 << 31)) % (1 << 32) - (1 << 31)
