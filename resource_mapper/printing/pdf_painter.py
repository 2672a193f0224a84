"""Display lists → PDF. reportlab makes the document; what is on a page is written by `pdf_content`."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from resource_mapper.layout.display_list import DrawnPage, Gradient
from resource_mapper.printing.pdf_content import PT_PER_MM, PageContent
from resource_mapper.printing.pdf_fonts import REGULAR, pdf_fonts

rl_config.useA85 = 0  # streams as they are: text that nobody reads would only make them longer


def paint_pdf(pages: Iterable[DrawnPage], title: str) -> bytes:
    """Return a PDF with embedded fonts, exact page boxes, 100 % asked of viewers, and reproducible bytes."""
    pdf_fonts()
    buffer = BytesIO()
    # Without an initial font of its own reportlab refers to Helvetica, which is not embedded.
    settings: Any = {"initialFontName": REGULAR, "pageCompression": 1, "lang": "ja-JP", "pdfVersion": (1, 7)}
    canvas = Canvas(buffer, invariant=1, **settings)
    canvas.setTitle(title)
    canvas.setAuthor("地域資源ワークシート")
    canvas.setCreator("Resource Mapper")
    canvas.setSubject("高齢者の心身の状態像に応じた地域の資源")
    for preference, value in (("PrintScaling", "None"), ("DisplayDocTitle", "true")):
        canvas.setViewerPreference(preference, value)
    names = _Names(canvas)
    for number, page in enumerate(pages):
        canvas.setPageSize((page.width * PT_PER_MM, page.height * PT_PER_MM))
        canvas.bookmarkPage(f"page{number}")
        canvas.addOutlineEntry(page.name, f"page{number}", level=0)
        PageContent(page.height, canvas.addLiteral, names.runs, names.shade).paint(page.items)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class _Names:
    """The names under which a document's pages refer to its fonts and gradients."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas: Any = canvas

    def runs(self, text: str, bold: bool) -> Iterator[tuple[str, bytes]]:
        """Yield a text as characters of one embedded subset after the other."""
        font, document = pdf_fonts()[bold], self._canvas._doc  # reportlab gives it no other name
        for subset, codes in font.splitString(text, document):
            yield font.getSubsetInternalName(subset, document), codes

    def shade(self, fill: Gradient, left: float, right: float) -> None:
        """Paint a gradient."""
        colors, offsets = [HexColor(color) for _, color in fill.stops], [offset for offset, _ in fill.stops]
        self._canvas.linearGradient(left, 0, right, 0, colors, offsets, extend=False)
