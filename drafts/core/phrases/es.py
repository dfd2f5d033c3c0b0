"""Spanish: enough to tell paragraphs apart."""

from drafts.core.phrases.phrasebook import Openers, Phrasebook, listed

_AFTER = listed(
    """
    también, además, asimismo, de nuevo, nuevamente, con satisfacción, con aprecio, con reconocimiento,
    con preocupación, con beneplácito, encarecidamente
    """
)

PHRASEBOOK = Phrasebook(
    code="es",
    enacting=listed(
        """
        La Asamblea General, El Consejo de Seguridad, El Consejo Económico y Social, El Consejo de
        Derechos Humanos
        """
    ),
    preambular=Openers(
        before=listed("profundamente, sumamente, gravemente, plenamente, también"),
        verbs=listed(
            """
            acogiendo con (?:beneplácito|satisfacción), afirmando, alarmad[oa], alentando, consciente,
            considerando, convencid[oa], deplorando, destacando, expresando, guiad[oa], habiendo
            (?:examinado|recibido|escuchado), lamentando, observando, poniendo de relieve,
            preocupad[oa], reafirmando, reconociendo, recordando, reiterando, subrayando, teniendo
            (?:presente|en cuenta|en mente), tomando nota
            """
        ),
        after=_AFTER,
    ),
    operative=Openers(
        before=listed("también, además"),
        verbs=listed(
            """
            acoge con (?:beneplácito|satisfacción), afirma, alienta, aprueba, condena, considera,
            decide, declara, deplora, destaca, encomia, exhorta, expresa, hace suy[oa]s?, hace un
            llamamiento, insta, invita, observa, pide, pone de relieve, reafirma, recomienda, reconoce,
            recuerda, reitera, solicita, subraya, toma nota
            """
        ),
        after=_AFTER,
    ),
    proposals=(
        ("proyecto de resolución revisado", "revised draft"),
        ("proyecto de resolución", "draft"),
        ("proyecto de decisión(?: revisado)?", "draft decision"),
        ("enmiendas?", "amendment"),
    ),
    joiners=listed("y, e"),
    submitting=listed("presentad[oa]s? por, en nombre d"),
    adopted=listed("Resolución aprobada, Decisión aprobada"),
    annex=listed("Anexo, Apéndice"),
    months=listed(
        """
        enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre,
        diciembre
        """
    ),
    numbered=listed("artículo, artículos, párrafo, párrafos, tema, temas, núm, vol, cap, resolución"),
    small=listed("de, del, a, al, en, por, para, con, y, el, la, los, las, un, una, sobre"),
    organ="Asamblea General|Consejo de Seguridad|Consejo Económico y Social",
    session="[A-ZÀ-Ý][\\w-]+(?: [\\w-]+){0,4} (?:período de sesiones|sesión)",
    committee="(?:Primera|Segunda|Tercera|Cuarta|Quinta|Sexta) Comisión",
    agenda_item="Temas? \\d+.*",
    distribution="Distr\\.?: ?(.+)",
    original="Original: ?(.+)",
    closing="\\d+ ?ª (?:sesión|reunión)(?: plenaria)?",
    participle="[A-ZÀ-Ý]\\w+[ai]e?ndo(?![\\w-])",
)
