"""Cut from GitHub's own OpenAPI what the fake GitHub answers: `python -m tools.slice_openapi PACKAGE`.

PACKAGE is an unpacked npm package `@octokit/openapi`; it weighs 385 MB, therefore the slice is committed and this is
run by hand (tests/github/openapi/README.md). What the slice holds is decided by the fake's own table of routes.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kendal_git.fakes.github import routes

HERE = Path(__file__).parent.parent / "tests" / "github" / "openapi"
SLICE = HERE / "slice.json"
WORDS = ("description", "summary", "example", "examples", "externalDocs", "tags", "x-github", "x-multi-segment")
METHODS = ("get", "post", "put", "patch", "delete")

Json = dict[str, Any]


def shape(path: str) -> str:
    """A path without the names of its words."""
    return re.sub(r"\{[^}]*\}", "{}", path)


def answered() -> set[tuple[str, str]]:
    """(method, shape of the path) of everything that the fake answers."""
    own = {(method, shape("/repos/{}/{}" + path)) for method, path, *_ in routes.REPOSITORY}
    return own | {(method, shape(path)) for method, path, *_ in routes.ACCOUNTS}


def sliced(whole: Json) -> Json:
    """The operations that the fake answers, and the components that they need; raises KeyError for an unknown one."""
    wanted = answered()
    paths: Json = {}
    for path, item in whole["paths"].items():
        kept = {name: _operation(one) for name, one in item.items() if (name.upper(), shape(path)) in wanted}
        if kept:
            shared = {name: _bare(one) for name, one in item.items() if name == "parameters"}
            paths[path] = {**shared, **kept}
    unknown = wanted - operations({"paths": paths})
    if unknown:
        raise KeyError(f"GitHub's OpenAPI does not know {sorted(unknown)}")
    info = {"title": whole["info"]["title"], "version": whole["info"]["version"], "license": whole["info"]["license"]}
    return {"openapi": whole["openapi"], "info": info, "paths": paths, "components": _components(whole, paths)}


def operations(document: Json) -> set[tuple[str, str]]:
    """(method, shape of the path) of everything that a description describes."""
    return {(name.upper(), shape(path)) for path, item in document["paths"].items() for name in item if name in METHODS}


def _operation(one: Json) -> Json:
    kept = {name: _bare(value) for name, value in one.items() if name in ("parameters", "requestBody", "responses")}
    return {**kept, "responses": _described(kept["responses"])}


def _described(responses: Json) -> Json:
    """Answers with the words that they must have, as few as possible: Prism overlooks one that has none."""
    return {name: one if "$ref" in one else {"description": name, **one} for name, one in responses.items()}


def _bare(value: Any, *, names: bool = False) -> Any:
    """The value without its words for people; below ``properties`` every key is a name and stays."""
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if not isinstance(value, dict):
        return value
    if "content" in value and "application/json" in value["content"]:
        value = {**value, "content": {"application/json": value["content"]["application/json"]}}
    found = {
        name: _bare(one, names=name == "properties" and not names)
        for name, one in value.items()
        if names or name not in WORDS
    }
    return found if names else _with_null(found)


def _with_null(schema: Json) -> Json:
    """The schema with its null said as a choice: Prism judges nothing where a ``nullable`` stands without a type."""
    if not schema.get("nullable") or "type" in schema:
        return schema
    rest = {name: one for name, one in schema.items() if name != "nullable"}
    return {"anyOf": [rest, {"type": "null"}]}


def _components(whole: Json, paths: Json) -> Json:
    """Every component that the paths lead to, by its kind."""
    found: Json = {}
    open_ = [paths]
    while open_:
        for kind, name in _references(open_.pop()):
            if name not in found.setdefault(kind, {}):
                found[kind][name] = _bare(whole["components"][kind][name])
                open_.append(found[kind][name])
    found["responses"] = _described(found.get("responses", {}))
    return {kind: dict(sorted(some.items())) for kind, some in sorted(found.items())}


def _references(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        where = value.get("$ref")
        if isinstance(where, str):
            _, _, kind, name = where.split("/")
            yield kind, name
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _references(one)


def written(document: Json) -> str:
    """The slice as JSON, one path or component a line, so that a newer one shows what has changed."""

    def block(some: Json) -> str:
        lines = [f"{json.dumps(name)}: {_dense(one)}" for name, one in some.items()]
        return "{\n" + ",\n".join(lines) + "\n}"

    parts = [f'"openapi": {_dense(document["openapi"])}', f'"info": {_dense(document["info"])}']
    parts.append(f'"paths": {block(document["paths"])}')
    kinds = [f"{json.dumps(kind)}: {block(some)}" for kind, some in document["components"].items()]
    return "{\n" + ",\n".join([*parts, '"components": {\n' + ",\n".join(kinds) + "\n}"]) + "\n}\n"


def _dense(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Write the slice."""
    package = Path(sys.argv[1])
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    whole = json.loads((package / "generated" / "api.github.com.json").read_text(encoding="utf-8"))
    text = written(sliced(whole))
    SLICE.write_text(text, encoding="utf-8", newline="\n")
    print(f"@octokit/openapi {version}: {len(answered())} operations, {len(text.encode()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
