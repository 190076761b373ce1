"""ELF files whose headers lie: each is refused in a sentence, with the place."""

from __future__ import annotations

import struct

import pytest

from sim.base.errors import ElfError, RelocationError
from sim.bpf.asm import assemble
from sim.bpf.elf import read_elf
from sim.loader.open import open_object, read_object
from sim.loader.strip import strip_debug
from tests.objwriter import Obj
from tests.test_loader_open import tracer_object

NAME, TYPE, FLAGS, OFFSET, SIZE, LINK, INFO, ALIGN, ENTSIZE = 0, 4, 8, 24, 32, 40, 44, 48, 56


def _headers(data: bytes) -> tuple[int, list[str]]:
    (shoff,) = struct.unpack_from("<Q", data, 40)
    return shoff, [section.name for section in read_elf(data, "x").sections]


def edited(section: str, field: int, value: int, width: str = "I", data: bytes = b"") -> bytes:
    """Return an object whose *section* has another header field."""
    data = data or tracer_object()
    shoff, names = _headers(data)
    out = bytearray(data)
    struct.pack_into(f"<{width}", out, shoff + 64 * names.index(section) + field, value)
    return bytes(out)


def _symbol(index: int, field: int, value: int, width: str) -> bytes:
    data = tracer_object()
    shoff, names = _headers(data)
    (offset,) = struct.unpack_from("<Q", data, shoff + 64 * names.index(".symtab") + OFFSET)
    out = bytearray(data)
    struct.pack_into(f"<{width}", out, offset + 24 * index + field, value)
    return bytes(out)


def _relocation_symbol(value: int) -> bytes:
    data = tracer_object()
    shoff, names = _headers(data)
    (offset,) = struct.unpack_from("<Q", data, shoff + 64 * names.index(".rel.text") + OFFSET)
    out = bytearray(data)
    struct.pack_into("<I", out, offset + 12, value)
    return bytes(out)


REL = ".relkprobe/do_it"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (edited(".bss", ALIGN, 1 << 40, "Q"), "alignment is 1099511627776"),
        (edited(".bss", ALIGN, 3, "Q"), "alignment 3 is no power of two"),
        (edited(".rodata", FLAGS, 1 << 11, "Q"), "compressed"),
        (edited(".rodata", OFFSET, (1 << 64) - 1, "Q"), "truncated"),
        (edited(".rodata", NAME, 1 << 20), "does not lie in its string table"),
        (edited(".symtab", ENTSIZE, 0, "Q"), "an entry has 24 bytes, and it says 0"),
        (edited(".symtab", SIZE, 25, "Q"), "25 bytes are no whole number of entries of 24"),
        (edited(".symtab", LINK, 1), "names are in section 1, which is no string table"),
        (edited(".symtab", TYPE, 1), "no symbol table"),
        (edited(".rodata", TYPE, 2), "an entry has 24 bytes"),
        (edited(REL, INFO, 99), "relocates section 99, which is not there"),
        (edited(REL, LINK, 3), "symbols are in section 3"),
        (edited(".strtab", SIZE, 3, "Q"), "do not end with a NUL byte"),
        (_symbol(3, 6, 900, "H"), "a symbol lies in section 900"),
        (_symbol(3, 0, 1 << 30, "I"), "does not lie in its string table"),
        (_relocation_symbol(4000), "a relocation names symbol 4000"),
    ],
)
def test_a_header_that_lies_is_refused_with_its_place(data, says):
    with pytest.raises(ElfError) as caught:
        read_elf(data, "x.bpf.o")
    assert says in str(caught.value)
    assert caught.value.where.startswith("x.bpf.o")
    with pytest.raises(ElfError):
        strip_debug(data, "x.bpf.o")


def test_relocations_of_relocations_are_refused():
    _, names = _headers(tracer_object())
    with pytest.raises(ElfError, match="broken ELF") as caught:
        strip_debug(edited(REL, INFO, names.index(REL)), "x.bpf.o")
    assert "a table of the file itself" in caught.value.reason


