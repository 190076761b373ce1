"""How the records of a tracer are laid out: what `record_fields` says, as objects.

The simulator knows the layout from the object's types and writes it down once; whoever reads
the tables finds the fields in the bytes of `record_payload`.

**Rule:** a layout takes a record that is at least `RecordLayout.min_bytes` long and less than
`ROUND_BYTES` longer than the struct (a perf buffer rounds up, with the 4 bytes of the length it
keeps, to 8), or longer still where the last field has no end of its own.

**Not modelled:** layouts that depend on a record's contents.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

__all__ = ["HOWS", "ROUND_BYTES", "RecordField", "RecordLayout"]

ROUND_BYTES = 8

HOWS: dict[str, str] = {
    "signed": "integers in two's complement",
    "unsigned": "integers, pointers among them",
    "bool": "0 or not 0",
    "text": "characters up to their NUL",
    "hex": "bytes that mean nothing by themselves",
}
"""How the bytes of a field are read."""


@dataclass(frozen=True)
class RecordField:
    """One field of a record.

    Attributes:
        name: Name; of a member of a nested struct, ``outer.inner``.
        offset: Where it begins.
        size_bytes: Its length; 0: up to the record's end.
        how: One of `HOWS`.
        element_bytes: Length of one number; less than *size_bytes* in an array, 1 for text and
            hex.
        shift: Of a bitfield, how many bits lie below it.
        bits: Of a bitfield, its width; 0 for what is none.
        names: Of an enum, its names as ``NAME=value``, separated by spaces.
    """

    name: str
    offset: int
    size_bytes: int
    how: str
    element_bytes: int = 1
    shift: int = 0
    bits: int = 0
    names: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it is one number (or truth value), not several, nor text."""
        return self.how not in ("text", "hex") and self.size_bytes == self.element_bytes

    @property
    def end(self) -> int:
        """First byte behind it; where it begins when it has no end of its own."""
        return self.offset + self.size_bytes


@dataclass(frozen=True)
class RecordLayout:
    """The struct that a tracer sends.

    Attributes:
        struct: Its name.
        struct_bytes: Its length.
        min_bytes: The shortest record that is read by it.
        fields: Its fields, in order.
    """

    struct: str
    struct_bytes: int
    min_bytes: int
    fields: tuple[RecordField, ...]

    @property
    def max_bytes(self) -> int | None:
        """The longest record that is read by it; None when the last field has no end."""
        if any(field.size_bytes == 0 for field in self.fields):
            return None
        return self.struct_bytes + ROUND_BYTES - 1

    def columns(self) -> dict[str, Any]:
        """Return the columns of `record_fields` that say this."""
        head = {
            "struct": self.struct,
            "struct_bytes": self.struct_bytes,
            "min_bytes": self.min_bytes,
            "field": [field.name for field in self.fields],
        }
        names = [one.name for one in fields(RecordField) if one.name != "name"]
        return head | {name: [getattr(f, name) for f in self.fields] for name in names}
