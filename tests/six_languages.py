"""A short text of our own in each of the six languages, and a revision of it."""

from __future__ import annotations

from dataclasses import replace

from drafts.core.document import Mark, Masthead, Note, Paragraph, Resolution, Sponsor

# Enacting words, a recital with a call before its comma, and two operative paragraphs, all over several rows.
WORDS = {
    "en": (
        "The General Assembly,",
        "Recalling its resolution 60/175 of 16 December 2005 and all that libraries by the sea have done"
        " since then for the reading of books and maps,",
        "Takes note of the report of the Secretary-General on the implementation of the present resolution"
        " and of what it asks for;",
        "Decides to rest.",
    ),
    "fr": (
        "L’Assemblée générale,",
        "Rappelant sa résolution 60/175 du 16 décembre 2005 et tout ce que les bibliothèques du bord de mer"
        " ont fait depuis pour la lecture des livres,",
        "Prend note du rapport du Secrétaire général sur l’application de la présente résolution et de ce"
        " qu’il demande ;",
        "Décide de se reposer.",
    ),
    "es": (
        "La Asamblea General,",
        "Recordando su resolución 60/175, de 16 de diciembre de 2005, y todo lo que las bibliotecas de la"
        " costa han hecho desde entonces por la lectura,",
        "Toma nota del informe del Secretario General sobre la aplicación de la presente resolución y de lo"
        " que en él se pide;",
        "Decide descansar.",
    ),
    "ru": (
        "Генеральная Ассамблея,",
        "ссылаясь на свою резолюцию 60/175 от 16 декабря 2005 года и на все, что библиотеки у моря сделали с"
        " тех пор для чтения книг,",
        "принимает к сведению доклад Генерального секретаря об осуществлении настоящей резолюции и то, о чем"
        " в нем просят;",
        "постановляет отдохнуть.",
    ),
    "zh": (
        "大会，",
        "回顾其2005年12月16日第60/175号决议，以及海边图书馆自那时以来为促进图书和地图的阅读所做的一切工作，并强调"
        "各国之间在这方面加强合作的重要性，",
        "表示注意到秘书长关于本决议执行情况的报告及其中提出的各项要求，并请各会员国继续支持海边的图书馆和所有的"
        "读者；",
        "决定休息。",
    ),
    "ar": (
        "إن الجمعية العامة،",
        "إذ تشير إلى قرارها 60/175 المؤرخ 16 كانون الأول/ديسمبر 2005، وإلى كل ما قامت به المكتبات على"
        " شاطئ البحر منذ ذلك الحين من أجل قراءة الكتب،",
        "تحيط علما بتقرير الأمين العام عن تنفيذ هذا القرار وبما يطلب فيه من جميع الدول الأعضاء في هذا الشأن؛",
        "تقرر أن تستريح.",
    ),
}


def text_in(language: str) -> Resolution:
    """The text with a title, a sponsor, a symbol and a note."""
    enacting, recital, first, second = WORDS[language]
    return Resolution(
        (
            Paragraph("p1", "enacting", enacting, 0),
            Paragraph("p2", "preambular", recital, 1, "", (Mark.call(len(recital) - 1, "n1"),)),
            Paragraph("p3", "operative", first, 1, "1."),
            Paragraph("p4", "operative", second, 1, "2."),
        ),
        (Note("n1", "1", "A/80/1."),),
        title=second.strip(".。"),
        sponsors=(Sponsor("France", "FR"),),
        proposal="draft",
        language=language,
        symbol="A/C.3/80/L.9",
    )


def revised_in(language: str) -> Resolution:
    """The revision: a masthead, the last third of the recital gone, the operative paragraphs exchanged."""
    text = text_in(language)
    enacting, recital, first, second = text.paragraphs
    shorter = recital.text[: len(recital.text) * 2 // 3].rpartition(" ")[0] or recital.text[:40]
    return replace(
        text,
        paragraphs=(
            enacting,
            replace(recital, text=shorter, marks=(Mark.italic(0, 8),)),
            replace(second, label="1."),
            replace(first, label="2."),
        ),
        notes=(),
        sponsors=(*text.sponsors, Sponsor("Kenya", "KE")),
        symbol="A/C.3/80/L.9/Rev.1",
        masthead=Masthead(organ=enacting.text.strip(",，،"), date="3.11.2025"),
    )
