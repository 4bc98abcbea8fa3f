"""An article's file made a story: its subjects, figures, notes and pictures settled."""

from plugins.chinese.punctuation import widen
from plugins.content.content_error import ArticleError
from plugins.content.sources import Source, field_error
from plugins.privacy.excerpts import is_shareable, mask_names, summarise
from plugins.site.articles.article_figures import settle_figures
from plugins.site.articles.article_subjects import ArticleSubjects, settle_subjects
from plugins.site.articles.namings import find_namings
from plugins.site.articles.reference import Reference
from plugins.site.articles.shown_figures import ShownFigure, show_figures
from plugins.site.articles.stories import Story
from plugins.site.display.citations import Cited
from plugins.site.display.display import Mark, display_html
from plugins.site.display.misprints import settle_misprints
from plugins.site.pictures.picture_html import illustrate
from plugins.site.pictures.scans import show_scan

GLOSSARY_URL = "../glossary.html"


def tell_story(source: Source, reference: Reference) -> Story:
    """Make an article's story.

    Raises ContentError for unknown subjects, a summary that names a private person, figures and
    misprints that the text does not have, and pictures that cannot be used.
    """
    subjects = settle_subjects(source, reference.tables.subjects)
    names = subjects.private_names
    front = source.front
    story = Story(
        source=source,
        subjects=subjects,
        title=widen(front.title),
        summary=_summary(source, subjects),
        share_title=widen(mask_names(front.title, names)),
        cited=_cite(source, reference.site_url),
    )
    places = ([c.name for c in subjects.counties], [t.name for t in subjects.towns])
    story.namings = find_namings(
        source.blocks, subjects.spots(source.blocks), subjects.unshared_names
    )
    story.figures = show_figures(settle_figures(source, *places, reference.tables), story)
    story.misprints = settle_misprints(source)
    marks = [_mark(shown) for shown in story.figures if shown.is_major]
    story.scan = show_scan(source, reference.pictures)
    shown = display_html(
        source.html,
        reference.glossary,
        GLOSSARY_URL,
        marks,
        story.misprints,
        is_addressed=True,
    )
    illustrated = illustrate(source.text, shown, reference.pictures)
    story.content = illustrated.html
    story.pictures = (*illustrated.pictures, *([story.scan.picture] if story.scan else ()))
    return story


def _cite(source: Source, site_url: str) -> Cited:
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
        address=f"{site_url}/{source.address}" if site_url else None,
    )


def _mark(shown: ShownFigure) -> Mark:
    figure = shown.figure
    value = f"{figure.value:.15g}"
    return Mark(figure.paragraph, figure.start, figure.end, shown.anchor, value)


def _summary(source: Source, subjects: ArticleSubjects) -> str | None:
    written = source.front.summary
    # An editor has read what may be a name: only who is known as private stops a written summary.
    if written and not is_shareable(written, subjects.private_names):
        raise _summary_error(source)
    text = written or summarise(source.blocks, subjects.unshared_names)
    return widen(text) if text else None


def _summary_error(source: Source) -> ArticleError:
    hint = "摘要会出现在分享卡片上，不能写受访群众的姓名、病情或家庭收入，请改写或删去 summary"
    return field_error(source, ("summary",), hint)
