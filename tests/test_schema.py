"""The published schemas: made from the one definition, current in the repository, a meaning for every field."""

import json
from pathlib import Path
from typing import Any

import pytest

from kendal_git.cli import main
from kendal_git.model.fields import DAY, POST
from kendal_git.model.office_fields import OFFICE
from kendal_git.model.shapes import Record
from kendal_git.verbs.schema import RECORDS, reference, schema

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("what", RECORDS)
def test_the_schema_in_the_repository_is_the_definitions(what: str) -> None:
    """``schemas/`` holds what ``kendal schema`` says now."""
    stored = json.loads((ROOT / f"schemas/{what}.schema.json").read_text(encoding="utf-8"))

    assert schema(what, "id") == stored


@pytest.mark.parametrize("what", RECORDS)
def test_the_reference_in_the_docs_is_the_definitions(what: str) -> None:
    """``docs/rujukan/`` holds what ``kendal schema --format md`` says now."""
    assert reference(what, "id") == (ROOT / f"docs/rujukan/{what}.md").read_text(encoding="utf-8").removesuffix("\n")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_field_has_a_meaning_in_both_languages(language: str) -> None:
    """A field without words for editors would raise here."""
    for what in RECORDS:
        for part in _properties(schema(what, language)):
            assert part["description"], part


def test_what_a_kind_needs_is_a_condition_of_the_schema() -> None:
    """An editor asks for ``commemoration`` as soon as the kind is flyer-hari-besar."""
    conditions = {
        one["if"]["properties"]["kind"]["const"]: one["then"]["required"] for one in schema("post", "id")["allOf"]
    }

    assert "commemoration" in conditions["flyer-hari-besar"]
    assert {"agenda", "officials", "place", "opd"} <= set(conditions["liputan"])


def test_the_schema_closes_every_record() -> None:
    """No record takes an unknown field, as the check does not."""
    for record in (POST, DAY, OFFICE):
        assert isinstance(record, Record)
    for what in RECORDS:
        found = schema(what, "id")
        assert found["additionalProperties"] is False


def test_schema_prints_json_or_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    """The command gives what an editor or a person asks for."""
    assert main(["schema", "office"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "office"
    assert main(["--lang", "en", "schema", "post", "--format", "md"]) == 0
    assert "| field | form | meaning |" in capsys.readouterr().out


def _properties(part: Any) -> list[dict[str, Any]]:
    """Every property of a schema, at any depth."""
    if isinstance(part, list):
        return [found for one in part for found in _properties(one)]
    if not isinstance(part, dict):
        return []
    conditions = [value for name, value in part.items() if name not in ("properties", "allOf")]
    own = [one for one in part.get("properties", {}).values() if isinstance(one, dict)]
    return [*own, *(found for value in (*conditions, own) for found in _properties(value))]