def test_a_second_symbol_table_is_refused():
    data = edited(".rodata", TYPE, 2)
    data = edited(".rodata", ENTSIZE, 24, "Q", tracer_object())
    shoff, names = _headers(data)
    out = bytearray(data)
    at = shoff + 64 * names.index(".rodata")
    struct.pack_into("<I", out, at + TYPE, 2)
    struct.pack_into("<Q", out, at + SIZE, 0)
    with pytest.raises(ElfError) as caught:
        read_elf(bytes(out), "x.bpf.o")
    assert "two symbol tables" in caught.value.reason


def test_sections_that_all_claim_the_whole_file_are_refused():
    data = bytearray(tracer_object())
    shoff, names = _headers(bytes(data))
    for index, name in enumerate(names):
        if name in ("license", ".rodata", ".BTF", ".BTF.ext", ".text", "kprobe/do_it"):
            struct.pack_into("<QQ", data, shoff + 64 * index + OFFSET, 0, len(data))
    with pytest.raises(ElfError) as caught:
        read_elf(bytes(data), "x.bpf.o")
    assert "in a file of" in caught.value.reason


def test_a_name_that_would_write_to_the_terminal_is_refused():
    obj = Obj()
    obj.prog("kprobe/f\x1b[2J", "prog", assemble("r0 = 0\nexit"))
    with pytest.raises(ElfError, match="cannot be printed") as caught:
        open_object(obj.build(), "x")
    assert "\x1b" not in str(caught.value)


def test_a_name_without_end_is_refused():
    obj = Obj()
    obj.prog("kprobe/f", "p" * 2000, assemble("r0 = 0\nexit"))
    with pytest.raises(ElfError, match="more than 1024 bytes"):
        open_object(obj.build(), "x")


def test_functions_that_overlap_without_measure_are_refused():
    obj = Obj()
    code = 400 * assemble("r0 = 0") + assemble("exit")
    shndx = obj.prog("kprobe/f", "first", code)
    for number in range(20):
        obj.symbol(f"again{number}", shndx, 0, len(code), type="func")
    with pytest.raises(ElfError, match="overlap"):
        open_object(obj.build(), "x")


def test_a_variable_beyond_32_bits_cannot_be_loaded():
    obj = Obj()
    obj.prog("kprobe/f", "prog", assemble("r1 = 0 ll\nr0 = 0\nexit"))
    data = obj.section(".data", bytes(8))
    obj.symbol("far", data, 1 << 40, 0, type="notype")
    obj.reloc(1, 0, "far")
    with pytest.raises(RelocationError, match="byte 1099511627776 cannot lie") as caught:
        open_object(obj.build(), "x")
    assert caught.value.where == "x, section kprobe/f, insn 0"


def test_global_variables_are_limited_in_all_not_by_section():
    obj = Obj()
    obj.prog("kprobe/f", "prog", assemble("r0 = 0\nexit"))
    for number in range(40):
        obj.section(f".bss.{number}", nobits=60 << 20)
    with pytest.raises(ElfError, match=r"section '\.bss\.1' has") as caught:
        open_object(obj.build(), "x")
    assert "in all" in caught.value.reason


def test_a_variable_outside_of_its_section_is_refused():
    obj = Obj()
    obj.prog("kprobe/f", "prog", assemble("r0 = 0\nexit"))
    obj.symbol("far", obj.section(".data", bytes(8)), 4, 1 << 40, type="object")
    with pytest.raises(ElfError, match="'far' does not lie in its section"):
        open_object(obj.build(), "x")


def test_what_is_no_file_is_not_read_to_its_end(tmp_path):
    with pytest.raises(ElfError, match="no file"):
        read_object(tmp_path)
    with pytest.raises(ElfError, match="NUL character"):
        read_object(tmp_path / "a\0b")
    with pytest.raises(ElfError, match="no file"):
        open_object("/dev/zero")


def test_what_strip_leaves_opens_as_before():
    data = tracer_object()
    assert open_object(strip_debug(data, "x"), "x") == open_object(data, "x")
