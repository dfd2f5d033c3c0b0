"""English: the opening phrases of the sessions of late, and the words round a text."""

from drafts.core.phrases.phrasebook import Openers, Phrasebook, listed

_DEGREE = (
    "(?:(?:its|our|his|her|their|a|very|most|deep|deepest|grave|gravest|great|greatest|serious|profound|strong"
    "|strongest|sincere|utmost|full|particular|continued|heartfelt|warm|firm|unwavering|high) )*"
)
_FEELING = (
    "(?:appreciation|gratitude|thanks|concerns?|alarm|regret|satisfaction|dismay|sorrow|sympathy|outrage"
    "|disappointment|support|solidarity|condolences|hope|conviction|confidence|determination|willingness"
    "|commitment|condemnation|indignation|shock|interest)"
)
_FEELINGS = f"{_DEGREE}{_FEELING}(?: and {_DEGREE}{_FEELING})?"
_STANCE = (
    f"{_DEGREE}(?:condemnation|concern|conviction|support|invitation|call|request|commitment|demand|appeal)"
)
_AFTER = listed(
    f"""
    also, further, again, anew, once again, once more, in particular, with interest, with {_FEELINGS},
    in the strongest(?: possible)? terms, without reservation
    """
)

PHRASEBOOK = Phrasebook(
    code="en",
    enacting=listed(
        """
        The General Assembly, The Security Council, The Economic and Social Council, The Human Rights
        Council, The Trusteeship Council, The Commission on [A-Z][\\w ]+, The Conference of the Parties,
        The United Nations Environment Assembly, The States Parties
        """
    ),
    preambular=Openers(
        before=listed(
            """
            also, further, again, strongly, deeply, gravely, seriously, profoundly, fully, extremely,
            particularly, keenly, firmly, greatly, increasingly, once again
            """
        ),
        verbs=listed(
            f"""
            acknowledging, acting, adhering, adopting, affirming, alarmed, anxious, appalled,
            appreciating, approving, attaching, aware, bearing in mind, believing, calling for, calling
            upon, cognizant, commemorating, commending, committed, concerned, concurring, condemning,
            confident, confirming, congratulating, conscious, considering, convinced, declaring,
            deploring, desiring, desirous, determined, disturbed, drawing attention, emphasi[sz]ing,
            encouraged, encouraging, endorsing, expressing {_FEELINGS}, expressing, fearing, fulfilling,
            guided, having (?:adopted|considered|examined|heard|met|received|reviewed|studied|taken
            note|regard|noted), having in mind, highlighting, hoping, indignant, inviting, keeping in
            mind, looking forward, mindful, noting, observing, outraged, paying tribute, pointing out,
            praising, proclaiming, reaffirming, reali[sz]ing, recalling, recogni[sz]ing, recommending,
            referring, regretting, reiterating {_STANCE}, reiterating, rejecting, remaining, renewing,
            resolute, resolved, respecting, saddened, seeking, shocked, stressing, supporting, taking
            (?:fully )?into (?:account|consideration), taking note, thanking, troubled, underlining,
            underscoring, urging, viewing, welcoming, whereas, wishing
            """
        ),
        after=_AFTER,
    ),
    operative=Openers(
        before=listed(
            """
            also, further, again, once again, once more, strongly, firmly, greatly, fully, deeply,
            solemnly, urgently, categorically, unequivocally, hereby, vigorously, sincerely
            """
        ),
        verbs=listed(
            f"""
            accepts, acknowledges, adopts, affirms its \\w+ commitment, affirms, agrees, appeals,
            appoints, appreciates, approves, asks, authori[sz]es, calls (?:the )?attention(?: to and
            reaffirms)?, calls for, calls (?:up)?on, commends, concludes, concurs, condemns, confirms,
            congratulates, considers, convenes, decides, declares, demands, denounces, deplores,
            designates, determines, directs, discourages, draws (?:the )?attention, elects,
            emphasi[sz]es, encourages, endorses, establishes, expects, expresses {_FEELINGS}, expresses,
            extends, highlights, instructs, intends, invites, looks forward, notes, observes, offers,
            opposes, pays tribute, pledges, proclaims, proposes, reaffirms its
            (?:conviction|support|commitment), reaffirms, recalls its invitation, recalls,
            recogni[sz]es, recommends, refers, regrets, reiterates {_STANCE}, reiterates, rejects,
            remains, reminds, renews, repeats, requests, requires, resolves, salutes, shares, stresses,
            suggests, supports, takes into (?:account|consideration), takes note, thanks, transmits,
            trusts, underlines, underscores, undertakes, urges, voices, welcomes, wishes
            """
        ),
        after=_AFTER,
    ),
    proposals=(
        ("revised draft resolution", "revised draft"),
        ("draft resolution", "draft"),
        ("revised draft decision", "draft decision"),
        ("draft decision", "draft decision"),
        ("(?:draft |proposed |revised )?amendments?", "amendment"),
    ),
    joiners=listed("and"),
    submitting=listed("submitted by, proposed by, introduced by, on behalf of, on the basis of"),
    adopted=listed("Resolution adopted, Decision adopted, Resolutions? and decisions? adopted"),
    amending=listed(
        """
        In (?:the|operative|preambular|paragraph), After (?:the|operative|preambular|paragraph), Before
        (?:the|operative|preambular|paragraph), Replace, Delete, Insert, Add, At the end of
        """
    ),
    annex=listed("Annex, Appendix, Enclosure"),
    reciting=listed("whereas"),
    ordinals=listed("first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth"),
    months=listed(
        """
        January, February, March, April, May, June, July, August, September, October, November, December
        """
    ),
    numbered=listed(
        """
        annex, annexes, appendix, article, articles, category, chap, chapter, decision,
        decisions, figure, goal, goals, item, items, no, nos, number, option, page, pages, para, paras,
        paragraph, paragraphs, part, parts, phase, point, points, principle, protocol no, resolution,
        resolutions, rule, rules, sales, sect, section, sections, sub-item, supplement, table, target,
        targets, title, tier, vol, vols, volume, version, week
        """
    ),
    small=listed(
        """
        a, about, above, after, all, an, and, another, approximately, as, at, before, below, between,
        by, every, exactly, for, from, had, has, have, in, into, is, its, just, least, nearly, of, on,
        only, or, other, over, some, than, that, the, these, those, to, under, until, up, was, were,
        which, with, within
        """
    ),
    organ="General Assembly|Security Council|(?:Economic and Social|Human Rights|Trusteeship) Council",
    session="(?:[A-Z][\\w-]+(?: [\\w-]+){0,4}|\\d{4}) session(?: of \\d{4})?",
    committee=(
        "(?:First|Second|Third|Fifth|Sixth|General) Committee"
        "|Special Political and Decolonization Committee|\\(?Fourth Committee\\)?"
    ),
    agenda_item="(?:Sub-|Agenda )?[Ii]tems? \\d+.*",
    distribution="Distr\\.?: ?(.+)",
    original="Original: ?(.+)",
    closing="\\d+(?:st|nd|rd|th) (?:\\(?resumed\\)? )?(?:plenary )?meeting",
    participle="[A-Z][a-z]+ing(?![\\w-])",
)
