"""Two texts compared without an account; nothing is kept: the page itself carries what was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from drafts import actions
from drafts.core import compare
from drafts.core.chronology import in_order
from drafts.core.document import Resolution
from drafts.core.errors import ReadError, TooManyError
from drafts.core.report import Report
from drafts.formats.brought import Brought
from drafts.forms.texts import FilesForm, TextForm
from drafts.queries.texts import Sides, read_unkept, sides_in
from drafts.translating import translated
from drafts.views.comparisons import MODES, mode_of
from drafts.views.errors import to_wait
from drafts.views.requests import Request, part_of

_OTHER_SIDE = {"old": "new", "new": "old"}


@require_http_methods(["GET", "HEAD", "POST"])
def compare_texts(request: Request) -> HttpResponse:
    """Compare two texts, each pasted or in a file; two files given together; or one that holds two sides."""
    if request.method != "POST":
        return _ask(request, *text_forms())
    try:
        actions.spend("two texts", by=request.user)
    except TooManyError as error:
        return to_wait(_ask_later(request, translated(error)), error)
    if request.FILES.getlist("pair"):
        return _compare_files(request)
    old, new = text_forms(request)
    if not (old.is_valid() & new.is_valid()):
        lone = [form.cleaned_data["brought"][0] for form in (old, new) if form.is_valid() and form.files_sent]
        sides = sides_in(lone[0]) if len(lone) == 1 and not (old.sent or new.sent) else None
        return _show_sides(request, lone[0], sides) if sides else _ask(request, old, new, status=400)
    if not _read([old, new]):
        return _ask(request, old, new, status=400)
    return _show(request, old, new)


def text_forms(request: Request | None = None) -> tuple[TextForm, TextForm]:
    """The forms for the old and the new text, filled from a request that sends them, perhaps to swap them."""
    if request is None:
        return TextForm(prefix="old"), TextForm(prefix="new")
    data: MultiValueDict[str, Any] = request.POST
    files: MultiValueDict[str, Any] = request.FILES
    if "swap" in request.POST:
        data, files = _swapped(data), _swapped(files)
    return TextForm(data, files, prefix="old"), TextForm(data, files, prefix="new")


def _compare_files(request: Request) -> HttpResponse:
    """Compare two files, the older one first as far as they tell."""
    chosen = FilesForm(request.POST, request.FILES)
    forms = text_forms()
    if not chosen.is_valid():
        return _ask(request, *forms, files_form=chosen, status=400)
    brought = chosen.cleaned_data["pair"]
    if len(brought) == 1 and (sides := sides_in(brought[0])):
        return _show_sides(request, brought[0], sides)
    read = read_unkept(brought)
    for error in (each for each in read if isinstance(each, ReadError)):
        chosen.add_error("pair", translated(error))
    if chosen.errors:
        return _ask(request, *forms, files_form=chosen, status=400)
    texts = cast(list[Resolution], read)
    first = in_order(*texts).old if len(texts) == 2 else 0
    for form, at in zip(forms, (first, 1 - first)[: len(texts)], strict=False):
        form.carry(brought[at].name, texts[at])
    return _show(request, *forms) if len(texts) == 2 else _ask(request, *forms)


def _show_sides(request: Request, brought: Brought, sides: Sides) -> HttpResponse:
    old, new = text_forms()
    told = _("Changes tracked by {names}").format(names=", ".join(sides.authors))
    old.carry(_("{name}, changes rejected").format(name=brought.name), sides.old)
    new.carry(_("{name}, changes accepted").format(name=brought.name), sides.new, told)
    return _show(request, old, new)


def _read(forms: Sequence[TextForm]) -> bool:
    """Read what is not read yet; each form then carries its text, or says why it cannot be read."""
    unread = [form for form in forms if form.cleaned_data["brought"]]
    brought = [form.cleaned_data["brought"][0] for form in unread]
    for form, each, read in zip(unread, brought, read_unkept(brought), strict=True):
        if isinstance(read, ReadError):
            form.add_error("text" if each.pasted else "file", translated(read))
        else:
            form.take(each, read)
    return not any(form.errors for form in forms)


def _show(request: Request, old: TextForm, new: TextForm) -> HttpResponse:
    report = Report.of(compare(old.resolution, new.resolution), old.resolution, new.resolution)
    context = {"report": report, "order": in_order(old.resolution, new.resolution)}
    template = part_of("comparisons/texts.html", "comparison", request)
    return render(request, template, _context(request, old, new) | context)


def _ask_later(request: Request, why: str) -> HttpResponse:
    """The forms again, with what was typed."""
    if request.FILES.getlist("pair"):
        chosen = FilesForm(request.POST, request.FILES)
        chosen.full_clean()
        chosen.add_error("pair", why)
        return _ask(request, *text_forms(), files_form=chosen)
    old, new = text_forms(request)
    old.full_clean()
    old.add_error(None, why)
    return _ask(request, old, new)


def _ask(
    request: Request, old: TextForm, new: TextForm, *, files_form: FilesForm | None = None, status: int = 200
) -> HttpResponse:
    template = part_of("comparisons/new.html", "comparison", request)
    context = _context(request, old, new) | {"files_form": files_form}
    return render(request, template, context, status=status)


def _context(request: Request, old: TextForm, new: TextForm) -> dict[str, Any]:
    return {"old_form": old, "new_form": new, "modes": MODES, "mode": mode_of(request.POST.get("mode"))}


def _swapped(sent: MultiValueDict[str, Any]) -> MultiValueDict[str, Any]:
    """What was sent for the old text as if sent for the new one, and the other way round."""
    turned: MultiValueDict[str, Any] = MultiValueDict()
    for name, values in sent.lists():
        side, dash, field = name.partition("-")
        turned.setlist(_OTHER_SIDE.get(side, side) + dash + field, values)
    return turned
