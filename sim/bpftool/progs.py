"""``bpfsim prog``: show and dump xlated.

Answers to bpftool's ``prog.c`` and ``xlated_dumper.c``.

**Rule:** run counts and times are always known, as with the sysctl ``kernel.bpf_stats_enabled``
on. Times of loading count from the epoch at which simulated machines boot.

**Not modelled:** the length of native code (``jited`` stands without it), ``dump jited``,
``visual``, ``load``, ``pin``, ``attach``, ``run``, ``tracelog`` (`trace_pipe` is a table).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from sim.base.errors import SimError, nearest
from sim.bpf.helpers.clocks import BOOT_REALTIME_NS
from sim.bpf.isa import (
    BPF_PSEUDO_FUNC,
    BPF_PSEUDO_MAP_FD,
    BPF_PSEUDO_MAP_VALUE,
    INSN_BYTES,
    decode,
    is_ldimm64,
)
from sim.bpf.verifier.insn_text import insn_text
from sim.bpftool.jsonw import Tree
from sim.bpftool.output import Form, Output, as_json
from sim.bpftool.source import Source
from sim.bpftool.words import HANDLES, Words
from sim.record.bpf_info import ProgInfo, XlatedInsn

__all__ = ["VERBS", "prog_json", "prog_plain", "prog_verb", "prog_word"]

_WIDE_BYTES = 2 * INSN_BYTES


def prog_verb(source: Source, words: Sequence[str], form: Form = Form.PLAIN) -> Output:
    """Do what ``bpftool prog WORDS`` does.

    Args:
        source: Where the programs are.
        words: The verb and what follows it, such as ``["show"]``; none: show.
        form: How it is printed.

    Raises:
        SimError: The words make no sense.
    """
    rest = Words(words or ["show"], "bpfsim prog")
    word = rest.take()
    for name, verb in VERBS.items():
        if name.startswith(word):
            rest.where = f"bpfsim prog {name}"
            return verb(source, rest, form)
    raise SimError(
        f"bpftool's prog has no verb {word!r} here",
        where="bpfsim prog",
        suggestion=nearest(word, VERBS) or ", ".join(VERBS),
    )


# --- show -----------------------------------------------------------------------------------------
def prog_word(prog_type: str) -> str:
    """Return a program type in bpftool's word."""
    return prog_type.removeprefix("BPF_PROG_TYPE_").lower()


def _map_ids(one: ProgInfo) -> list[int]:
    return [int(text) for text in one.map_ids.split(",") if text]


def _loaded_s(one: ProgInfo) -> int:
    return (BOOT_REALTIME_NS + one.loaded_ns) // 1_000_000_000


def prog_json(one: ProgInfo) -> dict[str, Tree]:
    """Return a program as ``bpftool -j prog show`` does."""
    tree: dict[str, Tree] = {"id": one.id, "type": prog_word(one.prog_type)}
    if one.name:
        tree["name"] = one.name
    tree |= {"tag": one.tag, "gpl_compatible": bool(one.gpl_compatible)}
    if one.run_time_ns:
        tree |= {"run_time_ns": one.run_time_ns, "run_cnt": one.run_cnt}
    if one.recursion_misses:
        tree["recursion_misses"] = one.recursion_misses
    tree |= {
        "loaded_at": _loaded_s(one),
        "uid": one.uid,
        "bytes_xlated": one.xlated_bytes,
        "jited": bool(one.jited),
        "bytes_memlock": one.memlock_bytes,
    }
    if one.map_ids:
        tree["map_ids"] = _map_ids(one)
    if one.btf_id:
        tree["btf_id"] = one.btf_id
    return tree


def prog_plain(one: ProgInfo) -> str:
    """Return a program as ``bpftool prog show`` does."""
    text = f"{one.id}: {prog_word(one.prog_type)}  name {one.name}  tag {one.tag}"
    text += "  gpl" if one.gpl_compatible else " "
    if one.run_time_ns:
        text += f" run_time_ns {one.run_time_ns} run_cnt {one.run_cnt}"
    if one.recursion_misses:
        text += f" recursion_misses {one.recursion_misses}"
    when = datetime.fromtimestamp(_loaded_s(one), UTC).strftime("%Y-%m-%dT%H:%M:%S%z")
    text += f"\n\tloaded_at {when}  uid {one.uid}\n\txlated {one.xlated_bytes}B"
    text += "  jited" if one.jited else "  not jited"
    text += f"  memlock {one.memlock_bytes}B"
    if one.map_ids:
        text += f"  map_ids {one.map_ids}"
    if one.btf_id:
        text += f"\n\tbtf_id {one.btf_id}"
    return text + "\n"


def _show(source: Source, words: Words, form: Form) -> Output:
    known = source.progs()
    is_asked = bool(words)
    if is_asked and words.first not in HANDLES:
        raise words.refuse(f"what is '{words.first}'?", suggestion="id ID, name NAME or tag TAG")
    found = _handle(words, known) if is_asked else known
    words.end()
    if not form.is_json:
        return Output("".join(map(prog_plain, found)))
    if is_asked and len(found) == 1:
        return as_json(prog_json(found[0]), form)
    return as_json([prog_json(one) for one in found], form)


