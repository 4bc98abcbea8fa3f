"""An article's file made an article: its subjects, figures, notes and pictures settled."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.chinese.punctuation import widen
from plugins.content.content_error import ContentError
from plugins.content.sources import Source, field_error
from plugins.model import FrontMatter
from plugins.model.date_labels import date_label
from plugins.privacy.excerpts import is_shareable, mask_names, summarise
from plugins.site.articles.article import Article, ArticleBody
from plugins.site.articles.article_figures import settle_figures
from plugins.site.articles.article_subjects import ArticleSubjects, settle_subjects
from plugins.site.articles.keywords import choose_keywords, list_said
from plugins.site.articles.namings import find_namings
from plugins.site.articles.reference import Reference
from plugins.site.articles.shown_figures import ShownFigure, show_figures
from plugins.site.display.citations import Cited
from plugins.site.display.corrections import ShownCorrection, show_corrections
from plugins.site.display.display import display_html
from plugins.site.display.misprints import MarkedMisprint, settle_misprints
from plugins.site.display.stretches import Mark
from plugins.site.display.text_parts import part_text
from plugins.site.pictures.picture_html import Illustrated, illustrate
from plugins.site.pictures.scans import show_scan
from plugins.system.digests import digest
from plugins.system.held import hold

GLOSSARY_URL = "../glossary.html"


def settle_article(source: Source, reference: Reference) -> Article:
    """Make an article of its file, for the site's address and day. Raises ContentError."""
    return publish_article(settle_text(source, reference), reference)


def publish_article(article: Article, reference: Reference) -> Article:
    """Return an article with what depends on the site's address and on the day."""
    site_url, waits = reference.site_url, _say_waiting(article.source.front, reference.day)
    if not site_url and not waits:
        return article
    address = f"{site_url}/{article.url}" if site_url else None
    parts = (article.digest, site_url.encode(), waits.encode())
    return replace(
        article,
        cited=article.cited._replace(address=address),
        waits=waits,
        digest=article.digest and digest(*parts),
    )


def settle_text(source: Source, reference: Reference) -> Article:
    """Make an article of its file, whatever the site's address and the day are.

    Raises ContentError for unknown subjects, a summary that names a private person, figures and
    misprints that the text does not have, and pictures that cannot be used.
    """
    source = source.at_hand()
    subjects = settle_subjects(source, reference.tables.subjects)
    unshared = subjects.unshared_names
    summary = _summarise(source, subjects)
    share_title = widen(mask_names(source.front.title, subjects.private_names))
    places = ([c.name for c in subjects.counties], [t.name for t in subjects.towns])
    topics = [topic.name for topic in subjects.topics]
    settled = settle_figures(source, *places, topics, reference.tables)
    gazetteer = reference.tables.subjects.gazetteer
    parts = part_text(source, (one.paragraph for one in settled if one.weight == "major"))
    figures = show_figures(settled, source, subjects, share_title, gazetteer, parts)
    misprints = settle_misprints(source)
    scan = show_scan(source, reference.pictures)
    corrections = show_corrections(source.front.corrections, source.address, share_title, unshared)
    illustrated = _show(source, figures, misprints, reference)
    return Article(
        source=source,
        subjects=subjects,
        title=widen(source.front.title),
        summary=summary,
        share_title=share_title,
        cited=_cite(source),
        waits="",
        text=_list_words(source, misprints, corrections),
        characters=sum(len("".join(block.text.split())) for block in source.blocks),
        parts=parts,
        told=tuple(shown for shown in figures if shown.is_told),
        corrections=corrections,
        namings=find_namings(source.blocks, subjects.spots(source.blocks), unshared, parts),
        keywords=choose_keywords(source, reference.tables.subjects.words, unshared),
        said=list_said(source.blocks),
        pictures=(*illustrated.pictures, *([scan.picture] if scan else ())),
        held=hold(ArticleBody(illustrated.html, figures, misprints, scan)),
    )


def _list_words(
    source: Source,
    misprints: Iterable[MarkedMisprint],
    corrections: Iterable[ShownCorrection],
) -> str:
    """Return what is searched of an article besides title and byline."""
    front = source.front
    lines = [front.kicker or "", front.subtitle or "", *(block.text for block in source.blocks)]
    lines = list(map(widen, lines))
    # What the page says of them: who looks for the right words finds the article too.
    lines += dict.fromkeys(misprint.note for misprint in misprints)
    lines += [correction.text for correction in corrections]
    return "\n".join(filter(None, lines))


def _show(
    source: Source,
    figures: Iterable[ShownFigure],
    misprints: Sequence[MarkedMisprint],
    reference: Reference,
) -> Illustrated:
    """Return the article's text as pages show it, and the pictures in it."""
    marks = [_mark(figure) for figure in figures if figure.is_major]
    shown = display_html(
        source.html, reference.glossary, GLOSSARY_URL, marks, misprints, is_addressed=True
    )
    return illustrate(source.text, shown, reference.pictures)


def _cite(source: Source) -> Cited:
    front = source.front
    return Cited(
        key=source.slug,
        title=front.title,
        subtitle=front.subtitle,
        authors=tuple(author.name for author in front.authors),
        newspaper=front.newspaper,
        date=front.date,
        estimate=front.date_estimate,
        page=front.page,
        address=None,
    )


def _mark(shown: ShownFigure) -> Mark:
    figure = shown.figure
    return Mark(figure.paragraph, figure.start, figure.end, shown.anchor, f"{shown.exact:f}")


def _summarise(source: Source, subjects: ArticleSubjects) -> str | None:
    written = source.front.summary
    # An editor has read what may be a name: only who is known as private stops a written summary.
    if written and not is_shareable(written, subjects.private_names):
        raise _summary_error(source)
    text = written or summarise(source.blocks, subjects.unshared_names)
    return widen(text) if text else None


def _say_waiting(front: FrontMatter, day: datetime.date) -> str:
    if front.is_out(day):
        return ""
    return "草稿" if front.status == "draft" else f"{date_label(front.publish_on, None)}发布"


def _summary_error(source: Source) -> ContentError:
    hint = "摘要会出现在分享卡片上，不能写受访群众的姓名、病情或家庭收入，请改写或删去 summary"
    return field_error(source, ("summary",), hint)
