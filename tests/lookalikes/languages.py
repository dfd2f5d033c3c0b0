"""Look-alikes in the languages that the phrase stock has not: short, from a few sentences of our own."""

from __future__ import annotations

import random
from typing import NamedTuple

from drafts.core import numbering
from drafts.core.document import Mark, Marks, Masthead, Note, Paragraph, Resolution, Sponsor
from tests.lookalikes.document import Lookalike, Setting
from tests.lookalikes.heading import states


class Tongue(NamedTuple):
    """What a language's document is made of; openers are parted from what follows by ``@``."""

    session: str
    committee: str
    agenda: str
    date: str
    limited: str
    original: str
    organ: str
    enacting: str
    title: str
    list: str  # of two sponsors
    proposal: str
    preambular: tuple[str, ...]
    operative: tuple[str, ...]
    below: tuple[str, ...]
    notes: tuple[str, ...]
    space: str = " "  # between an opener and what follows
    ends: tuple[str, str, str, str] = (",", ";", ".", ":")
    comma_first: bool = True  # whether a call stands behind the punctuation


TONGUES = {
    "es": Tongue(
        "Octogésimo período de sesiones",
        "Tercera Comisión",
        "Tema 107 del programa\nCooperación entre los faros del mundo",
        "14 de octubre de 2025",
        "limitada",
        "inglés",
        "Asamblea General",
        "La Asamblea General,",
        "Fortalecimiento de la red de faros y de sus guardianes",
        "{0} y {1}",
        "{0}: proyecto de resolución",
        (
            "Recordando@su resolución 79/120, de 17 de diciembre de 2024, relativa a los faros lejanos",
            "Reconociendo@la labor que realizan los guardianes durante las noches de invierno",
            "Observando con preocupación@que muchas lámparas siguen apagadas pese a todo esfuerzo",
            "Teniendo presente@que la luz de un faro no pertenece a nadie y sirve a todos los navegantes",
        ),
        (
            "Pide@al Secretario General que le presente un informe sobre el estado de las lámparas",
            "Alienta@a los Estados Miembros a que pinten las torres antes del próximo invierno",
            "Exhorta@a todas las partes a que compartan las cartas náuticas de las que disponen",
            "Decide@seguir examinando la cuestión en su octogésimo primer período de sesiones",
        ),
        (
            "Mantener encendidas las lámparas durante toda la noche",
            "Formar a los jóvenes que deseen ejercer el oficio",
        ),
        ("Véase A/80/12.", "Resolución 70/1.", "Naciones Unidas, Colección de faros, vol. 12, núm. 345."),
        comma_first=False,
    ),
    "ru": Tongue(
        "Восьмидесятая сессия",
        "Третий комитет",
        "Пункт 107 повестки дня\nСотрудничество маяков мира",
        "14 October 2025",
        "Limited",
        "English",
        "Генеральная Ассамблея",
        "Генеральная Ассамблея,",
        "Укрепление сети маяков и поддержка их смотрителей",
        "{0} и {1}",
        "{0}: проект резолюции",
        (
            "ссылаясь@на свою резолюцию 79/120 от 17 декабря 2024 года о маяках отдаленных побережий",
            "признавая@труд смотрителей в долгие зимние ночи и в непогоду",
            "отмечая с обеспокоенностью@что многие лампы все еще не горят, несмотря на усилия государств",
            "учитывая@что свет маяка не принадлежит никому и служит всем мореплавателям",
        ),
        (
            "просит@Генерального секретаря представить ей доклад о состоянии ламп на побережьях",
            "рекомендует@государствам-членам покрасить башни до наступления следующей зимы",
            "призывает@все стороны обмениваться имеющимися у них морскими картами",
            "постановляет@продолжить рассмотрение этого вопроса на своей восемьдесят первой сессии",
        ),
        ("держать лампы зажженными в течение всей ночи", "обучать молодежь, желающую освоить это ремесло"),
        ("См. A/80/12.", "Резолюция 70/1.", "Организация Объединенных Наций, Сборник маяков, том 12, № 345."),
    ),
    "zh": Tongue(
        "第八十届会议",
        "第三委员会",
        "议程项目 107\n世界灯塔合作",
        "14 October 2025",
        "Limited",
        "English",
        "大会",
        "大会，",
        "加强灯塔网络并支持守塔人",
        "{0}和{1}",
        "{0}：决议草案",
        (
            "回顾@其2024年12月17日关于偏远海岸灯塔的第79/120号决议",
            "确认@守塔人在漫长冬夜和恶劣天气中所做的工作",
            "关切地注意到@尽管各国作出努力，许多灯仍未点亮，而航行者仍然需要它们指引方向，在风暴来临之前回到港口",
            "铭记@灯塔之光不属于任何人，而服务于所有航海者",
        ),
        (
            "请@秘书长就各海岸灯具的状况向大会提出报告，并在报告中说明各国为守塔人提供的住房、口粮和冬衣",
            "鼓励@会员国在下一个冬季到来之前粉刷塔楼",
            "促请@各方分享其所拥有的海图",
            "决定@在其第八十一届会议上继续审议这一问题",
        ),
        ("整夜保持灯火明亮", "培训愿意学习这门手艺的青年"),
        ("A/80/12。", "第70/1号决议。", "联合国，《灯塔汇编》，第12卷，第345号。"),
        space="",
        ends=("，", "；", "。", "："),
    ),
}


