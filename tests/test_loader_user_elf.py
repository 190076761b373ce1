"""ELF files of user space: symbols, segments, build id, and what is wrong with a file."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from sim.base.errors import AttachError
from sim.loader.usdt import notes_of
from sim.loader.user_elf import UserElf, open_user_elf
from tests.user_elf import build_elf

_FUNCTION = ".globl {0}\n.type {0},@function\n{0}: push %rbp\n pop %rbp\n ret\n.size {0}, .-{0}\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with three functions, and one that another library defines."""
    text = "".join(_FUNCTION.format(name) for name in ("parse", "query", "query_all"))
    text += ".globl local_only\n.hidden local_only\n.type local_only,@function\nlocal_only: ret\n"
    directory = tmp_path_factory.mktemp("elf")
    return build_elf(directory, text, "-Wl,--build-id=sha1", has_base=False)


def test_a_function_is_found_at_its_place_in_the_file(library: Path) -> None:
    elf = open_user_elf(library)
    offset = elf.function_offset("query")
    assert elf.instruction(offset)[:3] == b"\x55\x5d\xc3"
    address = elf.address_of(offset)
    assert address is not None
    assert elf.segment_at(address) is not None
    assert elf.is_library
    assert len(elf.build_id) == 40


def test_a_glob_names_functions_of_the_first_table_that_has_any(library: Path) -> None:
    elf = open_user_elf(library)
    assert sorted(elf.matching_offsets("query*")) == ["query", "query_all"]
    assert sorted(elf.matching_offsets("pars?")) == ["parse"]
    assert sorted(elf.matching_offsets("local*")) == ["local_only"]
    with pytest.raises(AttachError, match="failed to resolve pattern"):
        elf.matching_offsets("[p]arse")


def test_an_unknown_symbol_is_refused(library: Path) -> None:
    with pytest.raises(AttachError, match="elf: failed to find symbol 'nobody' in") as caught:
        open_user_elf(library).function_offset("nobody")
    assert caught.value.reason == "ENOENT"


def test_a_stripped_file_says_that_it_has_no_symbols(library: Path) -> None:
    data = bytearray(library.read_bytes())
    struct.pack_into("<Q", data, 0x28, 0)  # no section headers at all
    struct.pack_into("<HHH", data, 0x3A, 0, 0, 0)
    with pytest.raises(AttachError, match="failed to find symbol 'parse'") as caught:
        UserElf("stripped", bytes(data)).function_offset("parse")
    assert "no symbols" in caught.value.suggestion


def test_a_32_bit_file_is_refused(library: Path) -> None:
    header = b"\x7fELF\x01\x01\x01" + bytes(9) + struct.pack("<HHI", 3, 3, 1) + bytes(28)
    with pytest.raises(AttachError, match="32-bit ELF binary 'small' is not supported") as caught:
        notes_of(UserElf("small", header))
    assert caught.value.reason == "EBADF"


def test_an_object_file_is_refused(library: Path) -> None:
    data = bytearray(library.read_bytes())
    struct.pack_into("<H", data, 16, 1)
    message = "unsupported type of ELF binary 'a.o' (1), only ET_EXEC and ET_DYN are supported"
    with pytest.raises(AttachError, match=re.escape(message)):
        notes_of(UserElf("a.o", bytes(data)))


def test_a_library_without_notes_is_refused(library: Path) -> None:
    with pytest.raises(AttachError, match=r"no USDT notes section \(.note.stapsdt\) found"):
        notes_of(open_user_elf(library))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AttachError, match="elf: failed to open"):
        open_user_elf(tmp_path / "nobody")


def test_a_cut_off_file_is_refused_or_read_but_never_crashes(library: Path) -> None:
    data = library.read_bytes()
    refused = 0
    for end in range(0, len(data), max(1, len(data) // 200)):
        try:
            elf = UserElf("cut", data[:end])
            elf.function_offset("query")
            elf.segment_at(0)
        except AttachError:
            refused += 1
    assert refused > 150


def test_a_file_with_a_flipped_byte_never_crashes(library: Path) -> None:
    data = library.read_bytes()
    for at in (*range(64), *range(64, len(data), max(1, len(data) // 150))):
        flipped = bytearray(data)
        flipped[at] ^= 0xFF
        try:
            elf = UserElf("flipped", bytes(flipped))
            elf.function_offset("query")
            assert elf.segments
            notes_of(elf)
        except AttachError as error:
            assert error.problem


def test_symbols_agree_with_readelf() -> None:
    path = Path("/lib/x86_64-linux-gnu/libc.so.6")
    if not path.exists() or shutil.which("readelf") is None:
        pytest.skip("no libc.so.6 or no readelf here: 0 symbols compared")
    command = ["readelf", "--dyn-syms", "-W", str(path)]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pattern = r"\d+: ([0-9a-f]{16})\s+\S+ FUNC\s+GLOBAL DEFAULT\s+(\d+) (\w+)@@"
    rows = re.findall(pattern, text)
    elf = open_user_elf(path.resolve())
    assert len(rows) > 1000
    known = {(s.name, s.address) for s in elf.functions}
    assert all((name, int(address, 16)) in known for address, _section, name in rows)
    malloc = next(int(address, 16) for address, _section, name in rows if name == "malloc")
    assert elf.address_of(elf.function_offset("malloc")) == malloc
