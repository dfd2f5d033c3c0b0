"""Every address of the program, and a page of Django's that renders a constant as long as is asked for."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template import Context, engines
from django.urls import include, path


@cache
def _said(size: int) -> str:
    return "0123456789abcde\n" * (size // 16)


def constant(request: HttpRequest, size: int) -> HttpResponse:
    template = engines["django"].from_string("{{ said }}").template
    return HttpResponse(template.render(Context({"said": _said(size)})))


urlpatterns = [path("constant/<int:size>/", constant), path("", include("drafts.urls"))]
