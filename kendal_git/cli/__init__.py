"""The command line: words in, one verb, a reporter, an exit code."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """The ``kendal`` command. Returns the exit code of DESIGN §4."""
    words = sys.argv[1:] if arguments is None else arguments
    if words == ["--version"]:  # answered before anything is imported
        from kendal_git import __version__

        sys.stdout.write(f"kendal {__version__}\n")
        return 0
    from kendal_git.cli.app import run

    return run(words)
