"""Headless Chromium for tests and pictures: opens a file, and tells what it did.

Found by ``$BPFSIM_CHROMIUM``, else under its usual names on ``PATH``. Nothing is installed by
the tests; without a browser they are skipped, and say so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Visit", "chromium", "open_page", "print_page", "screenshot", "text_of_probe"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-dev-shm-usage",
)
_TIMEOUT_S = 120
_NOBODY = "not an origin"  # what the browser asks for by itself


@dataclass(frozen=True)
class Visit:
    """What a browser did with a page.

    Attributes:
        dom: The document, as it stood at the end.
        console: Lines that went to the console.
        urls: What the page asked for over the network; the browser's own business is left out.
    """

    dom: str
    console: tuple[str, ...]
    urls: tuple[str, ...]


def chromium() -> str | None:
    """Return the browser's program, or None."""
    named = os.environ.get("BPFSIM_CHROMIUM")
    if named:
        return named
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def _run(scratch: Path, *words: str) -> subprocess.CompletedProcess[str]:
    program = chromium()
    assert program is not None
    profile = f"--user-data-dir={scratch / 'profile'}"
    return subprocess.run(
        [program, *_FLAGS, profile, *words],
        capture_output=True,
        text=True,
        timeout=_TIMEOUT_S,
        check=True,
    )


def _urls(log: Path) -> tuple[str, ...]:
    """Return the URLs of all requests in a net log that some page made."""
    data: dict[str, Any] = json.loads(log.read_text(encoding="utf-8"))
    found = (event.get("params", {}) for event in data["events"])
    asked = (p for p in found if isinstance(p, dict) and "url" in p and "initiator" in p)
    return tuple(str(p["url"]) for p in asked if p["initiator"] != _NOBODY)


def open_page(page: Path, scratch: Path) -> Visit:
    """Open a file and wait until it is loaded."""
    log = scratch / "net.json"
    words = ("--enable-logging=stderr", "--v=0", f"--log-net-log={log}", "--dump-dom")
    done = _run(scratch, *words, page.resolve().as_uri())
    console = tuple(line for line in done.stderr.splitlines() if "CONSOLE" in line)
    return Visit(done.stdout, console, _urls(log))


def screenshot(page: Path, picture: Path, scratch: Path, width: int, height: int) -> None:
    """Write a picture of the page in a window of this size."""
    size = f"--window-size={width},{height}"
    _run(scratch, size, f"--screenshot={picture}", page.resolve().as_uri())


def print_page(page: Path, pdf: Path, scratch: Path) -> None:
    """Print the page to a PDF file."""
    _run(scratch, f"--print-to-pdf={pdf}", "--no-pdf-header-footer", page.resolve().as_uri())


_PROBE = """<!doctype html><title>probe</title>
<iframe id="it" src="{name}" width="{width}" height="800"></iframe>
<pre id="found"></pre>
<script>
addEventListener("load", () => {{
  const inside = document.getElementById("it").contentDocument;
  document.getElementById("found").textContent = JSON.stringify({expression});
}});
</script>
"""


def text_of_probe(page: Path, scratch: Path, width: int, expression: str) -> Any:
    """Open the page in a frame of this width; return what a JavaScript *expression* says of it.

    In the expression, ``inside`` is the page's document.
    """
    probe = page.with_name("probe.html")
    text = _PROBE.format(name=page.name, width=width, expression=expression)
    probe.write_text(text, encoding="utf-8")
    words = ("--allow-file-access-from-files", "--dump-dom", probe.resolve().as_uri())
    dom = _run(scratch, *words).stdout
    probe.unlink()
    start = dom.index('<pre id="found">') + len('<pre id="found">')
    return json.loads(dom[start : dom.index("</pre>", start)])
