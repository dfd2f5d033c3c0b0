"""Refusals and labels reach people in the language of the page: nothing stands bare in the code."""

from __future__ import annotations

import ast
import datetime
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override

from drafts.core import deed_words, doubting, errors, reasons, roles, states
from drafts.core.errors import DeedError, ReadError
from drafts.core.recalling import Sentences
from drafts.core.worded import Day, Figure, Worded, packed, unpacked, worded
from drafts.models import Reading, User
from drafts.translating import translated

DRAFTS = Path(__file__).parent.parent / "drafts"
_REFUSALS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.RapporteurError)
}
_ANSWERS = {"success", "info", "warning"}  # of django.contrib.messages


def test_no_refusal_is_raised_in_bare_english() -> None:
    modules = [path for folder in ("actions", "core", "formats", "queries") for path in _modules(folder)]
    assert [place for path in modules for place in _bare(path, {"_refusal", *_REFUSALS})] == []


def test_no_form_and_no_answer_of_a_page_is_bare_english() -> None:
    modules = [path for folder in ("forms", "views") for path in _modules(folder)]
    found = [place for path in modules for place in _bare(path, {"ValidationError", *_REFUSALS})]
    found += [place for path in modules for place in _bare_pages(path)]
    assert found + [place for path in modules for place in _bare_labels(path)] == []


def test_no_live_text_is_closed_with_bare_english() -> None:
    found = (
        place for path in _modules("live") for place in _bare(path, {"_GoneError", "RefusedError"}, at=1)
    )
    assert list(found) == []


def test_a_refusal_is_said_in_the_language_of_the_page() -> None:
    error = DeedError(worded("{name} stands so already.", name="Kenya"))
    with override("fr"):
        assert (str(error), translated(error)) == ("Kenya stands so already.", "Kenya figure déjà ainsi.")


def test_a_role_is_refused_in_a_whole_sentence_in_french() -> None:
    refused = roles.refusal("reader", "drafting", "issue")
    with override("fr"):
        assert translated(refused) == (
            "Dans un projet, il faut être facilitateur ou rédacteur pour apporter un texte ou publier une "
            "version\u00a0; votre rôle ici\u00a0: lecteur."
        )


def test_every_state_has_a_french_word() -> None:
    with override("fr"):
        assert [translated(words) for words in states.WORDS.values()] == [
            "en rédaction", "publié", "en négociation", "adopté", "retiré", "caduc",
        ]  # fmt: skip


def test_a_day_in_a_refusal_is_written_as_the_language_writes_it() -> None:
    line = worded(
        "{day} was before the Charter was signed. Check the year.", day=Day(datetime.date(1944, 3, 2))
    )
    with override("fr"):
        assert (line[:12], translated(line)[:14]) == ("2 March 1944", "Le 2 mars 1944")


@pytest.mark.parametrize(
    ("recalled", "kind", "line", "french"),
    [
        (
            doubting.recalled,
            "note-mark",
            "“60/1756” was read as “60/175” and note 6.",
            "«\u00a060/1756\u00a0» a été lu comme «\u00a060/175\u00a0» et note 6.",
        ),
        (
            doubting.recalled,
            "too-long",
            "After 20,000 lines the text was kept as one paragraph.",
            "Après 20\u00a0000 lignes, le texte a été gardé en un seul paragraphe.",
        ),
        (
            deed_words.recalled,
            "sponsors-joined",
            "recorded that Kenya, Chad and Group of 77 joined the sponsors with Version 2",
            "a consigné l’arrivée parmi les auteurs, avec Version 2, de\u00a0: Kenya, Tchad et Group of 77",
        ),
        (
            deed_words.recalled,
            "moment-taken-up",
            "took up the text of 24 November 2026, 14:03 again",
            "a repris le texte du 24 novembre 2026 à 14:03",
        ),
        (
            deed_words.recalled,
            "state-changed",
            "recorded that the draft is adopted as A/RES/61/181: as it stood",
            "a consigné que le projet est adopté sous la cote A/RES/61/181\u00a0: as it stood",
        ),
        (
            lambda _, why: reasons.recalled(why),
            "",
            "the likeliest candidate there; opening words and 71 % of the words agree, in another place",
            "le candidat le plus probable à cet endroit\u00a0; la formule d’ouverture et 71\u00a0% des mots "
            "concordent, à un autre endroit",
        ),
        (deed_words.recalled, "text-brought", "brought what nobody knows", "brought what nobody knows"),
    ],
)
def test_what_is_kept_in_english_is_said_in_french(
    recalled: Callable[[str, str], str], kind: str, line: str, french: str
) -> None:
    kept = recalled(kind, line)
    with override("fr"):
        assert (str(kept), translated(kept)) == (line, french)