def _handle(words: Words, known: Sequence[ProgInfo]) -> list[ProgInfo]:
    return words.all_of(known, "prog", tag=lambda one: one.tag)


# --- dump xlated ----------------------------------------------------------------------------------
def _dump(source: Source, words: Words, form: Form) -> Output:
    if words.takes("jited"):
        raise words.refuse(
            "No libbfd support",
            "simulated machines have no native code of their kernel's",
            "dump xlated",
        )
    if not words.takes("xlated"):
        raise words.refuse(f"expected 'xlated' or 'jited', got: '{words.first}'?")
    found = _handle(words, source.progs())
    has_opcodes = has_linum = False
    while words:
        if words.takes("opcodes"):
            has_opcodes = True
        elif words.takes("linum"):
            has_linum = True
        else:
            raise words.refuse(f"expected no more arguments, 'opcodes' or 'linum', got: "
                               f"'{words.first}'?")  # fmt: skip
    trees = [list(_shown(source.xlated(one), has_opcodes, has_linum)) for one in found]
    if form.is_json:
        if len(found) == 1:
            return as_json([tree for _, tree in trees[0]], form)
        both = zip(found, trees, strict=True)
        return as_json([{**prog_json(one), "insns": [t for _, t in tree]} for one, tree in both],
                       form)  # fmt: skip
    texts = []
    for one, tree in zip(found, trees, strict=True):
        head = prog_plain(one) if len(found) > 1 else ""
        texts.append(head + "".join(_plain_insn(index, insn) for index, insn in tree))
    return Output("\n".join(texts))


def _shown(
    insns: Sequence[XlatedInsn], has_opcodes: bool, has_linum: bool
) -> Iterator[tuple[int, dict[str, Tree]]]:
    """Yield instructions with the index of their first slot."""
    code = b"".join(struct.pack("<q", one.insn) for one in insns)
    slots = decode(code)
    index = 0
    while index < len(insns):
        one, insn = insns[index], slots[index]
        nr_bytes = _WIDE_BYTES if is_ldimm64(insn) else INSN_BYTES
        at = index * INSN_BYTES
        tree: dict[str, Tree] = {}
        if one.func:
            tree["proto"] = one.func
        if one.line:
            tree["src"] = one.line
        if one.line and has_linum:
            tree |= {"file": one.file, "line_num": one.line_num}
            if one.line_col:
                tree["line_col"] = one.line_col
        tree["disasm"] = _text(code[at : at + nr_bytes])
        if has_opcodes:
            tree["opcodes"] = _opcodes(code[at : at + nr_bytes])
        yield index, tree
        index += nr_bytes // INSN_BYTES


def _text(code: bytes) -> str:
    insn = decode(code)[0]
    if not is_ldimm64(insn):
        return insn_text(insn).rstrip("\n")
    (low_imm,), (high_imm,) = struct.unpack_from("<I", code, 4), struct.unpack_from("<I", code, 12)
    what = f"{high_imm << 32 | low_imm:#x}"
    if insn.src_reg == BPF_PSEUDO_MAP_FD:
        what = f"map[id:{low_imm}]"
    elif insn.src_reg == BPF_PSEUDO_MAP_VALUE:
        what = f"map[id:{low_imm}][0]+{high_imm}"
    elif insn.src_reg == BPF_PSEUDO_FUNC:
        what = f"subprog[{insn.imm:+d}]"
    return f"({insn.opcode:02x}) r{insn.dst_reg} = {what}"


def _opcodes(code: bytes) -> dict[str, Tree]:
    imm = code[4:]
    return {
        "code": f"0x{code[0]:02x}",
        "src_reg": f"{code[1] >> 4:#x}",
        "dst_reg": f"{code[1] & 15:#x}",
        "off": [f"0x{byte:02x}" for byte in code[2:4]],
        "imm": [f"0x{byte:02x}" for byte in imm],
    }


def _plain_insn(index: int, tree: dict[str, Tree]) -> str:
    text = f"{tree['proto']}:\n" if "proto" in tree else ""
    if "src" in tree:
        text += f"; {tree['src']}"
        if "file" in tree:
            text += f" [file:{tree['file']} line_num:{tree['line_num']} "
            text += f"line_col:{tree.get('line_col', 0)}]"
        text += "\n"
    text += f"{index:4d}: {tree['disasm']}\n"
    opcodes = tree.get("opcodes")
    if isinstance(opcodes, dict):
        text += f"       {_raw(opcodes)}\n"
    return text


def _raw(opcodes: dict[str, Tree]) -> str:
    registers = int(str(opcodes["src_reg"]), 16) << 4 | int(str(opcodes["dst_reg"]), 16)
    data = [int(str(opcodes["code"]), 16), registers]
    for name in ("off", "imm"):
        part = opcodes[name]
        assert isinstance(part, list)
        data += [int(str(byte), 16) for byte in part]
    return " ".join(f"{byte:02x}" for byte in data)


#: bpftool's verbs by their names.
VERBS: dict[str, Callable[[Source, Words, Form], Output]] = {
    "show": _show,
    "list": _show,
    "dump": _dump,
}
