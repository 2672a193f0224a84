"""全国との比較: the town's own services and 通いの場 beside those of the country. No ranking, no verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from resource_mapper.domain.national import Gatherings, NationalFigures, Share
from resource_mapper.domain.resource import Resource
from resource_mapper.domain.vocabulary import Status, vocabulary
from resource_mapper.domain.worksheet import Worksheet

GATHERING = "gathering"
"""ID of the category 住民主体の通いの場."""
ANY_OTHER = "従前相当のほかに、いずれか"
MARK = "※"
"""Behind a figure that a footnote speaks of."""


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One type of service: resources of the town that are there (ある) or wished for, and how many towns run it."""

    label: str
    words: str
    """What it is, by the worksheet's wording; may be nothing."""
    own: int
    wanted: int
    national: Share

    @property
    def sentence(self) -> str:
        """The figure of the country in words."""
        return f"全国では{percent_words(self.national.percent)}の市町村が実施{'' if self.national.agrees else MARK}"


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """The types of one kind, the sum of all but 従前相当 last."""

    label: str
    rows: tuple[ServiceRow, ...]


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One 活動内容: how many 通いの場 of the town have it, their share (None: not known) and that of the country."""

    label: str
    own: int
    own_percent: float | None
    national_percent: float


@dataclass(frozen=True, slots=True)
class Participation:
    """参加率: the series of the country and, where it can be told, the town's own."""

    series: tuple[Gatherings, ...]
    places: int
    """通いの場 of the town that are there."""
    participants: int
    """The sum of their 参加者数."""
    unknown: int
    """How many of them say no 参加者数."""
    elderly: int | None

    @property
    def own_percent(self) -> float | None:
        """参加者数 ÷ 65歳以上人口, in per cent; None while one of them is missing."""
        return self.participants / self.elderly * 100 if self.elderly and self.unknown < self.places else None


@dataclass(frozen=True, slots=True)
class NationalComparison:
    """All three, with their footnotes."""

    year: str
    source: str
    services: tuple[ServiceGroup, ...]
    service_notes: tuple[str, ...]
    activities: tuple[ActivityRow, ...]
    activity_notes: tuple[str, ...]
    participation: Participation
    participation_notes: tuple[str, ...]


def compare_with_country(worksheet: Worksheet, figures: NationalFigures) -> NationalComparison:
    """Put the worksheet's own figures beside those of the country. Only what is there (ある) counts as one's own."""
    gatherings = [each for each in worksheet.resources if each.category == GATHERING and each.counts]
    activities, activity_notes = _activities(gatherings, figures.activities, _gathering_label(worksheet))
    participation = Participation(
        figures.gatherings,
        len(gatherings),
        sum(each.participants or 0 for each in gatherings),
        sum(each.participants is None for each in gatherings),
        worksheet.heading.elderly,
    )
    return NationalComparison(
        figures.year,
        figures.source,
        _services(worksheet, figures),
        _service_notes(worksheet, figures),
        activities,
        activity_notes,
        participation,
        _participation_notes(participation),
    )


def percent_words(value: float) -> str:
    """Return 「4.0％」."""
    return f"{value:.1f}％"


# 総合事業


def _services(worksheet: Worksheet, figures: NationalFigures) -> tuple[ServiceGroup, ...]:
    groups = []
    for kind in figures.services:
        rows = [_service_row(worksheet, code, share) for code, share in kind.types.items()]
        others = [code for code in kind.types if not code.endswith("_standard")]
        label = ANY_OTHER if len(others) < len(rows) else "いずれか"
        rows.append(ServiceRow(label, "", *_own(worksheet, others), kind.any))
        groups.append(ServiceGroup(kind.label, tuple(rows)))
    return tuple(groups)


def _service_row(worksheet: Worksheet, code: str, share: Share) -> ServiceRow:
    words = vocabulary()
    label, _, meaning = words.label("service_type", code, worksheet.wording).partition("：")
    short = words.short_label("service_type", code)
    if short == label:
        return ServiceRow(label, meaning, *_own(worksheet, (code,)), share)
    return ServiceRow(meaning, "", *_own(worksheet, (code,)), share)


def _own(worksheet: Worksheet, codes: Iterable[str]) -> tuple[int, int]:
    codes = set(codes)
    found = [each for each in worksheet.resources if each.service_type in codes]
    return sum(each.counts for each in found), sum(each.status == Status.WANTED for each in found)


def _service_notes(worksheet: Worksheet, figures: NationalFigures) -> tuple[str, ...]:
    notes = []
    for kind in figures.services:
        for code, share in kind.types.items():
            if not share.agrees:
                label = vocabulary().short_label("service_type", code)
                notes.append(
                    f"{MARK} {label}は、もとの資料に{percent_words(share.percent)}と"
                    f"{share.towns:,}市町村の両方があります。"
                    f"{share.towns:,}市町村は、{share.of:,}市町村の{percent_words(share.computed)}にあたります。"
                )
    if not any(each.service_type for each in worksheet.resources):
        notes.append("このワークシートには、「総合事業の類型」がまだ書かれていません。詳細の欄で選べます。")
    return tuple(notes)


# 通いの場


def _gathering_label(worksheet: Worksheet) -> str:
    return (Worksheet().category_labels | worksheet.category_labels)[GATHERING]


def _activities(
    gatherings: list[Resource], national: Mapping[str, float], label: str
) -> tuple[tuple[ActivityRow, ...], tuple[str, ...]]:
    """Return a row for each 活動内容: a place with several counts for each of them in equal parts."""
    told = [each for each in gatherings if each.activities]
    counts, parts = dict.fromkeys(national, 0), dict.fromkeys(national, 0.0)
    rest = list(national)[-1]
    for each in told:
        for word in each.activities:
            key = word if word in national else rest
            counts[key] += 1
            parts[key] += 1 / len(each.activities)
    rows = tuple(
        ActivityRow(word, counts[word], parts[word] / len(told) * 100 if told else None, share)
        for word, share in national.items()
    )
    if not told:
        return rows, (f"分類が「{label}」で「活動内容」の書いてある資源が、まだありません。",)
    note = f"わがまちの割合は、分類が「{label}」で「活動内容」の書いてある{len(told)}か所のものです。"
    return rows, (note + "内容がいくつもある所は、等分しています。",)


def _participation_notes(found: Participation) -> tuple[str, ...]:
    notes = [
        f"全国の（　）は、{each.year}年度のうち住民が運営するもの（{each.residents.places:,}か所・"
        f"{percent_words(each.residents.percent)}）。それより前は、すべて住民主体です。"
        for each in found.series
        if each.residents
    ]
    notes.append(
        "全国の参加率は実人数÷65歳以上人口です。わがまちは「参加者数」の合計で割っているので、"
        "2つの通いの場に通う人は2回数えています。"
    )
    if found.unknown:
        notes.append(f"通いの場{found.places}か所のうち{found.unknown}か所は「参加者数」が書かれていません。")
    if found.elderly is None:
        notes.append("「資源」の「見出しを書く…」に65歳以上人口を入れると、わがまちの参加率が出ます。")
    return tuple(notes)
