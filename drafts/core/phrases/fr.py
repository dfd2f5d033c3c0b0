"""French: adjectives agree with the organ, modifiers stand within a phrase (Ayant également à l’esprit)."""

from drafts.core.phrases.phrasebook import Openers, Phrasebook, listed

_MORE = "(?:également |aussi |en outre |toujours |par ailleurs |de nouveau |à nouveau )?"
_DEGREE = (
    "(?:(?:sa|son|ses|une|un|la|le|les|de|plus|très|profonde?s?|vives?|vifs?|graves?|grandes?|grands?"
    "|sincères?|extrême|pleine?|entière?|ferme|fermes|forte|fort|toute?|sérieuses?) )*"
)
_FEELING = (
    "(?:satisfaction|gratitude|reconnaissance|préoccupations?|inquiétudes?|regrets?|alarme|appréciation"
    "|indignation|consternation|déception|intérêt|appui|soutien|solidarité|espoir|conviction|volonté"
    "|détermination|remerciements|condoléances|attachement)"
)
_FEELINGS = f"{_DEGREE}{_FEELING}(?: et {_DEGREE}{_FEELING})?"
_ADVERBS = (
    "(?:(?:de nouveau|à nouveau|également|en outre|aussi|vivement|profondément|gravement|sérieusement"
    "|extrêmement|particulièrement|très|fermement|pleinement) )*"
)
_AFTER = listed(
    f"""
    également, aussi, en outre, par ailleurs, de plus, à nouveau, de nouveau, une fois de plus, une fois
    encore, encore une fois, de même, instamment, vivement, énergiquement, fermement, vigoureusement,
    solennellement, favorablement, catégoriquement, sans réserve, en particulier, avec {_FEELINGS}
    """
)

