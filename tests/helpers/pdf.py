"""PDFs read back the way a viewer does."""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from PIL.Image import Image


@dataclass(frozen=True)
class ReadPdf:
    """What a viewer finds in a PDF."""

    sizes_pt: list[tuple[float, float]]
    texts: list[str]
    """The text of each page, without any blanks or line breaks."""
    info: dict[str, str]
    outline: list[str]
    fonts: dict[str, bool]
    """Base names of the fonts that text is set in, and whether they are embedded."""
    language: str
    asks_for_scaling: bool


def read_pdf(data: bytes) -> ReadPdf:
    """Read a PDF with the library that Chrome shows PDFs with."""
    document = pypdfium2.PdfDocument(data)
    try:
        return ReadPdf(
            sizes_pt=[page.get_size() for page in document],
            texts=["".join(page.get_textpage().get_text_bounded().split()) for page in document],
            info=document.get_metadata_dict(),
            outline=[entry.get_title() for entry in document.get_toc()],
            fonts=_fonts(document),
            language=_language(document),
            asks_for_scaling=bool(pdfium.FPDF_VIEWERREF_GetPrintScaling(document)),
        )
    finally:
        document.close()


def picture(data: bytes, page: int = 0, pixels_per_mm: float = 2.0) -> Image:
    """Return a page as pixels."""
    document = pypdfium2.PdfDocument(data)
    try:
        image: Image = document[page].render(scale=pixels_per_mm * 25.4 / 72).to_pil().convert("RGB")
        return image
    finally:
        document.close()


def _fonts(document: pypdfium2.PdfDocument) -> dict[str, bool]:
    fonts = {}
    for page in document:
        for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(item)
            size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
            name = ctypes.create_string_buffer(size)
            pdfium.FPDFFont_GetBaseFontName(font, name, size)
            fonts[name.value.decode("ascii")] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
    return fonts


def _language(document: pypdfium2.PdfDocument) -> str:
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
