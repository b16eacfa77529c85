"""Markdown to HTML that can be inserted into a page as it is.

CommonMark with tables. Raw HTML is escaped; images become links, for a picture on another server
would tell it who reads; links keep only harmless schemes (markdown-it's own check).
"""

from markdown_it import MarkdownIt

LONGEST = 100_000
"""Characters of a document."""

_parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def render_markdown(text: str) -> str:
    """HTML of a Markdown document."""
    return str(_parser.render(text))
