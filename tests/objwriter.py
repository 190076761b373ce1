"""A small writer of BPF object files, so that tests need no compiler."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

__all__ = ["Obj", "btf_ext"]

_SHT = {"progbits": 1, "symtab": 2, "strtab": 3, "nobits": 8, "rel": 9}
_TYPES = {"notype": 0, "object": 1, "func": 2, "section": 3}
_BINDS = {"local": 0, "global": 1, "weak": 2}


@dataclass
class Obj:
    """Collects sections, symbols and relocations; `build` writes the file."""

    sections: list[tuple[str, int, int, bytes, int]] = field(default_factory=list)
    symbols: list[tuple[str, int, int, int, int, int]] = field(default_factory=list)
    relocs: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)

    def section(self, name: str, data: bytes = b"", *, exec: bool = False, nobits: int = 0) -> int:
        kind = _SHT["nobits"] if nobits else _SHT["progbits"]
        self.sections.append((name, kind, 6 if exec else 3, data, nobits or len(data)))
        return len(self.sections)

    def symbol(
        self,
        name: str,
        shndx: int,
        value: int = 0,
        size: int = 0,
        *,
        type: str,
        bind: str = "global",
    ) -> None:
        self.symbols.append((name, _TYPES[type], _BINDS[bind], shndx, value, size))

    def prog(self, section: str, name: str, code: bytes) -> int:
        shndx = self.section(section, code, exec=True)
        self.symbol(name, shndx, 0, len(code), type="func")
        return shndx

    def reloc(self, shndx: int, offset: int, symbol: str, type: int = 1) -> None:
        self.relocs.setdefault(shndx, []).append((offset, type, symbol))

    def build(self, *, machine: int = 247, elf_class: int = 2, data: int = 1) -> bytes:
        strings = bytearray(b"\0")

        def string(text: str) -> int:
            strings.extend(text.encode() + b"\0")
            return len(strings) - len(text.encode()) - 1

        rows = sorted(self.symbols, key=lambda s: s[2] != 0)
        index = {row[0]: number for number, row in enumerate(rows, 1)}
        symtab = bytes(24) + b"".join(
            struct.pack("<IBBHQQ", string(n), bind << 4 | kind, 0, shndx, value, size)
            for n, kind, bind, shndx, value, size in rows
        )
        nr_locals = 1 + sum(1 for row in rows if row[2] == 0)
        nr = len(self.sections)
        symtab_ndx, strtab_ndx = nr + 1 + len(self.relocs), nr + 2 + len(self.relocs)
        table = [(0, 0, 0, b"", 0, 0, 0, 0)]
        for name, kind, flags, body, size in self.sections:
            table.append((string(name), kind, flags, body, size, 0, 0, 0))
        for shndx, entries in self.relocs.items():
            body = b"".join(struct.pack("<QQ", o, index[s] << 32 | t) for o, t, s in entries)
            name = string(".rel" + self.sections[shndx - 1][0])
            table.append((name, _SHT["rel"], 0x40, body, len(body), symtab_ndx, shndx, 16))
        name = string(".symtab")
        table.append((name, _SHT["symtab"], 0, symtab, len(symtab), strtab_ndx, nr_locals, 24))
        name = string(".strtab")
        table.append((name, _SHT["strtab"], 0, bytes(strings), len(strings), 0, 0, 0))
        return self._file(table, machine, elf_class, data, strtab_ndx)

    def _file(self, table: list, machine: int, elf_class: int, data: int, shstrndx: int) -> bytes:
        body = bytearray(64)
        headers = bytearray()
        for name, kind, flags, content, size, link, info, entsize in table:
            body += bytes(-len(body) % 8)
            headers += struct.pack(
                "<IIQQQQIIQQ", name, kind, flags, 0, len(body), size, link, info, 8, entsize
            )
            body += content
        body += bytes(-len(body) % 8)
        ident = b"\x7fELF" + bytes([elf_class, data, 1]) + bytes(9)
        struct.pack_into(
            "<16sHHIQQQIHHHHHH",
            body,
            0,
            ident,
            1,
            machine,
            1,
            0,
            0,
            len(body),
            0,
            64,
            0,
            0,
            64,
            len(table),
            shstrndx,
        )
        return bytes(body + headers)


def btf_ext(
    strings: bytes,
    funcs: dict[str, list[tuple[int, int]]] | None = None,
    lines: dict[str, list[tuple[int, str, str, int]]] | None = None,
    relos: dict[str, list[tuple[int, int, str, int]]] | None = None,
) -> tuple[bytes, bytes]:
    """Write a .BTF.ext section for a .BTF section whose strings are last.

    Returns the .BTF section with more strings, and the .BTF.ext section.
    """
    btf = bytearray(strings)

    def string(text: str) -> int:
        (str_len,) = struct.unpack_from("<I", btf, 20)
        btf.extend(text.encode() + b"\0")
        struct.pack_into("<I", btf, 20, str_len + len(text.encode()) + 1)
        return str_len

    def table(size: int, rows: dict[str, list[bytes]]) -> bytes:
        if not rows:
            return b""
        out = struct.pack("<I", size)
        for name, items in rows.items():
            out += struct.pack("<II", string(name), len(items)) + b"".join(items)
        return out

    func = table(8, {s: [struct.pack("<II", *r) for r in rs] for s, rs in (funcs or {}).items()})
    line = table(
        16,
        {
            s: [struct.pack("<IIII", o, string(f), string(t), n << 10 | 1) for o, f, t, n in rs]
            for s, rs in (lines or {}).items()
        },
    )
    core = table(
        16,
        {
            s: [struct.pack("<IIII", o, t, string(a), k) for o, t, a, k in rs]
            for s, rs in (relos or {}).items()
        },
    )
    header = struct.pack(
        "<HBBIIIIIII",
        0xEB9F,
        1,
        0,
        32,
        0,
        len(func),
        len(func),
        len(line),
        len(func) + len(line),
        len(core),
    )
    return bytes(btf), header + func + line + core
