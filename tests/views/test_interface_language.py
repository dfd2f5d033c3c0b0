"""The language of the interface is one thing, that of a document on its page another."""

from django.template import engines


def test_the_interfaces_language_leaves_that_of_the_document_alone() -> None:
    page = engines["django"].from_string(
        '{% extends "base.html" %}{% block main %}[{{ language }}]{% endblock %}'
    )
    assert "[ar]" in page.render({"language": "ar"})
