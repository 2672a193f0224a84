"""The fields of a resource as a table: workbook, list, 詳細, importer, search, merging and versions all read it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a field holds, and so how it is read, written and edited."""

    LINE = "line"
    """Text on one line."""
    TEXT = "text"
    """Text that may have line breaks."""
    CHOICE = "choice"
    """One word of a list; other words are kept as typed."""
    CHOICES = "choices"
    """Several words of a list."""
    COUNT = "count"
    """Whole number ≥ 0, or nothing."""
    DATE = "date"
    """A day, or nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in `Resource`, its Japanese label, and its kind."""

    name: str
    label: str
    kind: Kind


FIELDS = (
    Field("name", "名称", Kind.LINE),
    Field("reading", "ふりがな", Kind.LINE),
    Field("category", "分類", Kind.CHOICE),
    Field("status", "状況", Kind.CHOICE),
    Field("nature", "種別", Kind.CHOICE),
    Field("operator", "運営主体", Kind.LINE),
    Field("operator_kind", "実施主体の種類", Kind.CHOICE),
    Field("support", "支え方", Kind.CHOICE),
    Field("area_level", "圏域", Kind.CHOICE),
    Field("district", "地区", Kind.LINE),
    Field("place", "場所", Kind.TEXT),
    Field("address", "住所", Kind.TEXT),
    Field("schedule", "曜日・日時", Kind.TEXT),
    Field("frequency", "頻度", Kind.CHOICE),
    Field("activities", "活動内容", Kind.CHOICES),
    Field("life_support", "生活支援の種類", Kind.CHOICES),
    Field("service_type", "総合事業の類型", Kind.CHOICE),
    Field("target", "対象者", Kind.TEXT),
    Field("fee", "参加費", Kind.TEXT),
    Field("capacity", "定員", Kind.COUNT),
    Field("participants", "参加者数", Kind.COUNT),
    Field("supporters", "担い手の人数", Kind.COUNT),
    Field("transport", "送迎", Kind.CHOICE),
    Field("contact", "連絡先", Kind.TEXT),
    Field("contact_public", "連絡先の公開", Kind.CHOICE),
    Field("confirmed_on", "最終確認日", Kind.DATE),
    Field("confirmed_by", "確認者", Kind.LINE),
    Field("source", "出典", Kind.TEXT),
    Field("url", "URL", Kind.LINE),
    Field("note", "備考", Kind.TEXT),
)
"""Every field but the range on the axis and the ID, in the order of lists and forms."""

FIELD = {field.name: field for field in FIELDS}
"""Fields by name."""
