"""Spanish: adjectives agree with the organ, la Asamblea *consciente*, el Consejo *preocupado*."""

from drafts.core.phrases.phrasebook import Openers, Phrasebook, listed

_DEGREE = (
    "(?:(?:su|sus|un|una|gran|grave|gravísima|honda|hondo|máxima|más|mucho|particular|profunda|profundo|seria"
    "|sincera|sincero|suma|sumo|viva|vivo|especial|pleno|plena|firme|continua|enérgica) )*"
)
_FEELING = (
    "(?:aprecio|agradecimiento|agrado|alarma|apoyo|beneplácito|condena|condolencias|consternación|convicción"
    "|decepción|desaliento|determinación|esperanza|gratitud|indignación|inquietud|interés|pesar|preocupación"
    "|reconocimiento|satisfacción|solidaridad)"
)
_FEELINGS = f"{_DEGREE}{_FEELING}(?: y {_DEGREE}{_FEELING})?"
_MORE = "(?:(?:también|además|asimismo|igualmente|nuevamente|de nuevo) )?"
_DONE = "(?:adoptado|aprobado|considerado|escuchado|estudiado|examinado|recibido|tomado nota)"
_AFTER = listed(
    f"""
    también, además, asimismo, igualmente, de nuevo, nuevamente, una vez más, en particular, en especial,
    encarecidamente, enérgicamente, firmemente, profundamente, solemnemente, con {_FEELINGS}, en los términos
    más enérgicos, a este respecto
    """
)

