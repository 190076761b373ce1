from __future__ import annotations

import random

import pytest

from sim.base.errors import AttachError, SimError
from sim.kernel.kallsyms import FUNCTION_BYTES, TEXT_BASE, Kallsyms

NAMES = ["vfs_read", "do_sys_openat2", "vfs_write", "ksys_read", "vfs_read_iter"]


def test_addresses_do_not_depend_on_the_order_of_the_names() -> None:
    shuffled = NAMES * 2
    random.Random(1).shuffle(shuffled)
    assert Kallsyms(NAMES).text() == Kallsyms(shuffled).text()


def test_addresses_start_at_kernel_text_and_are_aligned() -> None:
    table = Kallsyms(NAMES)
    addresses = [table.address_of(name) for name in table]
    assert addresses[0] == TEXT_BASE == 0xFFFFFFFF81000000
    assert all(address % 16 == 0 for address in addresses)
    assert len(set(addresses)) == len(table) == 5


def test_an_address_inside_a_function_belongs_to_it() -> None:
    table = Kallsyms(NAMES)
    address = table.address_of("vfs_write")
    assert table.lookup(address + 5) == ("vfs_write", 5)
    assert table.name_of(address + FUNCTION_BYTES - 1) == "vfs_write"
    assert table.name_of(address - (1 << 64)) == "vfs_write"
    assert table.symbolize(address + 0x1C) == "vfs_write+0x1c"
    assert table.symbolize(address) == "vfs_write"


def test_an_address_outside_kernel_text_belongs_to_nobody() -> None:
    table = Kallsyms(NAMES)
    assert table.lookup(TEXT_BASE - 1) is None
    assert table.name_of(TEXT_BASE + len(NAMES) * FUNCTION_BYTES) is None
    assert table.symbolize(0x1000) == "0x1000"


def test_a_missing_function_gets_the_nearest_names() -> None:
    with pytest.raises(AttachError, match="did you mean vfs_read"):
        Kallsyms(NAMES).address_of("vfs_reed")
    assert "vfs_reed" not in Kallsyms(NAMES)


def test_functions_are_found_by_prefix() -> None:
    assert Kallsyms(NAMES).with_prefix("vfs_r") == ("vfs_read", "vfs_read_iter")
    assert Kallsyms(NAMES).with_prefix("vfs_read") == ("vfs_read", "vfs_read_iter")
    assert Kallsyms(NAMES).with_prefix("zz") == ()


def test_the_table_prints_as_proc_kallsyms_does() -> None:
    assert Kallsyms(["b", "a"]).text() == "ffffffff81000000 T a\nffffffff81000100 T b\n"


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(SimError):
        Kallsyms([""])
