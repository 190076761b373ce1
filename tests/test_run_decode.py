"""Records of a tool whose object's BTF does not declare them."""

from __future__ import annotations

import struct
from types import SimpleNamespace

import pytest

from sim.run.decode import record_decoder

EVENT = struct.pack("<QiIii16x16s255sx", 5, 1000, 33, -2, 0o100, b"cat", b"/etc/a b")


@pytest.fixture
def decode():
    found = record_decoder(SimpleNamespace(name="opensnoop", btf=None), None)
    assert found is not None
    return found


@pytest.mark.parametrize("padding", [0, 4])
def test_a_known_layout_decodes_records_of_its_length(decode, padding):
    assert len(EVENT) == 312
    text = decode(EVENT + bytes(padding))
    assert text.startswith("ts=5 pid=1000 uid=33 ret=-2 flags=64 callers=")
    assert text.endswith(" comm=cat fname=/etc/a b")


@pytest.mark.parametrize("size", [311, 320])
def test_a_record_of_another_length_is_shown_as_it_is(decode, size):
    data = (EVENT + bytes(8))[:size]
    assert decode(data) == f"bytes={data.hex()}"


def test_an_unknown_object_without_its_struct_is_not_decoded():
    assert record_decoder(SimpleNamespace(name="mine", btf=None), None) is None
