"""The files that GitHub itself reads, made from kendal.yaml: owners, issue forms, the pull request's first text."""

from datetime import date

from kendal_git.files import packaged
from kendal_git.model.office import Office
from kendal_git.model.vocabulary import CORRECTION_REASONS, ROLES, WITHDRAWAL_REASONS

FORMS = tuple(f"ISSUE_TEMPLATE/{name}.yml" for name in ("tahan", "tarik", "pandangan-kedua", "koreksi"))
FIRST_TEXT = "pull_request_template.md"
MADE = "# Dibuat oleh `kendal doctor --write` dari kendal.yaml; perubahan di sini akan tertimpa.\n"
CHOOSER = "blank_issues_enabled: true\n"
OWNED = ("/.github/", "/kendal.yaml", "/kendal_git/", "/requirements/", "/templates/", "/tools/")


def pages(office: Office, day: date) -> dict[str, bytes]:
    """Path and content of each, for who holds the roles on a day."""
    words = {
        "@KANAL@": ", ".join(name for name, _ in office.channels) or "-",
        "@PEMERIKSA@": _titles(office, ROLES[1:]),
        "@URUTAN@": _titles(office, office.policy.levels),
        "@SENSITIF@": _titles(office, office.policy.sensitive),
        "@ALASAN@": ", ".join(dict.fromkeys((*CORRECTION_REASONS, *WITHDRAWAL_REASONS))),
    }
    found = {".github/CODEOWNERS": _owners(office, day), ".github/ISSUE_TEMPLATE/config.yml": MADE + CHOOSER}
    for name in FORMS:
        found[f".github/{name}"] = MADE + _filled(name, words)
    found[f".github/{FIRST_TEXT}"] = _filled(FIRST_TEXT, words)
    return {path: text.encode() for path, text in found.items()}


def _filled(name: str, words: dict[str, str]) -> str:
    text = packaged(f"templates/github/{name}").read_text(encoding="utf-8")
    for token, value in words.items():
        text = text.replace(token, value)
    return text


def _titles(office: Office, roles: tuple[str, ...]) -> str:
    """What the office calls them, on one line whatever kendal.yaml says."""
    return ", lalu ".join(" ".join(office.title(role).split()) for role in roles) or "-"


def _owners(office: Office, day: date) -> str:
    """Whom GitHub asks for a review by itself. It is a convenience: kendal reads kendal.yaml and nothing else."""
    top = _people(office, (ROLES[-1],), day)
    levels = _people(office, office.policy.levels, day)
    lines = [MADE]
    lines += [f"/{book}/ {levels}\n" for book in ("agenda", "content") if levels]
    lines += [f"{path} {top}\n" for path in OWNED if top]
    return "".join(lines)


def _people(office: Office, roles: tuple[str, ...], day: date) -> str:
    holders = [holder.login for role in roles for holder in office.role(role).held_on(day)]
    return " ".join(f"@{login}" for login in dict.fromkeys(holders))
