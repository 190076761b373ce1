"""bpfsim: a kernel-emulating discrete-event simulator for BPF tracing."""

from __future__ import annotations

__all__: list[str] = []
