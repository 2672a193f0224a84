"""What tests of importing see of its result."""

from dataclasses import fields

from resource_mapper.domain.resource import Resource
from resource_mapper.storage.importing.list_import import ImportResult

Rows = list[list[str]]


def given_values(resource: Resource) -> dict[str, object]:
    """Return what is not as in a resource that has a name only."""
    plain = Resource(id="x", name="x")
    return {
        field.name: getattr(resource, field.name)
        for field in fields(resource)
        if field.name not in ("id", "name") and getattr(resource, field.name) != getattr(plain, field.name)
    }


def matches(result: ImportResult) -> dict[str, str | None]:
    """Return the field that each heading was taken for."""
    return {match.heading: match.field for match in result.columns}


def reasons(result: ImportResult) -> list[tuple[int, str]]:
    """Return the rows that were skipped, and why."""
    return [(row.row, row.reason) for row in result.skipped]
