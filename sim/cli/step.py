"""``bpfsim step``: go through one run of a program, instruction by instruction, and back.

Commands come from the terminal or from a pipe; an empty line repeats the last.

**Rule:** the scenario runs up to the hit as ``bpfsim run`` runs it; nothing is written.

**Not modelled:** what other CPUs do while the run stands still.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.output import print_json

if TYPE_CHECKING:
    from sim.debug.session import Session

__all__ = ["step"]

_HELP = """\
step [N]       s   do an instruction, or N
back [N]       b   undo it, or N
next           n   go on to another source line, over calls
continue       c   go on to the next breakpoint, or to the end
reverse        rc  go back to the breakpoint before, or to the start
break PLACE    br  stop at `insn N`, at a source line's number or at a helper
delete         d   forget all breakpoints
registers      r   the registers, and what they point at
stack [BYTES]  st  the current frame
maps           m   the machine's maps
list           l   the code around here
where          w   where the run is
quit           q   leave\
"""
_SHORT = {
    "s": "step",
    "b": "back",
    "n": "next",
    "c": "continue",
    "rc": "reverse",
    "br": "break",
    "d": "delete",
    "r": "registers",
    "st": "stack",
    "m": "maps",
    "l": "list",
    "w": "where",
    "h": "help",
    "q": "quit",
}


def step(
    scenario: Annotated[Path, typer.Argument(metavar="SCENARIO", help="Its YAML file.")],
    at: Annotated[
        str,
        typer.Option(
            "--at", metavar="HOOK[:N]", help="The N-th hit that runs a program; or PROGRAM[:N]."
        ),
    ],
    arm: Annotated[
        str | None, typer.Option(help="Which arm; the first traced one unless given.")
    ] = None,
    changes: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change a value, e.g. machine.cpus=8."),
    ] = None,
    objects: Annotated[
        list[str] | None,
        typer.Option("--object", metavar="[TRACER=]FILE", help="Trace with another object."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Step to the end, and print all steps as JSON.")
    ] = False,
) -> None:
    """Step through one run of a program, forwards and backwards."""
    from sim.cli.progress import open_progress
    from sim.cli.run import load_engine
    from sim.run.scenario import load_scenario

    loaded = load_scenario(scenario, list(changes or []), objects=objects or [])
    with open_progress(1) as progress:
        load_engine(progress)
        from sim.debug import show
        from sim.debug.session import Session

        progress.phase(f"running to {at}")
        session = Session.of(loaded, at, arm=arm, progress=progress)
    is_terminal = sys.stdin.isatty()
    with session:
        if as_json:
            print_json(show.to_the_end(session))
            return
        _print([*show.head_lines(session, at), *show.place_lines(session)])
        if is_terminal:
            print("help lists the commands")
        _Commands(session).loop(is_terminal=is_terminal)


def _print(lines: list[str]) -> None:
    for line in lines:
        print(line)


class _Commands:
    def __init__(self, session: Session) -> None:
        from sim.debug import show

        self._session = session
        self._show = show
        self._last = "step"
        self._known: dict[str, Callable[[str], None]] = {
            "step": self._step,
            "back": self._back,
            "next": lambda _: self._moved(session.next_line),
            "continue": lambda _: self._to_breakpoint(session.forward),
            "reverse": lambda _: self._to_breakpoint(session.backward),
            "break": self._break,
            "delete": lambda _: session.breakpoints.clear(),
            "registers": lambda _: _print(show.register_lines(session)),
            "stack": lambda rest: _print(show.stack_lines(session, _number(rest, 64))),
            "maps": lambda _: _print(show.map_lines(session)),
            "list": lambda _: _print(show.code_lines(session)),
            "where": lambda _: _print(show.place_lines(session)),
            "help": lambda _: print(_HELP),
        }

    def loop(self, *, is_terminal: bool) -> None:
        """Read commands and do them, to the end of the input or to ``quit``."""
        while True:
            if is_terminal:
                print("(step) ", end="", flush=True)
            line = sys.stdin.readline()
            if not line:
                return
            text = line.strip() or (self._last if is_terminal else "")
            if text and not self._do(text):
                return

    def _do(self, text: str) -> bool:
        from sim.base.errors import SimError, nearest

        self._last = text
        word, _, rest = text.partition(" ")
        command = _SHORT.get(word, word)
        if command == "quit":
            return False
        if command not in self._known:
            tip = nearest(command, [*self._known, "quit"])
            print(f"there is no command {word!r}; {tip or 'help lists them'}")
            return True
        try:
            self._known[command](rest.strip())
        except SimError as error:
            print(error)
        return True

    def _step(self, rest: str) -> None:
        for _ in range(_number(rest, 1)):
            before = self._session.registers
            nr_printed = len(self._session.printed)
            if not self._session.step():
                print("the run has ended; `back` goes back")
                return
            _print(self._show.step_lines(self._session, before))
            _print(
                [f"     trace_pipe: {text.rstrip()}" for text in self._session.printed[nr_printed:]]
            )
            _print(self._show.place_lines(self._session))

    def _back(self, rest: str) -> None:
        if not self._session.step_back(_number(rest, 1)):
            print("this is the run's start")
        _print(self._show.place_lines(self._session))

    def _moved(self, move: Callable[[], object]) -> None:
        move()
        _print(self._show.place_lines(self._session))

    def _to_breakpoint(self, move: Callable[[], object]) -> None:
        found = move()
        if found is not None:
            print(f"breakpoint: {found}")
        _print(self._show.place_lines(self._session))

    def _break(self, rest: str) -> None:
        if rest:
            self._session.add_breakpoint(rest)
        _print([f"breakpoint: {place}" for place in self._session.breakpoints])


def _number(text: str, default: int) -> int:
    from sim.base.errors import ScenarioError

    if not text:
        return default
    if not text.isdecimal() or not 0 < int(text) <= 1 << 20:
        raise ScenarioError(f"{text!r} is no number of steps or bytes", suggestion="for example: 8")
    return int(text)
