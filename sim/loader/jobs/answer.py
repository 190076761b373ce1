"""Jobs in, answers out.

`Jobs` answers one job at a time with the fields that the kernel oracle's answers have, and
``verdict``: ``accept``, ``reject`` or ``not_modelled``. Answers to the oracle's loader.

**Rule:** a job never raises: what cannot be read is answered with the stage ``bad_job``, what is
outside of the model with the stage ``not_modelled`` and a reason. Addresses in answers are
simulated ones, and there are no times.

**Not modelled:** the kinds ``fire``, ``sh`` and ``trigger``.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sim.base.errors import SimError
from sim.bpf.btf import Btf
from sim.loader.jobs.fields import read_raw
from sim.loader.jobs.objects import ObjectFields, answer_object
from sim.loader.jobs.raw import RawAnswerer
from sim.loader.jobs.words import BadJob, bytes_of, caps_of, int_of
from sim.loader.kernel_of import kernel_of

__all__ = ["Jobs"]

_OTHER_KINDS = frozenset(("fire", "sh", "trigger"))


class Jobs:
    """Answers jobs as one kernel would.

    `answer` raises when bpfsim has a bug; `answer_line` answers with the stage ``internal_error``.

    Args:
        release: Key of `sim.versions.releases.KERNEL_RELEASES`.
        btf: The kernel's types; the simulated kernel's unless given.
        engine: What runs accepted programs, ``"jit"`` or ``"interp"``.
        folder: Where paths of objects start.
    """

    def __init__(
        self,
        release: str = "6.1",
        *,
        btf: Btf | None = None,
        engine: str = "jit",
        folder: Path | None = None,
    ) -> None:
        self.kernel = kernel_of(release, btf)
        self._engine = engine
        self._folder = folder or Path()
        self._by_caps: dict[frozenset[object], RawAnswerer] = {}

    def answer_line(self, line: str, number: int) -> dict[str, Any]:
        """Answer a job that is a line of JSON; *number* is its id if it has none."""
        try:
            job = json.loads(line)
        except ValueError as exc:
            return {"id": number, **_bad_job(f"no JSON: {exc}")}
        if not isinstance(job, dict):
            return {"id": number, **_bad_job("a job is a JSON object")}
        try:
            return self.answer(job, number)
        except Exception as exc:  # a bug of ours is to cost one answer, not all that follow
            why = f"bug in bpfsim: {type(exc).__name__}: {exc}"
            failed = {**_not_modelled(why), "stage": "internal_error"}
            return {"id": job.get("id", number), "kind": job.get("kind", "verify"), **failed}

    def answer(self, job: Mapping[str, Any], number: int = 0) -> dict[str, Any]:
        """Answer one job; *number* is its id if it has none."""
        kind = job.get("kind", "verify")
        head = {"id": job.get("id", number)}
        try:
            if kind in ("verify", "run"):
                return {**head, "kind": kind, **self._raw(job)}
            if kind == "object":
                return {**head, "kind": kind, **self._object(job)}
            if kind == "nop":
                return {**head, "kind": kind, "ok": True, "errno": 0}
            if kind in _OTHER_KINDS:
                why = f"jobs of kind {kind!r} need a running kernel"
                return {**head, "kind": kind, **_not_modelled(why)}
            return {**head, **_bad_job(f"unknown kind {kind!r}")}
        except BadJob as exc:
            return {**head, **_bad_job(str(exc))}
        except SimError as exc:
            return {**head, "kind": kind, **_not_modelled(str(exc))}

    def _object(self, job: Mapping[str, Any]) -> dict[str, Any]:
        try:
            if "object_b64" in job:
                data = base64.b64decode(job["object_b64"])
            else:
                data = (self._folder / job["path"]).read_bytes()
            variables = {
                name: value if isinstance(value, int) or value == "$pid" else bytes_of(value)
                for name, value in job.get("vars", {}).items()
            }
            only = [str(name) for name in job.get("programs", [])]
        except (OSError, KeyError, ValueError, TypeError, AttributeError) as exc:
            raise BadJob(f"{type(exc).__name__}: {exc}") from exc
        fields = ObjectFields(
            data,
            only=only,
            variables=variables,
            is_isolated=bool(job.get("isolate")),
            log_level=int_of(job, "log_level", 1),
            log_size=int_of(job, "log_size", 16 << 20),
            log_max=int_of(job, "log_max", 256 << 10),
        )
        return answer_object(fields, self.kernel)

    def _raw(self, job: Mapping[str, Any]) -> dict[str, Any]:
        raw = read_raw(job)
        caps = frozenset(caps_of(job.get("caps")))
        if caps not in self._by_caps:
            mine = replace(self.kernel, caps=caps)
            self._by_caps[caps] = RawAnswerer(mine, self._engine)
        return self._by_caps[caps].answer(raw)


def _bad_job(why: str) -> dict[str, Any]:
    return {"ok": False, "stage": "bad_job", "why": why}


def _not_modelled(why: str) -> dict[str, Any]:
    return {"ok": False, "stage": "not_modelled", "why": why, "verdict": "not_modelled"}
