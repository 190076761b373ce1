"""The matrix of CO-RE: every kind of relocation × what a kernel may have made of the types.

``data/core/matrix.bpf.c`` has one program a kind; `KERNELS` are kernels for it, in C. What libbpf
makes of each is recorded in ``data/core/matrix.json``; to record again (see
`tests.record_relocations` for what that needs):

    python -m tests.core_matrix

**Rule:** an answer is the program's instructions, or libbpf's warnings and its errno.

**Not modelled:** module types, big-endian kernels.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from sim.bpf.btf import Btf
from sim.kernel.types.btf_emit import emit_btf
from sim.kernel.types.cdecl import CDeclReader
from sim.loader.open import open_object
from tests.record_relocations import by_libbpf, tool

__all__ = ["KERNELS", "OBJECT", "RECORD", "kernel_btf_of", "programs"]

_FOLDER = Path(__file__).parent / "data" / "core"
OBJECT = _FOLDER / "matrix.bpf.o"
RECORD = _FOLDER / "matrix.json"

_ENUMS = """
enum colour { RED = 1, BLUE = 2 };
enum wide { NEAR = 1, FAR = 0x1122334455667788 };
"""
_FITS = """
struct inner { int x; int y; };
struct thing {
	int pad; long value; unsigned int bits : 5; int signed_bits : 7; unsigned short narrow;
	struct inner inner; char name[16]; struct thing *next;
};
typedef struct thing thing_t;
"""
_MOVED = """
struct inner { long more; int y; int x; };
struct thing {
	char name[16]; struct { struct thing *next; struct inner inner; }; long more[3]; long value;
	int pad : 3; int signed_bits : 7; unsigned int bits : 5; unsigned short narrow;
};
typedef struct thing thing_t;
enum colour { GREEN, RED, BLUE = 77 };
enum wide { FAR = 0x7766554433221100, NEAR = 3 };
"""

#: Situations, each a kernel's types.
KERNELS = {
    "fits": _FITS + _ENUMS,
    "moved": _MOVED,
    "renamed": """
struct inner { int x0; int y0; };
struct thing {
	int pad0; long value0; unsigned int bits0 : 5; int signed_bits0 : 7; unsigned short narrow0;
	struct inner inner; char name0[16]; struct thing *next0;
};
typedef struct thing thing_t;
enum colour { RED0 = 1, BLUE0 = 2 };
enum wide { NEAR0 = 1, FAR0 = 0x1122334455667788 };
""",
    "missing": "struct other { int pad; };",
    "ambiguous": """
struct inner { int x; int y; };
struct thing {
	int pad; long value; unsigned int bits : 5; int signed_bits : 7; unsigned short narrow;
	struct inner inner; char name[16]; struct thing *next;
};
struct thing___two {
	long more[4]; long value; unsigned int bits : 5; int signed_bits : 7; unsigned short narrow;
	struct inner inner; char name[16]; struct thing *next;
};
typedef struct thing thing_t;
typedef struct thing___two thing_t___two;
enum colour { RED = 1, BLUE = 2 };
enum colour___two { RED2 = 1, BLUE___two = 3 };
enum wide { NEAR = 1, FAR = 0x1122334455667788 };
enum wide___two { NEAR2 = 1, FAR___two = 0x1122334455667789 };
""",
    "agreeing": _FITS.replace(
        "typedef",
        _FITS.replace("thing {", "thing___two {")
        .replace("struct inner { int x; int y; };", "")
        .replace("typedef struct thing thing_t;", "")
        + "typedef",
    )
    + _ENUMS,
    "wrong kind": """
struct inner { int x; int y; };
union thing { int pad; long value; };
enum thing_t { THING_T };
struct colour { int red; };
struct wide { int near; };
""",
    "wrong member": """
struct inner { int x; };
struct thing {
	int pad; struct inner value; struct inner bits; struct inner signed_bits;
	struct inner narrow; long inner; struct inner name; long next;
};
typedef struct thing *thing_t;
enum colour { RED = 1 };
enum wide { NEAR = 1 };
""",
    "resized": """
struct inner { int x; long y; };
struct thing {
	int pad; int value; unsigned int bits : 9; int signed_bits; unsigned long narrow;
	struct inner inner; char name[4]; unsigned int *next;
};
typedef struct thing thing_t;
enum colour { RED = 1, BLUE = -2 };
enum wide { NEAR = 1, FAR = 5 };
""",
    "other signs": """
struct inner { unsigned int x; unsigned int y; };
struct thing {
	int pad; unsigned long value; int bits : 5; unsigned int signed_bits : 7; short narrow;
	struct inner inner; char name[16]; struct thing *next;
};
typedef struct thing thing_t;
enum colour { RED = -1, BLUE = 2 };
enum wide { NEAR = 1, FAR = 0x1122334455667788 };
""",
}


def kernel_btf_of(situation: str) -> Btf:
    """Return a kernel's types."""
    reader = CDeclReader()
    reader.read(situation, KERNELS[situation])
    return emit_btf(reader.declarations)


def programs() -> list[str]:
    """Return the names of the programs, one a kind."""
    return [program.name for program in open_object(OBJECT).programs]


def main() -> None:
    """Record what libbpf makes of them."""
    found: dict[str, dict[str, dict[str, object]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        asked = tool(Path(folder))
        btf = Path(folder) / "vmlinux"
        for situation in KERNELS:
            btf.write_bytes(kernel_btf_of(situation).encode())
            found[situation] = {}
            for name in programs():
                args = [str(asked), str(btf), f"{OBJECT}@{name}"]
                done = subprocess.run(args, capture_output=True, text=True, check=True)
                lines = done.stdout.splitlines()[1:]
                code = by_libbpf(lines)
                warnings = [line[2:] for line in lines if line.startswith("! ")]
                found[situation][name] = (
                    {"insns": code[0][1].hex()}
                    if code
                    else {"errno": -int(lines[-1][2:]), "warnings": _steady(warnings)}
                )
    RECORD.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _steady(warnings: list[str]) -> list[str]:
    return [line.replace(str(OBJECT), "matrix") for line in warnings]


if __name__ == "__main__":
    main()
