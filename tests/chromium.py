"""A headless Chromium driven by the DevTools protocol over two pipes: no driver program, no port, no package."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATH = next((found for name in NAMES if (found := shutil.which(name))), None)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip
#: Where Chromium reads commands and writes answers (``--remote-debugging-pipe``).
READS, WRITES = 3, 4


@dataclass(slots=True)
class Tab:
    """One open tab. What the page's policy forbids to its own scripts is not forbidden to ``evaluate``."""

    to: IO[bytes]
    come: IO[bytes]
    pid: int = 0
    session: str = ""
    calls: int = 0
    heard: list[dict[str, Any]] = field(default_factory=list)

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """The result of a command; RuntimeError with the browser's words where it fails."""
        self.calls += 1
        asked = {"id": self.calls, "method": method, "params": params}
        self.to.write(json.dumps({**asked, "sessionId": self.session} if self.session else asked).encode() + b"\0")
        self.to.flush()
        while (answer := self._next()).get("id") != self.calls:
            self.heard.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        found = bytearray()
        while not found.endswith(b"\0"):
            byte = self.come.read(1)
            if not byte:
                raise RuntimeError("Chromium has ended")
            found += byte
        message: dict[str, Any] = json.loads(found[:-1])
        return message

    def wait(self, event: str) -> None:
        """Until an event is heard; those heard before count."""
        while not any(message.get("method") == event for message in self.heard):
            self.heard.append(self._next())

    def show(self, width: int, scheme: str = "light", height: int = 900) -> None:
        """A window of that size, in a light or a dark scheme."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, file: Path, anchor: str = "") -> None:
        """Opens a file, at an anchor, and waits for its load event."""
        self.heard.clear()
        self.call("Page.navigate", url=file.as_uri() + (f"#{anchor}" if anchor else ""))
        self.wait("Page.loadEventFired")

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, awaited where it is a promise."""
        found = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            raise RuntimeError(str(found["exceptionDetails"].get("exception", found["exceptionDetails"])))
        return found["result"].get("value")


@contextmanager
def tab() -> Iterator[Tab]:
    """An empty tab in a new profile: nothing is in any cache but the disk's."""
    assert PATH, "needs Chromium on the path"
    mine, theirs = os.pipe(), os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [PATH, *QUIET, "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"]
        browser = subprocess.Popen(
            ["bash", "-c", f'exec "$@" {READS}<&{mine[0]} {WRITES}>&{theirs[1]}', "chromium", *command],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(mine[0], theirs[1]), start_new_session=True,
        )  # fmt: skip
        os.close(mine[0])
        os.close(theirs[1])
        with os.fdopen(mine[1], "wb") as to, os.fdopen(theirs[0], "rb", buffering=1 << 20) as come:
            one = Tab(to, come, browser.pid)
            try:
                page = next(t for t in one.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
                attached = one.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)
                one.session = attached["sessionId"]
                one.call("Page.enable")
                one.call("Log.enable")
                yield one
            finally:
                browser.terminate()
                browser.wait(timeout=30)