def foreign(seed: int, language: str) -> Lookalike:
    """A short draft in one of ``TONGUES``, always the same for its number."""
    rng, tongue = random.Random(f"{language} {seed}"), TONGUES[language]
    maker = _Maker(rng, tongue)
    paragraphs = maker.paragraphs(language)
    sponsors = tuple(sorted(rng.sample(states(language), 2)))
    resolution = Resolution(
        tuple(paragraphs),
        tuple(maker.notes),
        title=tongue.title,
        sponsors=tuple(map(Sponsor, sponsors)),
        proposal="draft",
        language=language,
        symbol=f"A/C.3/80/L.{rng.randint(1, 70)}",
        masthead=Masthead(
            tongue.organ,
            tongue.session,
            tongue.committee,
            tongue.agenda,
            tongue.date,
            tongue.limited,
            tongue.original,
        ),
    )
    line = tongue.proposal.format(tongue.list.format(*sponsors))
    setting = Setting(job=f"25-{rng.randint(10000, 20000)}", underscores=rng.random() < 0.5)
    return Lookalike(f"{language}-{seed:04}", frozenset(), resolution, setting, line)


class _Maker:
    def __init__(self, rng: random.Random, tongue: Tongue) -> None:
        self._rng, self._tongue = rng, tongue
        self.notes: list[Note] = []

    def paragraphs(self, language: str) -> list[Paragraph]:
        tongue, rng = self._tongue, self._rng
        comma, semicolon, stop, colon = tongue.ends
        made = [Paragraph("p1", "enacting", tongue.enacting, 0, "", self._slant(len(tongue.enacting) - 1))]
        for body in (*tongue.preambular, *rng.sample(tongue.preambular, 3)):
            made.append(self._one(len(made), "preambular", body, comma))
        wanted = (*tongue.operative[:3], *rng.sample(tongue.operative, 3), tongue.operative[3])
        for number, body in enumerate(wanted, 1):
            lists = number == 2
            end = colon if lists else stop if number == len(wanted) else semicolon
            made.append(self._one(len(made), "operative", body, end, f"{number}."))
            for at, below in enumerate(tongue.below if lists else (), 1):
                label = numbering.label(at, 2, language)
                made.append(Paragraph(f"p{len(made) + 1}", "operative", below + semicolon, 2, label))
        return made

    def _one(self, before: int, kind: str, body: str, end: str, label: str = "") -> Paragraph:
        opener, _, rest = body.partition("@")
        words = f"{opener}{self._tongue.space}{rest}"
        text = words + end
        marks = [*self._slant(len(opener))]
        if self._rng.random() < 0.6:
            number = len(self.notes) + 1
            self.notes.append(Note(f"n{number}", str(number), self._rng.choice(self._tongue.notes)))
            marks.append(Mark.call(len(text if self._tongue.comma_first else words), f"n{number}"))
        return Paragraph(f"p{before + 1}", kind, text, 1, label, tuple(marks))  # type: ignore[arg-type]

    def _slant(self, length: int) -> Marks:
        """Chinese has no italics."""
        return (Mark.italic(0, length),) if self._tongue.space else ()
