"""``bpfsim btf dump``: records in bpftool's words; C that a compiler lays out as BTF says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.bpf.btf import Btf
from sim.bpf.btf_dump import c_header, raw_text
from sim.bpf.btf_types import (
    Array,
    Const,
    Datasec,
    DeclTag,
    Enum,
    Enum64,
    Enumerator,
    Float,
    Func,
    FuncProto,
    Fwd,
    Int,
    Member,
    Param,
    Ptr,
    SecVar,
    Struct,
    Typedef,
    TypeTag,
    Union,
    Var,
    Void,
    Volatile,
)
from sim.bpf.elf import read_elf
from sim.cli.main import app
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.build import build_object
from tests.corpus import corpus_objects

LICENSE = 'char LICENSE[] __attribute__((section("license"), used)) = "GPL";\n'
RECORDS = Btf(
    (
        Void(),
        Int("int", 4, 1),
        Ptr(1),
        Array(1, 3, 1),
        Struct("s", 8, (Member("a", 1, 0), Member("", 9, 32), Member("b", 1, 40, 3))),
        Enum("e", 4, (Enumerator("NO", -1),), is_signed=True),
        Enum64("big", 8, (Enumerator("HUGE", 1 << 40),)),
        Fwd("u", is_union=True),
        Typedef("t", 4),
        Union("", 1, ()),
        FuncProto(1, (Param("x", 2), Param("", 0))),
        Func("f", 10, 2),
        Var("v", 1, 1),
        Datasec(".data", 4, (SecVar(12, 0, 4),)),
        Float("double", 8),
        DeclTag("user", 4, 1),
        TypeTag("rcu", 4),
        Volatile(1),
    )
)
RECORD_LINES = """\
[1] INT 'int' size=4 bits_offset=0 nr_bits=32 encoding=SIGNED
[2] PTR '(anon)' type_id=1
[3] ARRAY '(anon)' type_id=1 index_type_id=1 nr_elems=3
[4] STRUCT 's' size=8 vlen=3
	'a' type_id=1 bits_offset=0
	'(anon)' type_id=9 bits_offset=32
	'b' type_id=1 bits_offset=40 bitfield_size=3
[5] ENUM 'e' encoding=SIGNED size=4 vlen=1
	'NO' val=-1
[6] ENUM64 'big' encoding=UNSIGNED size=8 vlen=1
	'HUGE' val=1099511627776ULL
[7] FWD 'u' fwd_kind=union
[8] TYPEDEF 't' type_id=4
[9] UNION '(anon)' size=1 vlen=0
[10] FUNC_PROTO '(anon)' ret_type_id=1 vlen=2
	'x' type_id=2
	'(anon)' type_id=0
[11] FUNC 'f' type_id=10 linkage=extern
[12] VAR 'v' type_id=1, linkage=global
[13] DATASEC '.data' size=4 vlen=1
	type_id=12 offset=0 size=4 (VAR 'v')
