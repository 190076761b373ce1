"""Whom a run tells how far it is.

**Rule:** progress is for people; nothing of it goes into a result.

**Not modelled:** nothing.
"""

from __future__ import annotations

from typing import Protocol

__all__ = ["NoProgress", "RunProgress"]


class RunProgress(Protocol):
    """Told about phases and virtual time while a scenario runs."""

    def phase(self, text: str) -> None:
        """Say what is being waited for."""

    def start(self, arm: str, replication: int, horizon_ns: int) -> None:
        """An arm begins; *horizon_ns* is 0 when the end is not a time."""

    def update(self, t_ns: int, hits: int) -> None:
        """Virtual time and hits so far."""

    def finish(self) -> None:
        """The arm is done."""


class NoProgress:
    """Tells nobody."""

    def phase(self, text: str) -> None:
        """Say nothing."""

    def start(self, arm: str, replication: int, horizon_ns: int) -> None:
        """Say nothing."""

    def update(self, t_ns: int, hits: int) -> None:
        """Say nothing."""

    def finish(self) -> None:
        """Say nothing."""
