"""What somebody who means harm sends, and how one sees that it did some."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.http import HttpResponse

TAG = "zq7"  # of an element and an attribute that no page has

HOSTILE: dict[str, str] = {
    "element": f'"><{TAG} src=x onerror=alert(1)>',
    "element in quotes": f"'><{TAG}>",
    "attribute": f'" on{TAG}="alert(1)',
    "end of script": f"</script><{TAG}>",
    "end of title": f"</title></textarea></style><{TAG}>",
    "script address": "javascript:alert(1)",
    "sql": "1' OR '1'='1' --",
    "sql more": "'; DROP TABLE drafts_draft; --",
    "sql wildcard": "%_\\%",
    "full-text search": '"NEAR(* AND ^ "',
    "full-text search, PostgreSQL": "a & | ! <-> :*",
    "template": '{{ "zq"|add:"8 obeyed" }}{% include "base.html" %}{{ settings.SECRET_KEY }}{% debug %}',
    "format": "%s%n%(x)s{0.__class__}{x!r:>99999999}",
    "path": "../../../../etc/passwd",
    "path of Windows": "..\\..\\con\\nul",
    "path, absolute": "/etc/passwd",
    "path, encoded twice": "%00%0d%0a%c0%ae%2e%2e%2f",
    "header": f"en\r\nX-{TAG}: 1\r\n\r\n<{TAG}>",
    "nul": "\0",
    "nul in words": "a\0b",
    "control": "\x01\x08\x1b[31m\x7f\x85",
    "lone surrogate": "\ud800a\udfff",
    "turned round": "\u202egnp.exe\u2066",
    "noncharacter": "\uffff\ufffe\U0010ffff",
    "joined marks": "Z" + "\u0316\u0301" * 200,
    "decomposed": "e\u0301\u0323" * 2_000,
    "wide digits": "𝟙１２３٣",
    "superscript digit": "²",
    "very long": "x" * 100_000,
    "very long word in words": "General Assembly " * 2_000,
    "number": "-1",
    "number, none": "0",
    "number past 32 bits": str(2**31),
    "number past 64 bits": str(2**63),
    "number past anything": "9" * 60,
    "number of many digits": "9" * 5_000,
    "no number": "NaN",
    "power": "1e309",
    "date": "0000-00-00",
    "date, the first": "0001-01-01",
    "date, the last": "9999-12-31",
    "no address": "//evil.example/x",
    "no address, either": "https:evil.example",
    "uuid": "00000000-0000-0000-0000-000000000000",
    "brackets": "[]",
    "deep": '{"a": ' * 500,
    "json": '{"a": [NaN, 1e999, {"__proto__": null}]}',
    "xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "empty": "",
    "space": " \t\u00a0\u3000",
}

_BROKEN_OUT = re.compile(rf'<{TAG}|" on{TAG}="')
_WORKED_OUT = ("zq8 obeyed", "root:x:0", "root:*:0", "Traceback (most recent call last)")
_AWAY = ("//", "\\", "http", "javascript:")


def harm(response: HttpResponse) -> Iterator[str]:
    """What a string did: broke out of its place, was worked out, made a header, or leads people away."""
    if response.status_code >= 500:
        yield str(response.status_code)
    headers = {name.lower(): value for name, value in response.headers.items()}
    if any(TAG in name for name in headers) or any("\n" in value for value in headers.values()):
        yield "a header was broken"
    if headers.get("location", "").startswith(_AWAY):
        yield f"it leads away: {headers['location'][:100]}"
    text = response.content.decode("utf-8", "replace")
    if "html" in headers.get("content-type", "") and (found := _BROKEN_OUT.search(text)):
        yield f"broke out: {text[max(0, found.start() - 100) : found.end() + 100]}"
    yield from (f"worked out: {each}" for each in _WORKED_OUT if each in text)
