"""The verifier's log: a text that grows, and is cut back when a path turns out to be fine.

Answers to ``kernel/bpf/log.c``.

**Rule:** positions count characters; `Log.reset` forgets all behind one. With level 0 nothing is
kept.

**Not modelled:** the rotating log of later kernels; sizes beyond what is asked for.
"""

from __future__ import annotations

import io

__all__ = ["BPF_LOG_LEVEL1", "BPF_LOG_LEVEL2", "BPF_LOG_STATS", "Log"]

BPF_LOG_LEVEL1 = 1
BPF_LOG_LEVEL2 = 2
BPF_LOG_STATS = 4


class Log:
    """A log.

    Args:
        level: Sum of ``BPF_LOG_*``; 0 keeps nothing.
        size: Bytes that the reader made room for.
    """

    def __init__(self, level: int, size: int) -> None:
        self.level = level
        self.size = size
        self.len_used = 0
        self._text = io.StringIO()

    @property
    def is_full(self) -> bool:
        """Whether text was lost for want of room."""
        return bool(self.level) and self.len_used >= self.size - 1

    @property
    def has_insns(self) -> bool:
        """Whether instructions are printed, at least of the path that fails."""
        return bool(self.level & 3)

    @property
    def has_all(self) -> bool:
        """Whether every path is printed."""
        return bool(self.level & BPF_LOG_LEVEL2)

    def write(self, text: str) -> None:
        """Add *text*."""
        if self.level and self.len_used < self.size - 1:
            text = text[: self.size - 1 - self.len_used]
            self._text.write(text)
            self.len_used += len(text)

    def reset(self, position: int) -> None:
        """Forget what is behind *position*; a log that is full stays as it is."""
        if position < self.len_used and not self.is_full:
            self._text.seek(position)
            self._text.truncate()
            self.len_used = position

    def text(self) -> str:
        """Return all of it."""
        return self._text.getvalue()
