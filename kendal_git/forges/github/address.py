"""Where a repository lives at GitHub: its API and its pages, from the address of the remote alone."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse

PUBLIC = "github.com"
SCP = re.compile(r"(?:[\w.-]+@)?([\w.-]+):(?!//)(.+)")  # git@github.com:office/content.git
NAME = re.compile(r"[\w.-]+/[\w.-]+")


@dataclass(frozen=True, slots=True)
class Address:
    """The API's root, the repository's ``owner/name``, and the root of its web pages, each without a slash at its end.

    On an Enterprise server the API lies below ``/api/v3`` of the same host.
    """

    api: str
    repository: str
    web: str

    @property
    def host(self) -> str:
        """The web pages' host, which also names the server's no-reply addresses."""
        return urlsplit(self.web).hostname or ""

    @property
    def page(self) -> str:
        """The repository's own page."""
        return f"{self.web}/{self.repository}"

    def raw(self, commit: str, path: str) -> str:
        """One file at one commit, shown to whoever may read the repository."""
        return f"{self.page}/blob/{commit}/{path}?raw=true"

    def comparison(self, main: str, branch: str) -> str:
        """The page on which a person opens a pull request of a branch by hand."""
        return f"{self.page}/compare/{main}...{branch}?expand=1"


def address_of(remote: str, api: str = "") -> Address:
    """The address behind a remote; ``api`` overrides the API's root. Raises Misuse for what is no GitHub address.

    Plain HTTP is taken from this machine alone: a token never crosses a network in the clear.
    """
    scp = SCP.fullmatch(remote) if "://" not in remote else None
    parts = urlsplit(f"ssh://{scp[1]}/{scp[2]}" if scp else remote)
    host, name = parts.hostname or "", parts.path.strip("/").removesuffix(".git")
    local = host in ("localhost", "127.0.0.1", "::1")
    if parts.scheme not in ("https", "ssh", *(("http",) if local else ())) or not NAME.fullmatch(name):
        raise Misuse(say("github.no-address", remote=_without_secret(remote)), say("github.no-address.hint"))
    scheme = "http" if parts.scheme == "http" else "https"
    port = f":{parts.port}" if parts.port and parts.scheme != "ssh" else ""
    web = f"{scheme}://{host}{port}"
    return Address(api.rstrip("/") or ("https://api.github.com" if host == PUBLIC else f"{web}/api/v3"), name, web)


def _without_secret(remote: str) -> str:
    """The address as it may be shown."""
    return re.sub(r"//[^/@]*@", "//", remote)
