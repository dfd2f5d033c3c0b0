import pytest

from drafts.views.origin import shortened

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "short"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox 140, Linux"),
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64) {WEBKIT} Chrome/141.0.0.0 Safari/537.36",
            "Chrome 141, Windows",
        ),
        (
            f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/141.0 Safari/537.36 Edg/141.0.1",
            "Edge 141, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1 Version/18.5 Safari/604.1",
            "Safari 18, iPhone",
        ),
        (
            f"Mozilla/5.0 (Linux; Android 15) {WEBKIT} Chrome/140.0 Mobile Safari/537.36",
            "Chrome 140, Android",
        ),
        ("curl/8.5.0", "curl 8"),
        ("Something-else/1.0 of somebody", "Something-else/1.0"),
        ("x" * 500, "x" * 80),
        ("", ""),
    ],
)
def test_a_browser_is_named_in_short(agent: str, short: str) -> None:
    assert shortened(agent) == short
