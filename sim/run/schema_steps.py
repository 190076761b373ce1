"""The schema of the steps that `sim.workload.steps` declares.

A step's arguments are declared with its code; this turns them into models, so that a scenario is
checked before anything of it runs.

**Rule:** an argument's kind is one of `_TYPES`.

**Not modelled:** nothing; this is translation.
"""

from __future__ import annotations

import ipaddress
from typing import Annotated, Any

from pydantic import AfterValidator, Field, create_model

from sim.run.schema_base import Bytes, Distribution, FracPpm, StrictModel
from sim.workload.steps import STEPS, Arg, StepKind
from sim.workload.steps.registry import REQUIRED

__all__ = ["step_models"]

_MAX_TEXT = 4096


def _endpoint(text: str) -> str:
    """Check ADDRESS:PORT, the address of IPv6 in brackets."""
    host, colon, port = text.rpartition(":")
    try:
        ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        raise ValueError(f"{text!r} is no ADDRESS:PORT, such as 10.0.0.2:443") from None
    if not colon or not port.isascii() or not port.isdigit() or not 0 < int(port) < 1 << 16:
        raise ValueError(f"{text!r} has no port between 1 and 65535")
    return text


_Text = Annotated[str, Field(max_length=_MAX_TEXT)]
_TYPES: dict[str, Any] = {
    "bytes": Annotated[Bytes, Field(ge=0, le=1 << 30)],
    "count": Annotated[int, Field(ge=1, le=100_000)],
    "frac": FracPpm,
    "integer": Annotated[int, Field(ge=-(1 << 31), le=(1 << 31) - 1)],
    "flag": bool,
    "text": _Text,
    "texts": list[_Text],
    "time": Distribution | None,
    "endpoint": Annotated[str, AfterValidator(_endpoint)],
}


def _field(arg: Arg, steps: Any) -> tuple[Any, Any]:
    kind = list[steps] if arg.kind == "steps" else _TYPES[arg.kind]
    if arg.default is REQUIRED:
        return kind, Field(description=arg.doc)
    return kind, Field(default=arg.default, description=arg.doc)


def _model(kind: StepKind, steps: Any) -> type[StrictModel]:
    """Make the model of one step: a mapping with the step's name to its arguments."""
    title = "".join(part.capitalize() for part in kind.name.split("_"))
    fields: dict[str, Any] = {name: _field(arg, steps) for name, arg in kind.args.items()}
    args = create_model(f"{title}Args", __base__=StrictModel, __doc__=kind.doc, **fields)
    only: dict[str, Any] = {kind.name: (args, ...)}
    made: type[StrictModel] = create_model(
        f"{title}Step", __base__=StrictModel, __doc__=kind.doc, **only
    )
    return made


def step_models(steps: Any) -> dict[str, type[StrictModel]]:
    """Return a model for every declared step, by name; *steps* is the type of any step."""
    return {name: _model(kind, steps) for name, kind in STEPS.items()}
