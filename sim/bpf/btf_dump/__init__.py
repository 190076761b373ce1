"""BTF as text: the C declarations that it describes, and its records as bpftool lists them."""

from __future__ import annotations

from sim.bpf.btf_dump.c import c_header
from sim.bpf.btf_dump.raw import raw_json, raw_text

__all__ = ["c_header", "raw_json", "raw_text"]
