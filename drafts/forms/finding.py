"""What somebody looks for. Nothing in it is ever wrong: what cannot be read asks for nothing."""

from __future__ import annotations

from dataclasses import asdict, fields

from django.http import QueryDict
from django.urls import reverse

from drafts.core.finding import LONGEST_QUERY
from drafts.core.members import code_of
from drafts.queries.finding import Search

MOST_PAGES = 1_000  # 10,000 drafts; a larger number was not typed by a person


class FindForm:
    """The words, the filters and the page that an address asks for."""

    def __init__(self, data: QueryDict) -> None:
        sent = {field.name: data.get(field.name, "").replace("\x00", " ") for field in fields(Search)}
        self.search = Search(**{name: value.strip()[:LONGEST_QUERY] for name, value in sent.items()})
        page = data.get("page", "")[:6]
        self.page = min(MOST_PAGES, max(1, int(page))) if page.isascii() and page.isdecimal() else 1

    @property
    def unknown_sponsor(self) -> bool:
        """Whether a sponsor is asked for whom no State's name names."""
        return bool(self.search.sponsor) and not code_of(self.search.sponsor)

    def address(self, page: int) -> str:
        """Where another page of the same search is."""
        return reverse("find", query=self.query | {"page": str(page)})

    @property
    def query(self) -> dict[str, str]:
        """What is asked for, as an address says it."""
        return {name: value for name, value in asdict(self.search).items() if value}
