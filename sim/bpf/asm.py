"""The assembler: LLVM's BPF text syntax to instructions.

Models what ``llvm-mc -triple=bpfel`` reads: ``r1 = *(u32 *)(r2 - 4)``, ``if w1 s< 5 goto
LBB0_2``, ``lock *(u64 *)(r1 + 0) += r2``, with labels (``name:``) and comments (``#``, ``//``).
It answers to LLVM's ``BPFAsmParser.cpp``, and is the inverse of `sim.bpf.disasm`: a listing of
that module, indexes and raw bytes included, assembles to the bytes it came from.

The rule to know: text that LLVM prints alike for different instructions has a spelling of ours:
``call pc+5`` (a call of a subprogram), ``call kfunc#7``, ``ld_pseudo r1, 2, 3, 8`` (the last
number fills the second slot) and ``.8byte`` for slots that are no instruction.

**Not modelled:** expressions, sections, macros, relocations against symbols elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sim.base.errors import AsmError, nearest
from sim.bpf import isa
from sim.bpf.asm_lex import Token, line_error, tokenize
from sim.bpf.isa import Insn

__all__ = ["ALU_OPS", "ATOMIC_OPS", "JMP_OPS", "SIZES", "assemble", "assemble_insns"]

#: Compound assignments by operation.
ALU_OPS = {
    "+=": isa.BPF_ADD,
    "-=": isa.BPF_SUB,
    "*=": isa.BPF_MUL,
    "/=": isa.BPF_DIV,
    "|=": isa.BPF_OR,
    "&=": isa.BPF_AND,
    "<<=": isa.BPF_LSH,
    ">>=": isa.BPF_RSH,
    "%=": isa.BPF_MOD,
    "^=": isa.BPF_XOR,
    "s>>=": isa.BPF_ARSH,
}
_SIGNED_OPS = {"s/=": isa.BPF_DIV, "s%=": isa.BPF_MOD}

#: Comparisons by operation.
JMP_OPS = {
    "==": isa.BPF_JEQ,
    ">": isa.BPF_JGT,
    ">=": isa.BPF_JGE,
    "&": isa.BPF_JSET,
    "!=": isa.BPF_JNE,
    "s>": isa.BPF_JSGT,
    "s>=": isa.BPF_JSGE,
    "<": isa.BPF_JLT,
    "<=": isa.BPF_JLE,
    "s<": isa.BPF_JSLT,
    "s<=": isa.BPF_JSLE,
}

#: Width names by size bits.
SIZES = {"u8": isa.BPF_B, "u16": isa.BPF_H, "u32": isa.BPF_W, "u64": isa.BPF_DW}
_SIGNED_SIZES = {"s8": isa.BPF_B, "s16": isa.BPF_H, "s32": isa.BPF_W}
_MOVSX_OFF = {"s8": 8, "s16": 16, "s32": 32}

#: Atomic operations that have a compound assignment, and the word in ``atomic_fetch_…``.
ATOMIC_OPS = {
    "+=": (isa.BPF_ADD, "add"),
    "|=": (isa.BPF_OR, "or"),
    "&=": (isa.BPF_AND, "and"),
    "^=": (isa.BPF_XOR, "xor"),
}
_FETCH_OPS = {f"atomic_fetch_{word}": op for op, word in ATOMIC_OPS.values()}
_SWAPS = {
    "le": (isa.BPF_ALU, isa.BPF_FROM_LE),
    "be": (isa.BPF_ALU, isa.BPF_FROM_BE),
    "bswap": (isa.BPF_ALU64, isa.BPF_FROM_LE),
}
_SWAP = re.compile(r"(le|be|bswap)(16|32|64)\Z")

_REGISTER = re.compile(r"([rw])(\d|10)\Z")
_LISTING = re.compile(r"\s*\d+:\s*(?:(?:[0-9a-f]{2} )*[0-9a-f]{2}\t)?")
_LISTING_LABEL = re.compile(r"\s*[0-9a-f]{8,16} <([^>]+)>:\s*\Z")
_LABEL = re.compile(r"\s*([A-Za-z_.$][\w.$]*):")
_HEADING = re.compile(r"Disassembly of section .*:\Z|.*:\s+file format \S+\Z")


class _Reg(NamedTuple):
    number: int
    is_32: bool


class _Fixup(NamedTuple):
    """A jump or call that waits for a label."""

    insn_idx: int
    label: str
    is_imm: bool
    line: int
    column: int


def assemble(text: str) -> bytes:
    """Assemble *text*.

    Raises:
        AsmError: It is no BPF assembler; says line and column.
    """
    return isa.encode(assemble_insns(text))


def assemble_insns(text: str) -> list[Insn]:
    """Assemble *text* to slots."""
    insns: list[Insn] = []
    labels: dict[str, int] = {}
    fixups: list[_Fixup] = []
    for number, line in enumerate(text.splitlines(), 1):
        at = 0
        if _HEADING.match(line):
            continue
        if listed := _LISTING_LABEL.match(line):
            labels[listed.group(1)] = len(insns)
            continue
        if listed := _LISTING.match(line):
            at = listed.end()
        while label := _LABEL.match(line, at):
            if label.group(1) in labels:
                raise line_error(number, label.start(1), f"label {label.group(1)!r} is there twice")
            labels[label.group(1)] = len(insns)
            at = label.end()
        tokens = tokenize(line, at, number)
        if tokens:
            parser = _Parser(tokens, number, len(line), len(insns), fixups)
            insns.extend(parser.statement())
    for fixup in fixups:
        _fix(insns, labels, fixup)
    return insns


def _fix(insns: list[Insn], labels: dict[str, int], fixup: _Fixup) -> None:
    if fixup.label not in labels:
        raise line_error(
            fixup.line,
            fixup.column,
            f"label {fixup.label!r} is not defined",
            nearest(fixup.label, labels),
        )
    distance = labels[fixup.label] - fixup.insn_idx - 1
    insn = insns[fixup.insn_idx]
    if fixup.is_imm:
        insns[fixup.insn_idx] = insn._replace(imm=distance)
    elif -(1 << 15) <= distance < 1 << 15:
        insns[fixup.insn_idx] = insn._replace(off=distance)
    else:
        raise line_error(
            fixup.line,
            fixup.column,
            f"label {fixup.label!r} is {distance} instructions away",
            "a jump reaches 32767; use gotol",
        )


class _Parser:
    """Reads the tokens of one line."""

    def __init__(
        self, tokens: list[Token], line: int, width: int, insn_idx: int, fixups: list[_Fixup]
    ) -> None:
        self._tokens = tokens
        self._line = line
        self._end = Token("end of line", False, width)
        self._insn_idx = insn_idx
        self._fixups = fixups
        self._at = 0
        self._words: dict[str, Callable[[], list[Insn]]] = {
            "exit": lambda: [Insn(isa.BPF_JMP | isa.BPF_EXIT)],
            "goto": lambda: [self._jump(Insn(isa.BPF_JMP | isa.BPF_JA), is_imm=False)],
            "gotol": lambda: [self._jump(Insn(isa.BPF_JMP32 | isa.BPF_JA), is_imm=True)],
            "if": self._if,
            "call": self._call,
            "callx": self._callx,
            "lock": self._lock,
            "*": self._store,
            "ld_pseudo": self._ld_pseudo,
            ".8byte": self._quad,
            ".quad": self._quad,
        }

    def statement(self) -> list[Insn]:
        first = self._next()
        if first.text in self._words:
            insns = self._words[first.text]()
        else:
            found = _REGISTER.match(first.text)
            if not found:
                raise self._unexpected(first, "an instruction", tuple(self._words))
            insns = [*self._assign(_Reg(int(found.group(2)), found.group(1) == "w"))]
        if self._at < len(self._tokens):
            raise self._unexpected(self._next(), "the end of the line")
        return insns

    # Tokens.

    def _peek(self, ahead: int = 0) -> Token:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else self._end

    def _next(self) -> Token:
        token = self._peek()
        self._at += 1
        return token

    def _accept(self, text: str) -> bool:
        if self._peek().text == text:
            self._at += 1
            return True
        return False

    def _expect(self, *texts: str) -> None:
        for text in texts:
            if not self._accept(text):
                raise self._unexpected(self._peek(), repr(text))

    def _unexpected(self, token: Token, wanted: str, known: tuple[str, ...] = ()) -> AsmError:
        return line_error(
            self._line,
            token.column,
            f"expected {wanted}, found {token.text!r}",
            nearest(token.text, known),
        )

    def _is_reg(self) -> bool:
        return bool(_REGISTER.match(self._peek().text))

    def _reg(self, *, is_32: bool | None = False) -> _Reg:
        token = self._next()
        found = _REGISTER.match(token.text)
        if not found:
            raise self._unexpected(token, "a register")
        reg = _Reg(int(found.group(2)), found.group(1) == "w")
        if is_32 is not None and reg.is_32 != is_32:
            raise self._unexpected(token, "a 32-bit register" if is_32 else "a 64-bit register")
        return reg

    def _number(self, low: int, high: int) -> int:
        start = self._peek()
        sign = -1 if self._accept("-") else 1
        if sign == 1:
            self._accept("+")
        token = self._next()
        if not token.is_num:
            raise self._unexpected(token, "a number")
        value = sign * int(token.text, 16 if token.text[:2] in ("0x", "0X") else 10)
        if not low <= value <= high:
            raise line_error(self._line, start.column, f"{value} is not within {low} to {high}")
        return value

    def _imm(self) -> int:
        return self._number(-(1 << 31), (1 << 31) - 1)

    def _off(self) -> int:
        return self._number(-(1 << 15), (1 << 15) - 1)

    def _address(self) -> tuple[int, int]:
        """Read ``r1 + 8``."""
        base = self._reg().number
        if self._peek().text not in ("+", "-"):
            raise self._unexpected(self._peek(), "'+' or '-'")
        return base, self._off()

    def _cast(self, sizes: dict[str, int]) -> tuple[str, int]:
        """Read ``(u32 *)``, the opening parenthesis being read."""
        token = self._next()
        if token.text not in sizes:
            raise self._unexpected(token, " or ".join(sizes))
        self._expect("*", ")")
        return token.text, sizes[token.text]

    # Statements.

    def _jump(self, insn: Insn, *, is_imm: bool) -> Insn:
        token = self._peek()
        if token.text in ("+", "-") or token.is_num:
            distance = self._imm() if is_imm else self._off()
            self._skip_symbol()
            return insn._replace(imm=distance) if is_imm else insn._replace(off=distance)
        self._at += 1
        if not _LABEL.match(token.text + ":"):
            raise self._unexpected(token, "a label or a distance")
        fixup = _Fixup(self._insn_idx, token.text, is_imm, self._line, token.column)
        self._fixups.append(fixup)
        return insn

    def _skip_symbol(self) -> None:
        # A listing names the target behind the distance: "goto +4 <LBB0_2+0x8>".
        if self._accept("<"):
            while self._peek() is not self._end and not self._accept(">"):
                self._at += 1

    def _if(self) -> list[Insn]:
        dst = self._reg(is_32=None)
        op = self._next()
        if op.text not in JMP_OPS:
            raise self._unexpected(op, "a comparison", tuple(JMP_OPS))
        opcode = (isa.BPF_JMP32 if dst.is_32 else isa.BPF_JMP) | JMP_OPS[op.text]
        if self._is_reg():
            src = self._reg(is_32=dst.is_32).number
            insn = Insn(opcode | isa.BPF_X, dst.number, src)
        else:
            insn = Insn(opcode, dst.number, imm=self._imm())
        self._expect("goto")
        return [self._jump(insn, is_imm=False)]

    def _call(self) -> list[Insn]:
        insn = Insn(isa.BPF_JMP | isa.BPF_CALL)
        token = self._peek()
        if token.text == "pc":
            self._at += 1
            return [insn._replace(src_reg=isa.BPF_PSEUDO_CALL, imm=self._imm())]
        if token.text == "kfunc":
            self._at += 1
            self._expect("#")
            return [insn._replace(src_reg=isa.BPF_PSEUDO_KFUNC_CALL, imm=self._imm())]
        if token.is_num or token.text in ("+", "-"):
            return [insn._replace(imm=self._imm())]
        return [self._jump(insn._replace(src_reg=isa.BPF_PSEUDO_CALL), is_imm=True)]

    def _callx(self) -> list[Insn]:
        return [Insn(isa.BPF_JMP | isa.BPF_CALL | isa.BPF_X, imm=self._reg().number)]

    def _lock(self) -> list[Insn]:
        self._expect("*", "(")
        sizes = {"u32": isa.BPF_W, "u64": isa.BPF_DW}
        _, size = self._cast(sizes)
        self._expect("(")
        base, off = self._address()
        self._expect(")")
        op = self._next()
        if op.text not in ATOMIC_OPS:
            raise self._unexpected(op, "an atomic operation", tuple(ATOMIC_OPS))
        # Without ALU32, LLVM spells the register of a 32-bit atomic add with an r.
        src = self._reg(is_32=None if size == isa.BPF_W else False).number
        opcode = isa.BPF_STX | isa.BPF_ATOMIC | size
        return [Insn(opcode, base, src, off, ATOMIC_OPS[op.text][0])]

    def _store(self) -> list[Insn]:
        self._expect("(")
        _, size = self._cast(SIZES)
        self._expect("(")
        base, off = self._address()
        self._expect(")", "=")
        if self._is_reg():
            src = self._reg(is_32=False if size == isa.BPF_DW else None).number
            return [Insn(isa.BPF_STX | isa.BPF_MEM | size, base, src, off)]
        return [Insn(isa.BPF_ST | isa.BPF_MEM | size, base, 0, off, self._imm())]

    def _ld_pseudo(self) -> list[Insn]:
        dst = self._reg().number
        self._expect(",")
        src = self._number(0, 15)
        self._expect(",")
        low = self._number(0, (1 << 32) - 1)
        high = self._imm() if self._accept(",") else 0
        return [Insn(isa.LDIMM64, dst, src, 0, _s32(low)), Insn(0, imm=high)]

    def _quad(self) -> list[Insn]:
        return isa.decode(self._number(0, (1 << 64) - 1).to_bytes(8, "little"))

    def _assign(self, dst: _Reg) -> list[Insn]:
        cls = isa.BPF_ALU if dst.is_32 else isa.BPF_ALU64
        op = self._next()
        if op.text in ALU_OPS or op.text in _SIGNED_OPS:
            off = int(op.text in _SIGNED_OPS)
            opcode = cls | (_SIGNED_OPS if off else ALU_OPS)[op.text]
            return [self._operand(opcode, dst, off)]
        if op.text != "=":
            raise self._unexpected(op, "an assignment", (*ALU_OPS, *_SIGNED_OPS, "="))
        token, after = self._peek(), self._peek(1)
        if token.text == "-" and not after.is_num:
            self._at += 1
            reg = self._peek()
            if self._reg(is_32=dst.is_32) != dst:
                raise self._unexpected(reg, "the register that is assigned to")
            return [Insn(cls | isa.BPF_NEG, dst.number)]
        if self._is_reg():
            return [self._operand(cls | isa.BPF_MOV, dst, 0)]
        if token.is_num or token.text == "-":
            return self._load_number(cls, dst)
        self._at += 1
        if token.text == "(":
            return [self._sign_extend(cls, dst)]
        if token.text == "*":
            return [self._load(dst)]
        if swap := _SWAP.match(token.text):
            return [self._swap(dst, swap)]
        return [self._exchange(dst, token)]

    def _operand(self, opcode: int, dst: _Reg, off: int) -> Insn:
        if self._is_reg():
            src = self._reg(is_32=dst.is_32).number
            return Insn(opcode | isa.BPF_X, dst.number, src, off)
        return Insn(opcode, dst.number, 0, off, self._imm())

    def _load_number(self, cls: int, dst: _Reg) -> list[Insn]:
        start = self._peek()
        value = self._number(-(1 << 63), (1 << 64) - 1)
        if not dst.is_32 and self._accept("ll"):
            low = Insn(isa.LDIMM64, dst.number, imm=_s32(value))
            return [low, Insn(0, imm=_s32(value >> 32))]
        if not -(1 << 31) <= value < 1 << 31:
            raise line_error(
                self._line,
                start.column,
                f"{value} does not fit 32 bits",
                f"write r{dst.number} = {value} ll",
            )
        return [Insn(cls | isa.BPF_MOV, dst.number, imm=value)]

    def _sign_extend(self, cls: int, dst: _Reg) -> Insn:
        token = self._next()
        if token.text not in _MOVSX_OFF or (dst.is_32 and token.text == "s32"):
            raise self._unexpected(token, "s8 or s16" if dst.is_32 else "s8, s16 or s32")
        self._expect(")")
        src = self._reg(is_32=dst.is_32).number
        off = _MOVSX_OFF[token.text]
        return Insn(cls | isa.BPF_MOV | isa.BPF_X, dst.number, src, off)

    def _load(self, dst: _Reg) -> Insn:
        self._expect("(")
        start = self._peek()
        name, size = self._cast({**SIZES, **_SIGNED_SIZES})
        if self._accept("skb"):
            return self._load_skb(dst, size, start)
        self._expect("(")
        base, off = self._address()
        self._expect(")")
        signed = name in _SIGNED_SIZES
        if dst.is_32 and (size == isa.BPF_DW or signed):
            raise self._unexpected(start, "a load that fits a 32-bit register")
        mode = isa.BPF_MEMSX if signed else isa.BPF_MEM
        return Insn(isa.BPF_LDX | mode | size, dst.number, base, off)

    def _load_skb(self, dst: _Reg, size: int, start: Token) -> Insn:
        if dst != _Reg(0, False) or size == isa.BPF_DW:
            raise self._unexpected(start, "r0 = *(u8|u16|u32 *)skb[…]")
        self._expect("[")
        if self._is_reg():
            insn = Insn(isa.BPF_LD | isa.BPF_IND | size, 0, self._reg().number)
        else:
            insn = Insn(isa.BPF_LD | isa.BPF_ABS | size, imm=self._imm())
        self._expect("]")
        return insn

    def _swap(self, dst: _Reg, swap: re.Match[str]) -> Insn:
        token = self._peek()
        if self._reg() != dst:
            raise self._unexpected(token, "the register that is assigned to")
        cls, source = _SWAPS[swap.group(1)]
        return Insn(cls | isa.BPF_END | source, dst.number, imm=int(swap.group(2)))

    def _exchange(self, dst: _Reg, word: Token) -> Insn:
        size = isa.BPF_W if dst.is_32 else isa.BPF_DW
        opcode = isa.BPF_STX | isa.BPF_ATOMIC | size
        suffix = "32_32" if dst.is_32 else "_64"
        if word.text in _FETCH_OPS:
            self._expect("(", "(")
            self._cast({"u32" if dst.is_32 else "u64": size})
            self._expect("(")
            base, off = self._address()
            self._expect(")", ",")
            src = self._same(dst)
            insn = Insn(opcode, base, src, off, _FETCH_OPS[word.text] | isa.BPF_FETCH)
        elif word.text == f"xchg{suffix}":
            self._expect("(")
            base, off = self._address()
            self._expect(",")
            insn = Insn(opcode, base, self._same(dst), off, isa.BPF_XCHG)
        elif word.text == f"cmpxchg{suffix}":
            self._expect("(")
            base, off = self._address()
            self._expect(",", "w0" if dst.is_32 else "r0", ",")
            src = self._reg(is_32=dst.is_32).number
            insn = Insn(opcode, base, src, off, isa.BPF_CMPXCHG)
        else:
            known = (*_FETCH_OPS, f"xchg{suffix}", f"cmpxchg{suffix}")
            raise self._unexpected(word, "a value", known)
        self._expect(")")
        return insn

    def _same(self, dst: _Reg) -> int:
        token = self._peek()
        if self._reg(is_32=dst.is_32) != dst:
            raise self._unexpected(token, "the register that is assigned to")
        return dst.number


def _s32(value: int) -> int:
    return (value + (1 << 31)) % (1 << 32) - (1 << 31)
