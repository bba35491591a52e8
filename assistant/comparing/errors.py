"""What can go wrong with a comparison.

```
PermanentAssistantError
├── EmptyLibrary       no report has been ingested
├── UnknownPlace       no document is about it; the hint names near ones
├── AmbiguousPlace     several places share the name
├── UnknownVisit       an id or a year that no visit of the place has
├── SameVisit          both sides are one visit or one place
├── OneVisitOnly       there is nothing to compare it with
└── NoVisits           no visit in a period, or none that fits the filters
```
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.errors import PermanentAssistantError


class EmptyLibrary(PermanentAssistantError):
    """No report has been ingested."""

    code = "empty_library"

    def __init__(self) -> None:
        super().__init__("The library holds no reports.", "Ingest one: opcat ingest REPORT.pdf")


class UnknownPlace(PermanentAssistantError):
    """No document is about the place."""

    code = "unknown_place"

    def __init__(self, place: str, near: Sequence[str], naming: Sequence[str] = ()) -> None:
        hint = f"Near: {', '.join(near)}." if near else "opcat documents lists the places."
        if naming:
            hint = f"These documents name it, but their place was read otherwise or not: {', '.join(naming)}. {hint}"
        super().__init__(f"No document is known to be about a place called {place[:60]!r}.", hint)
        self.near = tuple(near)
        self.naming = tuple(naming)


class AmbiguousPlace(PermanentAssistantError):
    """Several places share the name."""

    code = "ambiguous_place"

    def __init__(self, place: str, names: Sequence[str]) -> None:
        super().__init__(f"Several places are called {place[:60]!r}.", f"Name one in full: {'; '.join(names)}.")


class UnknownVisit(PermanentAssistantError):
    """An id or a year that no visit of the place has."""

    code = "unknown_visit"

    def __init__(self, named: str, known: Sequence[str]) -> None:
        super().__init__(f"No visit {named[:40]!r} of this place.", f"Visits: {'; '.join(known)}.")


class SameVisit(PermanentAssistantError):
    """A visit or place is to be compared with itself."""

    code = "same_visit"

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__("Both sides are the same: there is nothing to compare.", f"There are: {'; '.join(known)}.")


class NoVisits(PermanentAssistantError):
    """No visit in a period, or none that fits the filters."""

    code = "no_visits"

    def __init__(self, years: Sequence[str]) -> None:
        super().__init__("No report of a visit fits.", f"There are visits of: {', '.join(years) or 'no known year'}.")


class OneVisitOnly(PermanentAssistantError):
    """There is nothing to compare a visit with."""

    code = "one_visit_only"

    def __init__(self, visits: int) -> None:
        told = "Only one visit of this place is" if visits else "No visit of this place is"
        super().__init__(
            f"{told} in the library: there is nothing to compare.", "opcat brief PLACE shows what is known of it."
        )
