"""The table of fields and the record it describes say the same."""

import dataclasses

from resource_mapper.domain.fields import FIELD, FIELDS, Kind
from resource_mapper.domain.resource import Resource

NOT_IN_THE_TABLE = {"id", "span", "aim", "lane", "free_y", "preprinted", "extra"}

TYPES = {
    Kind.LINE: str,
    Kind.TEXT: str,
    Kind.CHOICE: str,
    Kind.CHOICES: tuple[str, ...],
    Kind.COUNT: int | None,
}


def test_every_field_of_a_resource_is_in_the_table_or_known_to_be_special():
    in_resource = {field.name for field in dataclasses.fields(Resource)}
    assert in_resource == {field.name for field in FIELDS} | NOT_IN_THE_TABLE


def test_kinds_fit_the_types_of_the_resource():
    types = {field.name: field.type for field in dataclasses.fields(Resource)}
    for field in FIELDS:
        if field.kind in TYPES:
            assert types[field.name] == TYPES[field.kind], field.name


def test_names_and_labels_are_unique():
    assert len(FIELD) == len(FIELDS) == len({field.label for field in FIELDS})


def test_labels_of_the_design_in_order():
    labels = "、".join(field.label for field in FIELDS)
    assert labels == (
        "名称、ふりがな、分類、状況、種別、運営主体、実施主体の種類、支え方、圏域、地区、場所、"
        "住所、曜日・日時、頻度、活動内容、生活支援の種類、総合事業の類型、"
        "対象者、参加費、定員、参加者数、担い手の人数、送迎、連絡先、"
        "連絡先の公開、最終確認日、確認者、出典、URL、備考"
    )
