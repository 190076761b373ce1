"""Formats of programs, against what Linux 6.1 printed (``tests.record_printf``)."""

from __future__ import annotations

import json

import pytest

from sim.bpf.printf import bprintf
from tests.record_printf import ADDRESS, GOLDEN, HELLO

ROWS = json.loads(GOLDEN.read_text(encoding="utf-8"))
HELLO_AT, ADDRESS_AT = 0xFFFF888000100000, 0xFFFF888000200000
FUNCTION = 0xFFFFFFFF81000000


class Memory:
    """A string, an address, a function."""

    def read_str(self, address: int, max_bytes: int, *, user: bool | None) -> bytes | None:
        return HELLO.encode()[:max_bytes] if address == HELLO_AT and not user else None

    def read(self, address: int, nr_bytes: int) -> bytes | None:
        return bytes.fromhex(ADDRESS)[:nr_bytes] if address == ADDRESS_AT else None

    def symbol(self, address: int) -> tuple[str, int] | None:
        return ("vfs_read", address - FUNCTION) if 0 <= address - FUNCTION < 64 else None


@pytest.mark.parametrize(("fmt", "args", "result", "text"), ROWS, ids=[str(r[:2]) for r in ROWS])
def test_a_format_is_written_as_the_kernel_writes_it(
    fmt: str, args: list[int | str], result: int, text: str | None
) -> None:
    at = {HELLO: HELLO_AT, ADDRESS: ADDRESS_AT}
    values = [value if isinstance(value, int) else at[value] for value in args]
    if len(values) > 12:
        return  # refused before the format is looked at
    written = bprintf(fmt.encode("latin-1"), values, Memory())
    if isinstance(written, int):
        assert (written, None) == (result, text)
    else:
        assert (len(written), written.decode("latin-1")) == (result, text)


def test_symbols_are_named() -> None:
    args = [FUNCTION + 8, FUNCTION + 8, FUNCTION]
    assert bprintf(b"%ps %pS %pB", args, Memory()) == b"vfs_read vfs_read+0x8 vfs_read+0x0"


def test_a_pointer_is_hashed_to_32_bits_and_always_the_same() -> None:
    first = bprintf(b"%p", [HELLO_AT], Memory())
    assert isinstance(first, bytes)
    assert first[:8] == b"00000000"
    assert first == bprintf(b"%p", [HELLO_AT], Memory()) != bprintf(b"%p", [ADDRESS_AT], Memory())
