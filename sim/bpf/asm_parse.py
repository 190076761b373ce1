"""The assembler's parser: the tokens of one statement to slots.

Serves `sim.bpf.asm`. Answers to LLVM's ``BPFInstrInfo.td``, which says how each instruction is
spelled.

**Rule:** a jump to a label gets distance 0 and leaves a `Fixup` behind.

**Not modelled:** load-acquire and store-release (Linux 6.15).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sim.base.errors import AsmError, nearest
from sim.bpf import isa
from sim.bpf.asm_lex import Line, Token, number_of
from sim.bpf.asm_words import (
    ALU_OPS,
    ATOMIC_OPS,
    FETCH_OPS,
    JMP_OPS,
    MOVSX_OFF,
    SIGNED_OPS,
    SIGNED_SIZES,
    SIZES,
    SWAPS,
)
from sim.bpf.isa import Insn

__all__ = ["Fixup", "Parser"]

# r11 is what LLVM keeps its stack pointer in; no kernel knows it
_REGISTER = re.compile(r"([rwRW])([0-9]|1[01])\Z")
_NAME = re.compile(r"[A-Za-z_.$][\w.$]*\Z")
_SWAP = re.compile(r"(le|be|bswap)(16|32|64)\Z")


class _Reg(NamedTuple):
    number: int
    is_32: bool


class Fixup(NamedTuple):
    """A jump or call that waits for a label."""

    insn_idx: int
    label: str
    line: Line
    column: int


class Parser:
    """Reads the tokens of one statement.

    Args:
        line: Where it stands.
        tokens: Its tokens, at least one.
        insn_idx: The slot that it begins with.
        fixups: Where to add what waits for a label.
    """

    def __init__(self, line: Line, tokens: list[Token], insn_idx: int, fixups: list[Fixup]) -> None:
        self._tokens = tokens
        self._line = line
        end = tokens[-1].column + len(tokens[-1].text)
        self._end = Token("the end of the statement", False, end)
        self._insn_idx = insn_idx
        self._fixups = fixups
        self._at = 0
        self._words: dict[str, Callable[[], list[Insn]]] = {
            "exit": lambda: [Insn(isa.EXIT)],
            "goto": lambda: [self._jump(Insn(isa.JA))],
            "gotol": lambda: [self._jump(Insn(isa.JA32))],
            "may_goto": lambda: [self._jump(Insn(isa.MAY_GOTO))],
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
        """Return the statement's slots.

        Raises:
            AsmError: It is no instruction.
        """
        first = self._next()
        if first.text in self._words:
            insns = self._words[first.text]()
        else:
            found = _REGISTER.match(first.text)
            if not found:
                raise self._unexpected(first, "an instruction", tuple(self._words))
            insns = self._assign(_Reg(int(found.group(2)), found.group(1) in "wW"))
        if self._at < len(self._tokens):
            raise self._unexpected(self._next(), "the end of the statement")
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
        found = token.text if token is self._end else repr(token.text)
        problem = f"expected {wanted}, found {found}"
        return self._line.error(token.column, problem, nearest(token.text, known))

    def _is_reg(self) -> bool:
        return bool(_REGISTER.match(self._peek().text))

    def _reg(self, *, is_32: bool | None = False) -> _Reg:
        token = self._next()
        found = _REGISTER.match(token.text)
        if not found:
            raise self._unexpected(token, "a register")
        reg = _Reg(int(found.group(2)), found.group(1) in "wW")
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
        value = number_of(token)
        if value is None:
            raise self._unexpected(token, "a number")
        value *= sign
        if not low <= value <= high:
            raise self._line.error(start.column, f"{value} is not within {low} to {high}")
        return value

    def _imm(self, *, is_32: bool = False) -> int:
        """Read an immediate; to 32-bit operations 0xffffffff is −1."""
        start = self._peek()
        value = self._number(-(1 << 31), (1 << 32) - 1)
        if value >= 1 << 31 and not is_32:
            problem = f"{value} is not within {-(1 << 31)} to {(1 << 31) - 1}"
            suggestion = f"write {_s32(value)} for what the sign extends to 64 bits, or use ll"
            raise self._line.error(start.column, problem, suggestion)
        return _s32(value)

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

    def _jump(self, insn: Insn) -> Insn:
        token = self._peek()
        is_imm = insn.opcode in (isa.CALL, isa.JA32)
        if token.text in ("+", "-") or token.is_num:
            distance = self._imm() if is_imm else self._off()
            self._skip_symbol()
            return insn._replace(imm=distance) if is_imm else insn._replace(off=distance)
        self._at += 1
        if token is self._end or not _NAME.match(token.text):
            raise self._unexpected(token, "a label or a distance")
        self._fixups.append(Fixup(self._insn_idx, token.text, self._line, token.column))
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
            insn = Insn(opcode, dst.number, imm=self._imm(is_32=dst.is_32))
        self._expect("goto")
        return [self._jump(insn)]

    def _call(self) -> list[Insn]:
        token = self._peek()
        if token.text == "pc":
            self._at += 1
            return [Insn(isa.CALL, src_reg=isa.BPF_PSEUDO_CALL, imm=self._imm())]
        if token.text == "kfunc":
            self._at += 1
            self._expect("#")
            return [Insn(isa.CALL, src_reg=isa.BPF_PSEUDO_KFUNC_CALL, imm=self._imm())]
        if token.is_num or token.text in ("+", "-"):
            return [Insn(isa.CALL, imm=self._imm())]
        if token is self._end or not _NAME.match(token.text):
            raise self._unexpected(token, "a helper, a label or a number")
        return [self._jump(Insn(isa.CALL, src_reg=isa.BPF_PSEUDO_CALL))]

    def _callx(self) -> list[Insn]:
        return [Insn(isa.CALL | isa.BPF_X, self._reg().number)]

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
        imm = self._imm(is_32=size != isa.BPF_DW)
        return [Insn(isa.BPF_ST | isa.BPF_MEM | size, base, 0, off, imm)]

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
        if op.text in ALU_OPS or op.text in SIGNED_OPS:
            off = int(op.text in SIGNED_OPS)
            opcode = cls | (SIGNED_OPS if off else ALU_OPS)[op.text]
            return [self._operand(opcode, dst, off)]
        if op.text != "=":
            raise self._unexpected(op, "an assignment", (*ALU_OPS, *SIGNED_OPS, "="))
        token, after = self._peek(), self._peek(1)
        if token.text == "-" and not after.is_num:
            self._at += 1
            reg = self._peek()
            if self._reg(is_32=dst.is_32) != dst:
                raise self._unexpected(reg, "the register that is assigned to")
            return [Insn(cls | isa.BPF_NEG, dst.number)]
        if self._is_reg():
            return [self._operand(cls | isa.BPF_MOV, dst, 0)]
        if token.is_num or token.text in ("+", "-"):
            return self._load_number(cls, dst)
        self._at += 1
        if token.text == "(":
            return [self._sign_extend(cls, dst)]
        if token.text == "*":
            return [self._load(dst)]
        if swap := _SWAP.match(token.text):
            return [self._swap(dst, swap)]
        if token.text == "addr_space_cast" and not dst.is_32:
            return [self._address_space(dst)]
        return [self._exchange(dst, token)]

    def _operand(self, opcode: int, dst: _Reg, off: int) -> Insn:
        if self._is_reg():
            src = self._reg(is_32=dst.is_32).number
            return Insn(opcode | isa.BPF_X, dst.number, src, off)
        return Insn(opcode, dst.number, 0, off, self._imm(is_32=dst.is_32))

    def _load_number(self, cls: int, dst: _Reg) -> list[Insn]:
        start = self._peek()
        value = self._number(-(1 << 63), (1 << 64) - 1)
        if not dst.is_32 and self._accept("ll"):
            low = Insn(isa.LDIMM64, dst.number, imm=_s32(value))
            return [low, Insn(0, imm=_s32(value >> 32))]
        if not -(1 << 31) <= value < 1 << (32 if dst.is_32 else 31):
            problem = f"{value} does not fit 32 bits"
            suggestion = f"write r{dst.number} = {value} ll"
            raise self._line.error(start.column, problem, suggestion)
        return [Insn(cls | isa.BPF_MOV, dst.number, imm=_s32(value))]

    def _sign_extend(self, cls: int, dst: _Reg) -> Insn:
        token = self._next()
        if token.text not in MOVSX_OFF or (dst.is_32 and token.text == "s32"):
            raise self._unexpected(token, "s8 or s16" if dst.is_32 else "s8, s16 or s32")
        self._expect(")")
        src = self._reg(is_32=dst.is_32).number
        off = MOVSX_OFF[token.text]
        return Insn(cls | isa.BPF_MOV | isa.BPF_X, dst.number, src, off)

    def _load(self, dst: _Reg) -> Insn:
        self._expect("(")
        start = self._peek()
        name, size = self._cast({**SIZES, **SIGNED_SIZES})
        if self._accept("skb"):
            return self._load_skb(dst, size, start)
        self._expect("(")
        base, off = self._address()
        self._expect(")")
        signed = name in SIGNED_SIZES
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
        cls, source = SWAPS[swap.group(1)]
        return Insn(cls | isa.BPF_END | source, dst.number, imm=int(swap.group(2)))

    def _address_space(self, dst: _Reg) -> Insn:
        self._expect("(")
        src = self._reg().number
        self._expect(",")
        to = self._number(0, (1 << 15) - 1)
        self._expect(",")
        imm = to << 16 | self._number(0, (1 << 16) - 1)
        self._expect(")")
        opcode = isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_X
        return Insn(opcode, dst.number, src, isa.BPF_ADDR_SPACE_CAST, imm)

    def _exchange(self, dst: _Reg, word: Token) -> Insn:
        size = isa.BPF_W if dst.is_32 else isa.BPF_DW
        opcode = isa.BPF_STX | isa.BPF_ATOMIC | size
        suffix = "32_32" if dst.is_32 else "_64"
        if word.text in FETCH_OPS:
            self._expect("(", "(")
            self._cast({"u32" if dst.is_32 else "u64": size})
            self._expect("(")
            base, off = self._address()
            self._expect(")", ",")
            src = self._same(dst)
            insn = Insn(opcode, base, src, off, FETCH_OPS[word.text] | isa.BPF_FETCH)
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
            known = (*FETCH_OPS, f"xchg{suffix}", f"cmpxchg{suffix}")
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
