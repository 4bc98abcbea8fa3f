"""What an article, a figure and a mention are. Every stage speaks in these values."""

from plugins.model.body import MASK, Block, BlockType
from plugins.model.days import Day, find_publish_day, read_day, read_epoch
from plugins.model.figure import Bound, Figure, Nature, Part, PeriodDates, Scope
from plugins.model.front_matter import (
    PARENT_KINDS,
    Author,
    Correction,
    DateEstimate,
    FrontMatter,
    HeadLines,
    Kind,
    Misprint,
    Person,
    PersonRole,
    Provenance,
    Scan,
    Status,
)

__all__ = [
    "MASK",
    "PARENT_KINDS",
    "Author",
    "Block",
    "BlockType",
    "Bound",
    "Correction",
    "DateEstimate",
    "Day",
    "Figure",
    "FrontMatter",
    "HeadLines",
    "Kind",
    "Misprint",
    "Nature",
    "Part",
    "PeriodDates",
    "Person",
    "PersonRole",
    "Provenance",
    "Scan",
    "Scope",
    "Status",
    "find_publish_day",
    "read_day",
    "read_epoch",
]
