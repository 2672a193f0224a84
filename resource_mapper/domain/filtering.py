"""Filters (絞り込み): which resources are shown. A matter of the view, not of the document and its undo steps."""

from dataclasses import dataclass
from datetime import date

from resource_mapper.domain.age import Age
from resource_mapper.domain.freshness import Freshness
from resource_mapper.domain.linking import around_short_term
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.search import query_words, says
from resource_mapper.domain.worksheet import Worksheet

CHOSEN_FIELDS = ("district", "status", "nature", "transport", "frequency")
"""Fields whose values a filter chooses among."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a resource must be to be shown. An empty part asks for nothing; "" among chosen values means 未設定."""

    words: str = ""
    district: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    nature: frozenset[str] = frozenset()
    transport: frozenset[str] = frozenset()
    frequency: frozenset[str] = frozenset()
    unconfirmed: Age | None = None
    """確認が古い: not confirmed for so long."""
    around_short_term: bool = False
    """C型の前後: only 通所C・訪問C, what leads to them, and what they lead on to."""

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return not query_words(self.words) and self.conditions == 0

    @property
    def conditions(self) -> int:
        """How many parts but the words ask for something."""
        chosen = sum(bool(getattr(self, name)) for name in CHOSEN_FIELDS)
        return chosen + (self.unconfirmed is not None) + self.around_short_term

    def matches(self, resource: Resource, worksheet: Worksheet, today: date) -> bool:
        """Whether a resource of the worksheet is shown."""
        if self.around_short_term and resource.id not in around_short_term(worksheet):
            return False
        return self._fits(resource, worksheet, today)

    def _fits(self, resource: Resource, worksheet: Worksheet, today: date) -> bool:
        """Whether a resource by itself is what is asked for."""
        for name in CHOSEN_FIELDS:
            wanted = getattr(self, name)
            if wanted and getattr(resource, name) not in wanted:
                return False
        if self.unconfirmed is not None and not Freshness(self.unconfirmed, today).is_stale(resource):
            return False
        return says(resource, query_words(self.words), worksheet)

    def matching(self, worksheet: Worksheet, today: date) -> frozenset[str]:
        """Return the IDs of the resources that are shown."""
        found = frozenset(r.id for r in worksheet.resources if self._fits(r, worksheet, today))
        return found & around_short_term(worksheet) if self.around_short_term else found
