"""Encoded types kept between starts, and variables of which every CPU has one."""

from __future__ import annotations

import pytest

from sim.base.errors import BtfError
from sim.bpf.btf import Btf
from sim.bpf.btf_types import BTF_VAR_STATIC, BtfKind, Datasec, Var
from sim.kernel.types.btf_cache import cached_btf
from sim.kernel.types.btf_emit import emit_btf
from sim.kernel.types.cdecl import CDeclReader
from sim.kernel.types.kernel_types import kernel_types, read_declarations

_TEXTS = [("a.h", b"typedef int t;")]


def test_what_is_kept_is_not_made_again(tmp_path, monkeypatch):
    monkeypatch.setenv("BPFSIM_CACHE", str(tmp_path))
    made = []
    for _ in range(2):
        assert cached_btf(_TEXTS, lambda: made.append(1) or b"bytes") == b"bytes"
    assert made == [1]
    assert cached_btf([("a.h", b"typedef char t;")], lambda: b"other") == b"other"


def test_a_damaged_file_is_made_again(tmp_path, monkeypatch):
    monkeypatch.setenv("BPFSIM_CACHE", str(tmp_path))
    cached_btf(_TEXTS, lambda: b"bytes")
    (file,) = (tmp_path / "btf").iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert cached_btf(_TEXTS, lambda: b"again") == b"again"
    assert cached_btf(_TEXTS, lambda: b"never") == b"again"


def test_a_cache_that_cannot_be_written_costs_time_only(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("BPFSIM_CACHE", str(tmp_path / "file"))
    assert cached_btf(_TEXTS, lambda: b"bytes") == b"bytes"


def test_kept_types_are_those_of_the_declarations():
    declarations = read_declarations()
    types = kernel_types()
    assert types.btf.types == emit_btf(declarations).types
    for name, value in declarations.enumerators():
        assert types.constant(name) == value


def test_variables_are_laid_out_in_their_section():
    reader = CDeclReader()
    reader.read(
        "x.h",
        "struct s { long a; };\n"
        'extern char c __attribute__((section(".data..percpu")));\n'
        'static struct s v[2] __attribute__((section(".data..percpu")));\n',
    )
    btf = Btf.parse(emit_btf(reader.declarations).encode())
    section = btf[btf.id_of(".data..percpu", BtfKind.DATASEC)]
    assert isinstance(section, Datasec)
    assert [(btf[row.type].name, row.offset, row.size) for row in section.vars] == [
        ("c", 0, 1),
        ("v", 8, 16),
    ]
    var = btf[section.vars[1].type]
    assert isinstance(var, Var)
    assert var.linkage == BTF_VAR_STATIC


def test_a_variable_needs_a_section():
    with pytest.raises(BtfError, match="__attribute__"):
        CDeclReader().read("x.h", "extern int c;")
    with pytest.raises(BtfError, match="extern or static"):
        CDeclReader().read("x.h", "int c;")