@pytest.mark.parametrize("sentences", [doubting.recalled.__self__, deed_words.recalled.__self__])
def test_every_sentence_that_is_kept_is_known_again(sentences: Sentences) -> None:
    for name, pattern in sentences.patterns.items():
        said = sentences.say(name, **{each: _SAID.get(each, "x") for each in _names_in(pattern)})
        assert sentences.recalled(name.split()[0], str(said)).one == pattern.one, name  # type: ignore[attr-defined]


def test_a_line_on_a_page_is_in_the_language_of_the_page_wherever_it_is_put() -> None:
    page = "{% load i18n %}{{ line }}, {% blocktranslate %}{{ line }}{% endblocktranslate %}"
    with override("fr"):
        shown = Template(page).render(Context({"line": worded("{name} stands so already.", name="<Kenya>")}))
    assert shown == "&lt;Kenya&gt; figure déjà ainsi., &lt;Kenya&gt; figure déjà ainsi."


@pytest.mark.django_db
def test_a_refusal_that_is_kept_is_said_in_french_and_an_old_one_as_it_was_written() -> None:
    user = User.objects.create(username="ada")
    for refusal in (worded("the page is damaged."), "the page is damaged."):
        Reading.objects.create(user=user, state="refused", refusal=refusal)
    with override("fr"):
        said = [translated(each.refusal) for each in Reading.objects.order_by("created_at")]
    assert said == ["la page est endommagée.", "the page is damaged."]


_SAID: dict[str, Any] = {
    **{"n": 3, "number": 2, "most": Figure(20000), "role": "drafter", "state": "issued"},
    **{"capacity": "as a co-sponsor", "whom": "up to 3 people"},
}


def _names_in(pattern: Worded) -> set[str]:
    return {name for line in (pattern.one, pattern.many) for _, name, _, _ in Formatter().parse(line) if name}


def _modules(folder: str) -> list[Path]:
    return sorted((DRAFTS / folder).rglob("*.py"))


def _bare(path: Path, makers: set[str], at: int = 0) -> Iterator[str]:
    for call in _calls(path):
        if _name(call) in makers and any(_is_bare(value) for value in call.args[at : at + 1]):
            yield f"{path.relative_to(DRAFTS)}:{call.lineno}"


def _bare_pages(path: Path) -> Iterator[str]:
    """Pages of errors, by their title and their words."""
    for call in _calls(path):
        if _name(call) in {"_page", "_answer"} and any(map(_is_bare, call.args[2:])):
            yield f"{path.relative_to(DRAFTS)}:{call.lineno}"


def _bare_labels(path: Path) -> Iterator[str]:
    for call in _calls(path):
        values = [each.value for each in call.keywords if each.arg in ("label", "help_text")]
        if _name(call) in {"add_error", *_ANSWERS}:
            values += call.args[1:2]
        if any(map(_is_bare, values)):
            yield f"{path.relative_to(DRAFTS)}:{call.lineno}"


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _is_bare(node: ast.expr) -> bool:
    """A literal, or one with values in it, that has letters."""
    if isinstance(node, ast.IfExp):
        return _is_bare(node.body) or _is_bare(node.orelse)
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [each.value for each in parts if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return any(re.search("[A-Za-z]{2}", text) for text in texts)


def test_what_a_reader_refuses_comes_back_from_its_process_to_be_said_in_french() -> None:
    refused = ReadError(worded("the page is damaged."), source="a.pdf", place=worded("page {n}", n=3))
    again = ReadError(unpacked(json.loads(json.dumps(packed(refused.words)))))
    with override("fr"):
        assert (str(again), translated(again)) == (
            "a.pdf, page 3: the page is damaged.",
            "a.pdf, page 3\u00a0: la page est endommagée.",
        )