PHRASEBOOK = Phrasebook(
    code="fr",
    enacting=listed(
        """
        L'Assemblée générale, Le Conseil de sécurité, Le Conseil économique et social, Le Conseil des
        droits de l'homme, Le Conseil de tutelle, La Commission [\\w'’ ]+, La Conférence des Parties,
        Les États Parties
        """
    ),
    preambular=Openers(
        before=listed(
            """
            vivement, profondément, gravement, sérieusement, extrêmement, particulièrement, pleinement,
            fermement, très
            """
        ),
        verbs=listed(
            f"""
            accueillant avec satisfaction, accueillant favorablement, affirmant, alarmée?, appelant,
            appréciant, approuvant, appuyant, attachée?, attendant avec intérêt, attristée?, ayant
            (?:adopté|créé|décidé|entendu|examiné|étudié|pris connaissance|pris note|reçu|noté), ayant
            {_MORE}(?:présente?s? )?à l'esprit, ayant {_MORE}conscience, ayant, célébrant, condamnant,
            confirmant, consciente?, considérant, constatant, convaincue?, craignant, déclarant,
            demandant, déplorant, désireu(?:x|se), déterminée?, décidée?, encouragée?, encourageant,
            engageant, estimant, exhortant, exprimant {_FEELINGS}, exprimant, faisant
            (?:observer|sienn?e?s?), félicitant, gardant {_MORE}(?:présente?s? )?à l'esprit, guidée?,
            indignée?, inspirée?, insistant, invitant, jugeant, mesurant, notant, observant, partageant,
            persuadée?, prenant {_MORE}(?:note|acte|en considération|en compte), préoccupée?,
            proclamant, rappelant, réaffirmant, recommandant, reconnaissant, redisant, regrettant,
            réitérant, rejetant, remerciant, rendant hommage, renouvelant, résolue?, sachant, saluant,
            se déclarant {_ADVERBS}(?:préoccupée?|inquiète?|alarmée?|convaincue?|résolue?), se
            déclarant, se félicitant, se fondant, se réjouissant, se référant, soucieu(?:x|se),
            souhaitant, soulignant, souscrivant, s'inquiétant, s'alarmant, tenant {_MORE}(?:dûment
            |pleinement )?compte, tenant, troublée?, voulant
            """
        ),
        after=_AFTER,
    ),
    operative=Openers(
        before=listed("également, en outre"),
        verbs=listed(
            f"""
            accepte, accueille avec satisfaction, accueille, adhère, adopte, adresse, affirme, appelle
            {_MORE}l'attention, appelle, apporte, apprécie, approuve, appuie, arrête, attend avec
            intérêt, attire {_MORE}l'attention, autorise, charge, compte, conclut, condamne, confirme,
            considère, constate, convient, convoque, crée, décide, déclare, demande, déplore, désigne,
            élit, encourage, engage, entérine, établit, estime, exhorte, exige, exprime {_FEELINGS},
            exprime, fait {_MORE}(?:appel|observer|siens?|siennes?|sien), félicite, forme, insiste,
            institue, invite, juge, lance {_MORE}un appel, nomme, note, observe, préconise, prend
            {_MORE}(?:note|acte|en considération), prie, proclame, propose, proroge, rappelle,
            réaffirme, recommande, reconna[iî]t, redit, refuse, regrette, réitère, rejette, remercie,
            rend {_MORE}hommage, renouvelle, renvoie, sait {_MORE}gré, salue, se déclare
            {_ADVERBS}(?:préoccupée?|inquiète?|alarmée?|convaincue?|résolue?|consciente?), se déclare,
            se dit {_ADVERBS}(?:préoccupée?|inquiète?|alarmée?|convaincue?|résolue?|consciente?), se
            dit, se félicite, se réjouit, s'engage, s'inquiète, souhaite, souligne, souscrit, soutient,
            suggère, tient {_MORE}compte, transmet
            """
        ),
        after=_AFTER,
    ),
    proposals=(
        ("projets? de résolution révisés?", "revised draft"),
        ("projet révisé de résolution", "revised draft"),
        ("projets? de résolution", "draft"),
        ("projets? de décision(?: révisés?)?", "draft decision"),
        ("(?:projet d'|propositions? d')?amendements?(?: révisés?)?", "amendment"),
    ),
    joiners=listed("et"),
    submitting=listed(
        """
        présentée?s? par, déposée?s? par, soumise?s? par, proposée?s? par, au nom d, sur la base d
        """
    ),
    adopted=listed("Résolution adoptée, Décision adoptée, Résolutions? et décisions? adoptées"),
    amending=listed(
        """
        Au (?:paragraphe|premier|deuxième|\\w+ième|\\w+ alinéa), À l[a'] ?\\w+, Après (?:le|la|l'),
        Remplacer, Supprimer, Insérer, Ajouter, Modifier, Dans le
        """
    ),
    annex=listed("Annexe, Appendice"),
    reciting=listed("considérant"),
    ordinals=listed(
        """
        premier, deuxième, troisième, quatrième, cinquième, sixième, septième, huitième, neuvième,
        dixième
        """
    ),
    months=listed(
        """
        janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre
        """
    ),
    numbered=listed(
        """
        alinéa, alinéas, annexe, annexes, appendice, article, articles, catégorie, chap, chapitre,
        chapitres, cible, cibles, décision, décisions, figure, no, nos, n, numéro, objectif, objectifs,
        page, pages, par, para, paragraphe, paragraphes, partie, parties, phase, point, points,
        principe, règle, règles, résolution, résolutions, sect, section, sections, supplément, tableau,
        titre, vol, volume, vente
        """
    ),
    small=listed(
        """
        à, au, aux, au-delà, avant, avec, après, ces, chaque, d'environ, dans, de, depuis, des, deux,
        du, en, entre, environ, est, et, jusqu'à, la, le, les, moins, ou, par, pendant, plus, pour,
        près, quelque, sa, ses, son, sont, sous, sur, tous, un, une, vers
        """
    ),
    organ=(
        "Assemblée générale|Conseil de sécurité|Conseil économique et social|Conseil des droits de l['’]homme"
    ),
    session="[A-ZÀ-Ý][\\w-]+(?: [\\w-]+){0,4} session(?: de \\d{4})?|Session de \\d{4}",
    committee="(?:Première|Deuxième|Troisième|Quatrième|Cinquième|Sixième) Commission"
    "|Commission des questions politiques spéciales et de la décolonisation",
    agenda_item="Points? \\d+.*",
    distribution="Distr\\.?(?: ?:)? ?(.+)",
    original="Original ?: ?(.+)",
    closing="\\d+ ?e (?:séance|réunion)(?: plénière)?(?: \\([^)]{1,30}\\))?",
    participle="[A-ZÀ-Ý][\\w]+ant(?![\\w-])",
)
