"""The machine's processes: the name that one has as a publishing run, and whether a named run still goes on."""

import os
import platform
import sys
from pathlib import Path

KIND = "local"


def run_name() -> str:
    """Our own name as a publishing run: host and process number."""
    return f"{KIND}:{platform.node()}:{os.getpid()}"


def run_ended(run: str) -> bool | None:
    """Whether the process of a run on this machine has ended; None for a run of another machine."""
    kind, _, rest = run.partition(":")
    host, _, number = rest.rpartition(":")
    if kind != KIND or host != platform.node() or not number.isdigit():
        return None
    return not _alive(int(number))


def _alive(number: int) -> bool:
    """Whether a process of this machine still runs."""
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, number)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    if Path("/proc/self/stat").exists():
        try:  # a killed child that nobody has waited for is no longer a run
            return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in "ZX"
        except OSError:
            return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
