"""The posts of some days, by the names of their folders alone: what a look at the last week costs, and no archive."""

from datetime import date, timedelta

from kendal_git.reading.posts import FOLDER, Files


def recent(files: Files, first: date, last: date) -> tuple[str, ...]:
    """The posts' folders of some days, both included; only the months between are looked into."""
    months = sorted({f"{first + timedelta(days=n):%Y/%m}" for n in range((last - first).days + 1)})
    found = []
    for month in months:
        for entry in files.entries(f"content/{month}"):
            path = f"content/{month}/{entry.name}"
            if entry.mode == "folder" and (match := FOLDER.fullmatch(path)):
                about = (int(match[1]), int(match[2]), int(match[3]))
                if (first.year, first.month, first.day) <= about <= (last.year, last.month, last.day):
                    found.append(path)
    return tuple(sorted(found))