[14] FLOAT 'double' size=8
[15] DECL_TAG 'user' type_id=4 component_idx=1
[16] TYPE_TAG 'rcu' type_id=4
[17] VOLATILE '(anon)' type_id=1
"""

#: Declarations whose header is written down: what the left says, the right repeats.
SOURCE = """
typedef unsigned int u32;
enum { ZERO, ONE };
typedef enum { RED = 5, BLUE = -2 } colour_t;
struct later;
typedef struct later later_t;
struct whole {
	const char *name;
	const char * const *names;
	int grid[2][3];
	int (*row)[4];
	void (*call)(struct later *, int, ...);
	void (*table[3])(void);
	int (*(*chooser)(later_t *))(u32);
	union {
		struct {
			u32 a: 3;
			u32 b: 5;
		};
		u32 both;
	} u;
	colour_t colour;
	struct whole *next;
};
struct tight {
	char x;
	long y;
} __attribute__((packed));
struct __attribute__((aligned(64))) wide {
	char first;
	char far __attribute__((aligned(32)));
	u32 bits: 7;
	u32: 9;
	u32 after: 3;
};
struct later {
	struct tight tight;
	struct wide wide;
};
struct later v1;
struct whole v2;
colour_t v3;
int v4[2];
"""


def compiled(text: str, folder: Path) -> Btf:
    """Compile C for BPF and return its BTF."""
    pytest.importorskip("ziglang", reason="compiling needs the extra 'c' (ziglang)")
    source, built = folder / "x.bpf.c", folder / "x.bpf.o"
    source.write_text(text + LICENSE, encoding="utf-8")
    build_object(source, built, folder)
    (section,) = (s for s in read_elf(built.read_bytes(), "x").sections if s.name == ".BTF")
    return Btf.parse(section.data)


def layout_checks(btf: Btf) -> list[str]:
    """Return C assertions on the size and the members of every struct that C can name."""
    checks: dict[str, list[str]] = {}
    for one in btf:
        if isinstance(one, Struct | Union) and one.name and one.name not in checks:
            tag = f"{'struct' if isinstance(one, Struct) else 'union'} {one.name}"
            lines = checks.setdefault(one.name, [])
            if one.size:
                lines.append(f'_Static_assert(sizeof({tag}) == {one.size}, "{tag}");')
            lines += [
                f"_Static_assert(__builtin_offsetof({tag}, {m.name}) == {m.bit_off // 8},"
                f' "{tag}.{m.name}");'
                for m in one.members
                if m.name and not m.bitfield_size
            ]
    return [line for lines in checks.values() for line in lines]


def test_records_are_listed_in_bpftools_words() -> None:
    assert raw_text(RECORDS) == RECORD_LINES


def test_one_record_is_listed_by_its_id() -> None:
    assert raw_text(RECORDS, [7]) == "[7] FWD 'u' fwd_kind=union\n"


def test_c_that_is_compiled_again_has_the_same_layout_and_the_same_text(tmp_path: Path) -> None:
    first = compiled(SOURCE, tmp_path)
    header = c_header(first)
    checks = "\n".join(layout_checks(first))
    uses = "struct later v1;\nstruct whole v2;\ncolour_t v3;\nint v4[2];\n"
    again = compiled(f"{header}\n{checks}\n{uses}", tmp_path)
    for one in first:
        if isinstance(one, Struct | Union) and one.name:
            same = again[again.id_of(one.name, one.kind)]
            assert isinstance(same, Struct | Union)
            members = [(m.name, m.bit_off, m.bitfield_size) for m in same.members]
            assert members == [(m.name, m.bit_off, m.bitfield_size) for m in one.members]
    assert c_header(again) == header


def test_declarations_are_written_as_libbpf_writes_them(tmp_path: Path) -> None:
    header = c_header(compiled(SOURCE, tmp_path))
    for line in (
        "\tconst char * const *names;\n",
        "\tint grid[2][3];\n",
        "\tint (*row)[4];\n",
        "\tvoid (*call)(struct later *, int, ...);\n",
        "\tvoid (*table[3])(void);\n",
        "\tint (*(*chooser)(later_t *))(u32);\n",
        "\t\t\tu32 a: 3;\n",
        "} __attribute__((packed));\n",
        "\tBLUE = -2,\n",
    ):
        assert line in header


def test_two_of_a_name_get_numbers() -> None:
    members = (Member("x", 1, 0),)
    twice = (Struct("s", 4, members), Struct("s", 4, members), Typedef("t", 2), Typedef("t", 3))
    header = c_header(Btf((Void(), Int("int", 4, 1), *twice)))
    assert "struct s {" in header
    assert "struct s___2 {" in header
    assert "typedef struct s___2 t___2;" in header


def test_a_qualifier_stands_where_it_belongs() -> None:
    types = (Void(), Int("char", 1, 1), Const(1), Ptr(2), Const(3), Volatile(4), Typedef("t", 5))
    assert "typedef const char * const volatile t;" in c_header(Btf(types))


def test_the_simulated_kernels_header_has_its_layout(tmp_path: Path) -> None:
    btf = kernel_btf()
    checks = layout_checks(btf)
    assert len(checks) > 9_000
    compiled(c_header(btf) + "\n".join(checks) + "\n", tmp_path)


@pytest.mark.corpus
def test_the_headers_of_other_peoples_objects_have_their_layout(tmp_path: Path) -> None:
    paths = corpus_objects("biolatency", "opensnoop", "tcpconnect", "klockstat", "runqslower")
    for path in paths:
        (section,) = (s for s in read_elf(path.read_bytes(), "x").sections if s.name == ".BTF")
        btf = Btf.parse(section.data)
        compiled(c_header(btf) + "\n".join(layout_checks(btf)) + "\n", tmp_path)
    print(f"{len(paths)} of {len(corpus_objects())} objects")


def test_the_command_prints_records_json_and_c() -> None:
    run = CliRunner().invoke
    path = "scenarios/tutorial/02-syscount.bpf.o"
    text = run(app, ["btf", "dump", "file", path])
    assert text.exit_code == 0
    assert text.stdout.startswith("[1] PTR '(anon)' type_id=")
    data = json.loads(run(app, ["btf", "dump", "file", path, "-j"]).stdout)
    assert data["types"][0]["kind"] == "PTR"
    c = run(app, ["btf", "dump", "file", "/sys/kernel/btf/vmlinux", "format", "c"]).stdout
    assert c == c_header(kernel_btf())


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["fill", "x"], "there is no 'fill'"),
        (["file"], "'file' has nothing after it"),
        (["format", "c"], "no file is given"),
        (["file", "/sys/kernel/btf/vmlinux", "format", "yaml"], "there is no format 'yaml'"),
        (["file", "/sys/kernel/btf/vmlinux", "root_id", "0"], "there is no type 0"),
    ],
)
def test_wrong_words_are_refused(words: list[str], problem: str) -> None:
    command = [sys.executable, "-m", "sim.cli.main", "btf", "dump", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert problem in done.stderr
