"""The colours of ``static/css/tokens.css``, and how people see them.

Contrast is WCAG 2.2's (success criterion 1.4.3). Deficient sight is simulated by the matrices of Machado,
Oliveira and Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency” (2009), at
full severity. Distance is Euclidean in Ottosson's OKLab (2020), times 100: some 2 can just be told apart.
"""

from __future__ import annotations

import re
from pathlib import Path

TOKENS = Path(__file__).parents[2] / "static" / "css" / "tokens.css"
THEMES = ("light", "dark", "light, more contrast", "dark, more contrast")

Colour = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]

SIGHTS: dict[str, Matrix] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def tokens(theme: str) -> dict[str, str]:
    """The colour of each name in a theme, as ``#rrggbb``."""
    css = TOKENS.read_text(encoding="utf-8")
    plain, _, more = css.partition("@media (prefers-contrast: more)")
    found = _in(plain, theme)
    if "more contrast" in theme:
        found |= _in(more.partition("\n}\n")[0], theme)
    return found


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str, sight: str) -> float:
    """How far apart two colours look to such eyes."""
    pairs = zip(_oklab(_seen(one, sight)), _oklab(_seen(other, sight)), strict=True)
    return 100 * sum((a - b) ** 2 for a, b in pairs) ** 0.5


def _in(css: str, theme: str) -> dict[str, str]:
    dark = theme.startswith("dark")
    both = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", css)
    alone = re.findall(r"--([\w-]+): (#\w{6})", css)
    return {name: second if dark else first for name, first, second in both} | dict(alone)


def _linear(colour: str) -> Colour:
    red, green, blue = (_straight(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _straight(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _seen(colour: str, sight: str) -> Colour:
    red, green, blue = (min(1.0, max(0.0, each)) for each in _times(SIGHTS[sight], _linear(colour)))
    return red, green, blue


def _times(matrix: Matrix, value: Colour) -> Colour:
    red, green, blue = (sum(a * b for a, b in zip(row, value, strict=True)) for row in matrix)
    return red, green, blue


def _oklab(linear: Colour) -> Colour:
    to_cones: Matrix = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    to_lab: Matrix = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    long, middle, short = (each ** (1 / 3) for each in _times(to_cones, linear))
    return _times(to_lab, (long, middle, short))
