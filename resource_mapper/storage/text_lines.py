"""A file of lines, such as names of towns, in whatever encoding it was saved."""

from pathlib import Path

from resource_mapper.domain.errors import UserFacingError
from resource_mapper.domain.text import clean_line
from resource_mapper.storage.importing.csv_text import UnreadableTextError, decode_text
from resource_mapper.storage.safe_file import read_bytes


def read_lines(path: Path) -> list[str]:
    """Return the lines that hold something.

    Raises:
        UserFacingError: the file cannot be read, or holds no text.
    """
    try:
        text, _ = decode_text(read_bytes(path))
    except UnreadableTextError as error:
        raise UserFacingError(f"「{path.name}」は文字だけのファイルではないようです。") from error
    return [line for line in map(clean_line, text.splitlines()) if line]
