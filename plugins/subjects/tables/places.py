"""What a county, a town, a zone and a village are: the rows of the gazetteer."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from plugins.chinese.pinyin import SLUG_PATTERN
from plugins.subjects.tables.place_endings import county_stem, town_stem


def _cells(value: object) -> object:
    return tuple(filter(None, value.split("|"))) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_cells)]
Name = Annotated[str, Field(min_length=2)]
Slug = Annotated[str, Field(pattern=SLUG_PATTERN)]
#: A year or a day: places change names on days that the sources do not always give.
When = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}-\d{2})?$")]


class Row(BaseModel):
    """A row of a table: no unknown column passes unseen, and no value changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(Row):
    """A place with its official name, other names, and the time in which it has the name.

    A former name has no slug of its own in the table: it leads to its successor's pages.
    `shared` marks a name that places elsewhere in China have too (a county's short name, a
    town's full one): it needs the article to be about this prefecture.
    """

    name: Name
    slug: Slug | None = None
    aliases: Names = ()
    shared: bool = False
    valid_from: When | None = None
    valid_to: When | None = None
    successor: str | None = None

    @property
    def is_former(self) -> bool:
        """Whether the name is no longer in use."""
        return self.successor is not None


class County(Place):
    """A county (县), district (区) or county-level city (县级市); `not_in` are longer names."""

    not_in: Names = ()

    @property
    def stem(self) -> str:
        """The short name, as newspapers mostly print it."""
        return county_stem(self.name)

    def printed_forms(self) -> tuple[str, ...]:
        """Return every form that text may use: the full name, the stem, the aliases."""
        return tuple(dict.fromkeys((self.name, self.stem, *self.aliases)))


class Town(Place):
    """A town (镇), township (乡) or subdistrict (街道), under the county's name of today.

    `ordinary` marks a name that reads as ordinary words (新城街道): it needs its county named.
    """

    county: Name
    ordinary: bool = False

    @property
    def stem(self) -> str:
        """The short name."""
        return town_stem(self.name)

    def printed_forms(self) -> tuple[str, ...]:
        """Return every form that stands alone as this town's name.

        A subdistrict X街道 is also called by its office (办事处): X街道办事处, X街道办,
        X办事处, X街办, X办.
        """
        forms = (self.name, *self.aliases)
        if self.name.endswith("街道"):
            offices = ("街道办事处", "街道办", "办事处", "街办", "办")
            forms += tuple(self.stem + office for office in offices)
        return tuple(dict.fromkeys(forms))


class Zone(Place):
    """An area with an administration of its own, lying within a county."""

    county: str | None = None

    def printed_forms(self) -> tuple[str, ...]:
        """Return the name and its aliases."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


class Village(Row):
    """A village (村) or community (社区) under its town, both by today's names.

    `town` is empty where the article does not say which.
    """

    name: Name
    town: str | None = None
    county: str | None = None


class Elsewhere(Row):
    """A province, prefecture or widely known village that is not the archive's own."""

    name: Name


class AreaWord(Row):
    """A word for the area that the archive is of: its prefecture, province, mountains, rivers.

    `beside` marks one that may stand right before its places (省, 市, 山, 江); `ties` one that ties
    a story to the prefecture without naming a county.
    """

    name: Name
    beside: bool = False
    ties: bool = False


Region = County | Town | Zone
