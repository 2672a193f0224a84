"""The parts of a zip file, unpacked by us within limits: sizes and checksums a file declares are not believed."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

MAX_UNPACKED_BYTES = 300_000_000
"""All parts together. A workbook of ours with 113,886 resources (all 通いの場 of Japan) unpacks to 208 MB."""
MAX_PARTS = 2_000
MAX_RATIO = 300
"""Of a part above `RATIO_FROM_BYTES`. Ordinary sheets shrink to a tenth, very dull ones to a fortieth."""
RATIO_FROM_BYTES = 1_000_000

CHUNK_BYTES = 1 << 20
_MAX_DIRECTORY_BYTES = MAX_PARTS * 512
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_LOCAL_HEADER_BYTES = _LOCAL_HEADER.size
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    NotImplementedError,
)
"""What damaged bytes make the zip module raise."""


class DamagedZipError(Exception):
    """The file is cut off, or a part does not unpack to what it should."""


class OversizedZipError(Exception):
    """The file would unpack to far more than any list or workbook needs (a zip bomb)."""


class LockedZipError(Exception):
    """The parts are encrypted."""


def zip_parts(data: bytes) -> list[zipfile.ZipInfo]:
    """Return the parts (no folders) of a zip file, after a look at what they declare.

    Raises:
        DamagedZipError: no readable directory of parts.
        OversizedZipError: too many parts, too large, packed too densely, or lying on top of each other.
        LockedZipError: a part is encrypted.
    """
    if _directory_bytes(data) > _MAX_DIRECTORY_BYTES:
        raise OversizedZipError
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
    except _BROKEN as error:
        raise DamagedZipError from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise OversizedZipError
    if any(map(_is_too_dense, parts)) or _overlap(parts):
        raise OversizedZipError
    if any(part.flag_bits & 1 for part in parts):
        raise LockedZipError
    return parts


def iter_part(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part's content in chunks, never more than it declares.

    Raises:
        DamagedZipError: it does not unpack, or not to the size and checksum it declares.
    """
    size = checksum = 0
    try:
        for chunk in _unpack(_packed(data, part), part.compress_type):
            size += len(chunk)
            if size > part.file_size:
                break
            checksum = zlib.crc32(chunk, checksum)
            yield chunk
    except _BROKEN as error:
        raise DamagedZipError from error
    if size != part.file_size or checksum != part.CRC:
        raise DamagedZipError


def read_part(data: bytes, part: zipfile.ZipInfo) -> bytes:
    """Return a part's content (see `iter_part`)."""
    return b"".join(iter_part(data, part))


class Package:
    """The parts of a zip file by name, unpacked when asked for; of workbooks, only after `check_package`."""

    def __init__(self, data: bytes) -> None:
        """Read the directory of parts.

        Raises:
            DamagedZipError, OversizedZipError, LockedZipError: as `zip_parts`.
        """
        self._data = data
        self._parts = {part_name(part): part for part in zip_parts(data)}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def content(self, name: str) -> bytes:
        """Return a part's content, nothing where there is no such part."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a part's content in chunks (see `iter_part`)."""
        return iter_part(self._data, self._parts[name]) if name in self._parts else iter(())


def part_name(part: zipfile.ZipInfo) -> str:
    """Return a part's name with forward slashes; names from Japanese Windows are cp932 without saying so."""
    name = part.filename
    if not part.flag_bits & 0x800:
        try:
            name = part.orig_filename.encode("cp437").decode("cp932")
        except UnicodeError:
            name = part.filename
    return name.replace("\\", "/").lstrip("/")


def _directory_bytes(data: bytes) -> int:
    """Return the size of the directory of parts as declared, 0 if there is none to be found."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if end < 0 or len(data) < end + 22:
        return 0
    size: int = struct.unpack_from("<I", data, end + 12)[0]
    end64 = data.rfind(b"PK\x06\x06", max(0, end - 66_000), end)
    if end64 >= 0 and len(data) >= end64 + 56:
        size = max(0 if size == 0xFFFFFFFF else size, struct.unpack_from("<Q", data, end64 + 40)[0])
    return size


def _is_too_dense(part: zipfile.ZipInfo) -> bool:
    return part.file_size > RATIO_FROM_BYTES and part.file_size > MAX_RATIO * max(part.compress_size, 1)


def _overlap(parts: list[zipfile.ZipInfo]) -> bool:
    """Whether parts share their packed bytes, as in bombs that repeat one part under many names."""
    ordered = sorted(parts, key=lambda part: part.header_offset)
    return any(
        part.header_offset + _LOCAL_HEADER_BYTES + part.compress_size > following.header_offset
        for part, following in pairwise(ordered)
    )


def _packed(data: bytes, part: zipfile.ZipInfo) -> memoryview:
    mark, name_bytes, extra_bytes = _LOCAL_HEADER.unpack_from(data, part.header_offset)
    if mark != b"PK\x03\x04":
        raise zipfile.BadZipFile
    start = part.header_offset + _LOCAL_HEADER_BYTES + name_bytes + extra_bytes
    return memoryview(data)[start : start + part.compress_size]


def _unpack(packed: memoryview, method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        for start in range(0, len(packed), CHUNK_BYTES):
            yield bytes(packed[start : start + CHUNK_BYTES])
        return
    if method != zipfile.ZIP_DEFLATED:
        raise NotImplementedError(method)
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(packed), CHUNK_BYTES):
        rest: bytes | memoryview = packed[start : start + CHUNK_BYTES]
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, CHUNK_BYTES)
            rest = unpacker.unconsumed_tail
    yield unpacker.flush()
