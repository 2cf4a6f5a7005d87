"""The command line: words in, one verb, a reporter, an exit code."""

import gc
import sys

PATIENT = (
    100_000  # values made before one looks for garbage; Python's own 700 are reached a hundred times at every start
)


def main(arguments: list[str] | None = None) -> int:
    """The ``kendal`` command. Returns the exit code of DESIGN §4."""
    if arguments is not None:
        return _answered(arguments)
    gc.set_threshold(PATIENT)
    try:
        return _answered(sys.argv[1:])
    finally:
        gc.freeze()  # nor is garbage looked for at the end, when all of it goes anyway


def _answered(words: list[str]) -> int:
    if words == ["--version"]:  # answered before anything is imported
        from kendal_git import __version__

        sys.stdout.write(f"kendal {__version__}\n")
        return 0
    from kendal_git.cli.ahead import look

    looking = look(words)

    from kendal_git.cli.app import run

    return run(words, looking=looking)
