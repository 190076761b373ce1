from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from sim.base.errors import ElfError, SimError
from sim.bpf.elf import read_elf
from sim.loader import build
from sim.loader.build import build_object
from sim.loader.open import open_object
from sim.loader.strip import strip_debug

SOURCE = """
#include "types.h"
struct { int (*type)[1]; int (*max_entries)[64]; u32 *key; u64 *value; } counts SEC(".maps");
const volatile int limit = 5;
static __attribute__((noinline)) int scale(int x) { return x * 7 + limit; }
struct task_struct { int pid; } __attribute__((preserve_access_index));
static void *(*lookup)(void *map, const void *key) = (void *)1;

SEC("kprobe/do_it") int prog(struct task_struct *task)
{
    u32 key = scale(task->pid);
    u64 *value = lookup(&counts, &key);
    if (value)
        __sync_fetch_and_add(value, 1);
    return 0;
}
char LICENSE[] SEC("license") = "Dual BSD/GPL";
"""

HEADER = """
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))
"""

needs_compiler = pytest.mark.skipif(
    importlib.util.find_spec("ziglang") is None,
    reason="the package ziglang is not installed (extra c)",
)


def _sources(folder: Path, source: str = SOURCE) -> tuple[Path, Path]:
    include = folder / "include"
    include.mkdir(parents=True)
    (include / "types.h").write_text(HEADER)
    (folder / "t.bpf.c").write_text(source)
    return folder / "t.bpf.c", include


@needs_compiler
def test_what_is_built_opens_with_maps_settings_and_subprograms(tmp_path):
    src, include = _sources(tmp_path)
    build_object(src, tmp_path / "t.bpf.o", include)
    spec = open_object(tmp_path / "t.bpf.o")
    assert [m.name for m in spec.maps] == ["counts", "t.rodata"]
    assert [f.name for f in spec.program("prog").funcs] == ["prog", "scale"]
    assert spec.program("prog").core_relos[0].access_str == "0:0"
    assert spec.vars["limit"].size == 4


@needs_compiler
def test_the_bytes_do_not_depend_on_where_the_source_lies(tmp_path):
    objects = []
    for folder in (tmp_path / "a", tmp_path / "another" / "deeper"):
        src, include = _sources(folder)
        build_object(src, folder / "out.bpf.o", include)
        objects.append((folder / "out.bpf.o").read_bytes())
        assert sorted(p.name for p in folder.iterdir()) == ["include", "out.bpf.o", "t.bpf.c"]
    assert objects[0] == objects[1]
    assert str(tmp_path).encode() not in objects[0]


@needs_compiler
def test_debug_sections_are_gone_and_btf_is_not(tmp_path):
    src, include = _sources(tmp_path)
    build_object(src, tmp_path / "t.bpf.o", include)
    elf = read_elf((tmp_path / "t.bpf.o").read_bytes(), "t")
    names = [section.name for section in elf.sections]
    assert not [name for name in names if "debug" in name]
    assert {".BTF", ".BTF.ext", ".rel.BTF.ext"} <= set(names)


@needs_compiler
def test_compile_errors_are_shown_and_leave_nothing_behind(tmp_path):
    src, include = _sources(tmp_path, "int broken( {")
    with pytest.raises(SimError, match="does not compile") as caught:
        build_object(src, tmp_path / "t.bpf.o", include)
    assert "t.bpf.c:1" in caught.value.reason
    assert not (tmp_path / "t.bpf.o").exists()


def test_a_missing_compiler_is_told_with_the_extra_that_has_it(tmp_path, monkeypatch):
    monkeypatch.setattr(build.importlib.util, "find_spec", lambda name: None)
    src, include = _sources(tmp_path)
    with pytest.raises(SimError) as caught:
        build_object(src, tmp_path / "t.bpf.o", include)
    assert "bpfsim[c]" in caught.value.suggestion


@needs_compiler
def test_a_missing_source_is_told(tmp_path):
    with pytest.raises(SimError, match="there is no file"):
        build_object(tmp_path / "absent.bpf.c", tmp_path / "o", tmp_path)


def test_only_bpf_objects_are_stripped():
    with pytest.raises(ElfError):
        strip_debug(b"\x7fELF" + bytes(100), "x")
