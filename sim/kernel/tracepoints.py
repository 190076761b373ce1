"""Tracepoints of the simulated kernel and what tracefs says about each.

Answers to ``include/trace/events/*.h``, ``kernel/trace/trace_syscalls.c`` and the ``format``
files of ``/sys/kernel/tracing/events``; offsets and sizes are those of the kernel's own records
(checked with a running 6.1.192).

The rule to know: a record starts with the 8 common bytes, which to a BPF program are the slot
of a kernel pointer that it may not read. In syscalls:* the number is at 8 (a program may read
all 8 bytes there), arguments are at 16, 24, … and the return value is at 16. A program that
reads past `Tracepoint.ctx_bytes` loads and is refused with ``-EACCES`` when it is attached.

**Not modelled:** filters, triggers and histograms of tracefs; the real kernel's ``print fmt``
(except for syscalls:*, where it follows from the arguments) and its event ids, both of which
differ between kernel builds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import yaml

from sim.base.errors import AttachError, MissingHookError, nearest
from sim.bpf.btf import Btf
from sim.bpf.btf_types import Array, BtfKind, Const, Enum, Int, Ptr, Struct
from sim.kernel.syscall_table import Syscall, syscall, syscall_numbers, syscalls
from sim.kernel.types.kernel_types import KernelTypes, kernel_types
from sim.versions.features import Feature, features_of
from sim.versions.releases import KERNEL_RELEASES

__all__ = [
    "LATEST",
    "SYSCALL_ARGS_OFFSET",
    "SYSCALL_NR_OFFSET",
    "SYSCALL_RET_OFFSET",
    "Tracepoint",
    "TracepointField",
    "tracepoint",
    "tracepoint_names",
]

SYSCALL_NR_OFFSET = 8
SYSCALL_ARGS_OFFSET = 16
SYSCALL_RET_OFFSET = 16

_DATA_LOC = "__data_loc_"
#: The first id; lower ones belong to ftrace's own events.
LATEST = list(KERNEL_RELEASES)[-1]
"""The latest simulated kernel."""
_FIRST_ID = 300


@dataclass(frozen=True, slots=True)
class TracepointField:
    """A field of a record.

    Args:
        name: Its name.
        ctype: Its C type; ``char[16]`` for an array, ``__data_loc char[]`` for a string kept
            behind the record.
        offset: Bytes from the start of the record.
        size: Its size in bytes.
        is_signed: Whether it (or an array's element) is signed.
    """

    name: str
    ctype: str
    offset: int
    size: int
    is_signed: bool

    @property
    def is_data_loc(self) -> bool:
        """Whether the field is offset and length of a string behind the record."""
        return self.ctype.startswith("__data_loc ")

    def format_text(self) -> str:
        """Return the field's line in a ``format`` file."""
        base, bracket, dims = self.ctype.partition("[")
        text = f"{self.ctype} {self.name}"
        if bracket and not self.is_data_loc:
            text = f"{base} {self.name}[{dims}"
        return (
            f"\tfield:{text};\toffset:{self.offset};\tsize:{self.size};"
            f"\tsigned:{int(self.is_signed)};"
        )


@dataclass(frozen=True, slots=True)
class Tracepoint:
    """A tracepoint.

    Args:
        category: Its group in tracefs (``block``).
        name: Its name (``block_rq_issue``).
        id: Number in ``common_type`` and in the ``id`` file.
        struct: The kernel's struct for the record, as a BPF program names it.
        common_fields: The four fields that every record starts with.
        fields: The others.
        print_fmt: How a record prints.
    """

    category: str
    name: str
    id: int
    struct: str
    common_fields: tuple[TracepointField, ...]
    fields: tuple[TracepointField, ...]
    print_fmt: str

    @property
    def full_name(self) -> str:
        """``category:name``, as perf writes it."""
        return f"{self.category}:{self.name}"

    @property
    def ctx_bytes(self) -> int:
        """How far into its context an attached program may read: the end of the last field."""
        last = (self.fields or self.common_fields)[-1]
        return last.offset + last.size

    def field(self, name: str) -> TracepointField:
        """Return a field by name.

        Raises:
            AttachError: There is none; names the nearest.
        """
        for field in (*self.common_fields, *self.fields):
            if field.name == name:
                return field
        raise AttachError(
            f"tracepoint {self.full_name} has no field {name!r}",
            suggestion=nearest(name, (field.name for field in self.fields)),
        )

    def format_text(self) -> str:
        """Return the tracepoint's ``format`` file."""
        head = f"name: {self.name}\nID: {self.id}\nformat:\n"
        common = "\n".join(field.format_text() for field in self.common_fields)
        fields = "\n".join(field.format_text() for field in self.fields)
        return f"{head}{common}\n\n{fields}\n\nprint fmt: {self.print_fmt}\n"


@cache
def _classes() -> dict[tuple[str, str], str]:
    """Map (category, name) to the class of the record, without syscalls."""
    source = resources.files("sim.kernel").joinpath("data/tracepoints.yaml")
    groups: dict[str, dict[str, str]] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return {
        (category, name): record
        for category, events in groups.items()
        for name, record in events.items()
    }


@cache
def _ids() -> dict[tuple[str, str], int]:
    names = list(_classes())
    for row in (*syscalls(), *syscalls(LATEST)):  # what later kernels have comes last
        if row.entry:
            names += [("syscalls", f"sys_exit_{row.entry}"), ("syscalls", f"sys_enter_{row.entry}")]
    return {key: _FIRST_ID + number for number, key in enumerate(dict.fromkeys(names))}


def tracepoint_names() -> tuple[str, ...]:
    """Return ``category:name`` of every kernel's tracepoints, in the order of their ids."""
    return tuple(f"{category}:{name}" for category, name in _ids())


@cache
def tracepoint(category: str, name: str, kernel: str = "6.1") -> Tracepoint:
    """Return a tracepoint of a simulated kernel.

    Raises:
        AttachError: It has none of that name; names the nearest.
    """
    key = (category, name)
    number = _ids().get(key)
    if number is None:
        raise MissingHookError(
            f"there is no tracepoint {category}:{name} in the simulated kernel",
            reason="neither this group nor this event is declared"
            if all(category != known for known, _ in _ids())
            else "",
            suggestion=nearest(f"{category}:{name}", tracepoint_names()),
        )
    types = kernel_types(kernel)
    common = _record_fields(types, "trace_entry", prefix="common_")
    if category == "syscalls":
        return _syscall_tracepoint(name, number, common, kernel)
    struct = _record(types, category, name)
    fields = _record_fields(types, struct)
    if Feature.UNSIGNED_CHAR in features_of(kernel):
        fields = tuple(map(_unsigned_char, fields))
    return Tracepoint(category, name, number, struct, common, fields, _print_fmt(fields))


def _unsigned_char(field: TracepointField) -> TracepointField:
    """Return a field as ``filter_assign_type`` sees it where char is unsigned."""
    words = field.ctype.removeprefix("__data_loc ").removeprefix("const ")
    is_char = words.partition("[")[0].strip() == "char"
    return replace(field, is_signed=False) if is_char else field


def _record(types: KernelTypes, category: str, name: str) -> str:
    """Name the record's struct: its class, or before an event had company, the event itself."""
    for record in (_classes()[category, name], name):
        struct = f"trace_event_raw_{record}"
        if types.btf.find(struct, BtfKind.STRUCT) is not None:
            return struct
    raise MissingHookError(
        f"this kernel has no tracepoint {category}:{name}",
        where=f"simulated Linux {types.kernel}",
        reason="its types have no record for it",
    )


def _syscall_tracepoint(
    name: str, number: int, common: tuple[TracepointField, ...], kernel: str
) -> Tracepoint:
    call = name.removeprefix("sys_enter_").removeprefix("sys_exit_")
    if call not in syscall_numbers(kernel):
        raise MissingHookError(
            f"this kernel has no tracepoint syscalls:{name}",
            where=f"simulated Linux {kernel}",
            reason=f"it has no system call {call!r}",
        )
    nr = TracepointField("__syscall_nr", "int", SYSCALL_NR_OFFSET, 4, is_signed=True)
    entry = name.removeprefix("sys_enter_")
    if entry != name:
        row = syscall(entry, kernel)
        fields = (nr, *_arg_fields(row))
        struct, fmt = "trace_event_raw_sys_enter", _syscall_print_fmt(row)
    else:
        fields = (nr, TracepointField("ret", "long", SYSCALL_RET_OFFSET, 8, is_signed=True))
        struct, fmt = "trace_event_raw_sys_exit", '"0x%lx", REC->ret'
    return Tracepoint("syscalls", name, number, struct, common, fields, fmt)


def _arg_fields(row: Syscall) -> tuple[TracepointField, ...]:
    # Every argument takes a register's 8 bytes and is called unsigned, whatever its type.
    return tuple(
        TracepointField(name, arg[: -len(name) - 1], SYSCALL_ARGS_OFFSET + 8 * index, 8, False)
        for index, (arg, name) in enumerate(zip(row.args, row.arg_names, strict=True))
    )


def _syscall_print_fmt(row: Syscall) -> str:
    text = ", ".join(f"{name}: 0x%08lx" for name in row.arg_names)
    values = "".join(f", ((unsigned long)(REC->{name}))" for name in row.arg_names)
    return f'"{text}"{values}'


def _record_fields(
    types: KernelTypes, struct: str, *, prefix: str = ""
) -> tuple[TracepointField, ...]:
    record = types.btf.resolved(types.type_id(f"struct {struct}"))
    assert isinstance(record, Struct)
    return tuple(
        _record_field(types.btf, prefix + member.name, member.type, member.bit_off // 8)
        for member in record.members
        if member.name not in {"ent", "__data"}
    )


def _record_field(btf: Btf, name: str, type_id: int, offset: int) -> TracepointField:
    size = btf.sizeof(type_id)
    if name.startswith(_DATA_LOC):
        return TracepointField(
            name.removeprefix(_DATA_LOC), "__data_loc char[]", offset, size, is_signed=True
        )
    return TracepointField(name, _c_name(btf, type_id), offset, size, _is_signed(btf, type_id))


def _c_name(btf: Btf, type_id: int) -> str:
    """Spell a type as C source does (BTF keeps the debugger's ``long unsigned int``)."""
    found = btf[type_id]
    match found:
        case Array():
            return f"{_c_name(btf, found.type)}[{found.nelems}]"
        case Ptr():
            return f"{_c_name(btf, found.type)} *" if found.type else "void *"
        case Const():
            return f"const {_c_name(btf, found.type) if found.type else 'void'}"
        case Int():
            words = found.name.split()
            if len(words) > 1 and words[-1] == "int" and words != ["unsigned", "int"]:
                words.pop()
            return " ".join(sorted(words, key=lambda word: word != "unsigned"))
        case _:
            return btf.type_name(type_id)


def _is_signed(btf: Btf, type_id: int) -> bool:
    found = btf.resolved(type_id)
    if isinstance(found, Array):
        return _is_signed(btf, found.type)
    return isinstance(found, Int | Enum) and found.is_signed


def _print_fmt(fields: tuple[TracepointField, ...]) -> str:
    """Make a format that shows every scalar and string as ``name=value``."""
    parts: list[str] = []
    values: list[str] = []
    for field in fields:
        if field.is_data_loc:
            spec, value = "%s", f"__get_str({field.name})"
        elif field.ctype.startswith("char["):
            spec, value = "%s", f"REC->{field.name}"
        elif "[" in field.ctype:
            continue
        elif field.ctype.endswith("*"):
            spec, value = "%p", f"REC->{field.name}"
        else:
            length = "l" if field.size == 8 else ""
            spec = f"%{length}{'d' if field.is_signed else 'u'}"
            value = f"REC->{field.name}"
        parts.append(f"{field.name}={spec}")
        values.append(f", {value}")
    return f'"{" ".join(parts)}"{"".join(values)}'