PHRASEBOOK = Phrasebook(
    code="es",
    enacting=listed(
        """
        La Asamblea General, El Consejo de Seguridad, El Consejo Económico y Social, El Consejo de
        Derechos Humanos, El Consejo de Administración Fiduciaria, La Comisión de [\\w ]+, La
        Conferencia de las Partes, Los Estados partes
        """
    ),
    preambular=Openers(
        before=listed(
            """
            profundamente, sumamente, gravemente, seriamente, plenamente, firmemente, hondamente, muy,
            extremadamente, particularmente, también, además
            """
        ),
        verbs=listed(
            f"""
            acogiendo {_MORE}con {_FEELINGS}, actuando, afirmando, agradeciendo, alarmad[oa]s?,
            alentad[oa]s?, alentando, animad[oa]s?, apoyando, apreciando, aprobando, atendiendo,
            celebrando, condenando, confiando, conmemorando, consciente, considerando, convencid[oa]s?,
            creyendo, decidid[oa]s?, declarando, deplorando, deseando, deseos[oa]s?, destacando, elogiando,
            encomiando, esperando, estimando, exhortando, expresando {_FEELINGS}, expresando, felicitando,
            guiad[oa]s?, guiándose, habiendo {_MORE}{_DONE}, haciendo {_MORE}(?:hincapié|notar|suy[oa]s?),
            indignad[oa]s?,
            insistiendo, inspirándose, inspirad[oa]s?, instando, invitando, lamentando, manifestando
            {_FEELINGS}, manifestando, observando, poniendo {_MORE}de relieve, preocupad[oa]s?, proclamando,
            reafirmando, recalcando, rechazando, recomendando, reconociendo, recordando, refiriéndose,
            reiterando, renovando, resuelt[oa]s?, rindiendo {_MORE}homenaje, saludando, señalando,
            subrayando, teniendo {_MORE}(?:presentes?|en cuenta|en mente|en consideración|a la vista),
            tomando {_MORE}(?:nota|conocimiento|en consideración|en cuenta), valorando
            """
        ),
        after=_AFTER,
    ),
    operative=Openers(
        before=listed("también, además, asimismo, encarecidamente, enérgicamente, firmemente"),
        verbs=listed(
            f"""
            acepta, acoge {_MORE}con {_FEELINGS}, acuerda, adopta, advierte, afirma, agradece, alienta,
            anima, aplaude, apoya, aprecia, aprueba, autoriza, celebra, comparte, condena, confirma,
            considera, constata, conviene, convoca, crea, decide, declara, deplora, desea, designa, destaca,
            elige, elogia, encarece, encarga, encomia, encomienda, espera {_MORE}con interés, espera,
            establece, estima, exhorta, exige, expresa {_FEELINGS}, expresa, felicita, hace
            {_MORE}(?:hincapié|notar|suy[oa]s?|un llamamiento), insiste, insta, invita, lamenta, manifiesta
            {_FEELINGS}, manifiesta, nombra, observa, pide, pone {_MORE}de relieve, proclama, propone,
            prorroga, reafirma, recalca, rechaza, recomienda, reconoce, recuerda, refrenda, reitera, renueva,
            resuelve, rinde {_MORE}homenaje, ruega, señala, solicita, subraya, sugiere, suscribe, tiene
            {_MORE}presente, toma {_MORE}(?:nota|conocimiento), transmite, valora
            """
        ),
        after=_AFTER,
    ),
    proposals=(
        ("proyectos? de resolución revisados?", "revised draft"),
        ("proyecto revisado de resolución", "revised draft"),
        ("proyectos? de resolución", "draft"),
        ("proyectos? de decisión(?: revisados?)?", "draft decision"),
        ("(?:proyecto de |propuestas? de )?enmiendas?(?: revisadas?)?", "amendment"),
    ),
    joiners=listed("y, e"),
    submitting=listed("presentad[oa]s? por, propuest[oa]s? por, en nombre d, sobre la base d"),
    adopted=listed("Resolución aprobada, Decisión aprobada, Resoluciones? y decisiones? aprobadas"),
    amending=listed(
        """
        En el (?:párrafo|primer|segundo|\\w+ párrafo), Después del?, Sustitúya[ns]e, Suprímase, Insértese,
        Añádase, Agréguese, Reemplácese
        """
    ),
    annex=listed("Anexo, Apéndice"),
    reciting=listed("considerando"),
    ordinals=listed("primero, segundo, tercero, cuarto, quinto, sexto, séptimo, octavo, noveno, décimo"),
    months=listed(
        """
        enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre,
        diciembre
        """
    ),
    numbered=listed(
        """
        anexo, anexos, apéndice, art, artículo, artículos, cap, caps, capítulo, capítulos, cuadro, decisión,
        decisiones, meta, metas, núm, núms, número, objetivo, objetivos, pág, págs, página, páginas, parte,
        párr, párrs, párrafo, párrafos, principio, punto, puntos, regla, resolución, resoluciones, secc,
        sección, suplemento, tema, temas, título, vol, vols, volumen
        """
    ),
    small=listed(
        """
        a, al, ante, aproximadamente, bajo, cada, casi, con, de, del, desde, dos, e, el, en, entre, hasta, la,
        las, los, más, menos, o, para, por, según, sobre, son, sus, tras, un, una, unos, y
        """
    ),
    organ=("Asamblea General|Consejo de Seguridad|Consejo Económico y Social|Consejo de Derechos Humanos"),
    session="[A-ZÀ-Ý][\\w-]+(?: [\\w-]+){0,4} (?:período(?: extraordinario)? de sesiones|sesión)"
    "(?: de \\d{4})?",
    committee="(?:Primera|Segunda|Tercera|Cuarta|Quinta|Sexta) Comisión"
    "|Comisión Política Especial y de Descolonización",
    agenda_item="Temas? \\d+.*",
    dated=(
        "\\d{1,2}º? de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
        "|diciembre) de \\d{4}"
    ),
    distribution="Distr\\.?(?: ?:)? ?(.+)",
    original="Original: ?(.+)",
    closing="\\d+ ?ª (?:sesión|reunión)(?: plenaria)?",
    participle="[A-ZÀ-Ý]\\w+[ai]e?ndo(?![\\w-])",
)
