"""A small OpenID Connect provider on loopback, strict as a real one: it signs, and takes each code once."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT_ID, CLIENT_SECRET = "rapporteur", "s3cret-of-the-client"


@dataclass
class Provider:
    """``claims`` say whom it vouches for; ``token_claims`` take the place of what a token would say."""

    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "ada-1"})
    token_claims: dict[str, Any] = field(default_factory=dict)
    short_token: bool = False  # says of the person no more than who they are
    denies: bool = False
    signed_by_another: bool = False
    issuer: str = ""
    issued: list[str] = field(default_factory=list)  # codes and tokens, which no log may hold

    def __post_init__(self) -> None:
        self._key = RSAKey.generate_key(2048, {"kid": "one"})
        self._codes: dict[str, dict[str, str]] = {}

    def answer(self, method: str, path: str, query: dict[str, str], sent: dict[str, str], head: Any) -> Any:
        """What is answered: something for JSON, or an address to go to."""
        if path == "/.well-known/openid-configuration":
            return self._metadata()
        if path == "/keys":
            return {"keys": [self._key.as_dict(private=False)]}
        if path == "/authorize":
            return self._authorize(query)
        if path == "/token" and method == "POST":
            return self._token(sent, head)
        if path == "/userinfo" and head["Authorization"].removeprefix("Bearer ") in self.issued:
            return self.claims
        return None

    def _metadata(self) -> dict[str, Any]:
        names = ("authorization", "token", "userinfo", "end_session")
        return {
            "issuer": self.issuer,
            "jwks_uri": f"{self.issuer}/keys",
            **{
                f"{name}_endpoint": f"{self.issuer}/{name.replace('authorization', 'authorize')}"
                for name in names
            },
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
        }

    def _authorize(self, query: dict[str, str]) -> str:
        assert (query["client_id"], query["response_type"]) == (CLIENT_ID, "code")
        assert query["code_challenge_method"] == "S256"
        assert {"openid", "email", "profile"} <= set(query["scope"].split())
        if self.denies:
            told = {"error": "access_denied", "state": query["state"]}
        else:
            code = self._issue()
            self._codes[code] = query
            told = {"code": code, "state": query["state"]}
        return f"{query['redirect_uri']}?{urlencode(told)}"

    def _token(self, sent: dict[str, str], head: Any) -> dict[str, Any] | None:
        known = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        asked = self._codes.pop(sent["code"], None)
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if (
            head["Authorization"] != f"Basic {known}"
            or asked is None
            or asked["redirect_uri"] != sent["redirect_uri"]
            or asked["code_challenge"] != challenge
        ):
            return None
        now = int(time.time())
        said = {"sub": self.claims["sub"]} if self.short_token else self.claims
        claims = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 60,
            "nonce": asked["nonce"],
            **said,
        }
        key = RSAKey.generate_key(2048, {"kid": "one"}) if self.signed_by_another else self._key
        token = jwt.encode({"alg": "RS256", "kid": "one"}, claims | self.token_claims, key)
        self.issued.append(token)
        return {"access_token": self._issue(), "token_type": "Bearer", "expires_in": 300, "id_token": token}

    def _issue(self) -> str:
        self.issued.append(secrets.token_urlsafe(24))
        return self.issued[-1]


@contextmanager
def serving(provider: Provider) -> Iterator[Provider]:
    """The provider behind a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._do({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._do({name: values[0] for name, values in parse_qs(body).items()})

        def _do(self, sent: dict[str, str]) -> None:
            url = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(url.query).items()}
            answer = provider.answer(self.command, url.path, query, sent, self.headers)
            self.send_response(302 if isinstance(answer, str) else 400 if answer is None else 200)
            if isinstance(answer, str):
                self.send_header("Location", answer)
            body = (
                b"" if isinstance(answer, str) else json.dumps(answer or {"error": "invalid_grant"}).encode()
            )
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *told: Any) -> None:
            """Nothing: what is logged is the program's to be looked at."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider.issuer = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join()
