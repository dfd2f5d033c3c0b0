"""What can be set is told in the README, and what the examples of drafts/docs name exists."""

from __future__ import annotations

import ast
import itertools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

from drafts.management import bootstrap

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "drafts" / "docs"
EXAMPLES = sorted(path for path in DOCS.iterdir() if path.name != "README.md")
OURS = re.compile(r"RAPPORTEUR_[A-Z_]+|DATABASE_URL|RESOLUTIONS_CORPUS")
TABLE = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))


def read_from_the_environment(file: Path) -> Iterator[str]:
    """Names that a module reads: ``os.environ["X"]``, ``os.environ.get("X")``, and how settings wrap it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            yield from _constant(node.slice)
        if isinstance(node, ast.Call) and node.args:
            function = ast.unparse(node.func)
            if function in {"os.environ.get", "os.getenv", "_flag", "_number"}:
                yield from _constant(node.args[0])


def _constant(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def test_each_setting_stands_in_the_readme() -> None:
    named = {
        found
        for file in (*ROOT.glob("drafts/**/*.py"), *ROOT.glob("tests/**/*.py"))
        for found in re.findall(r"[\"'](RAPPORTEUR_[A-Z_]+)[\"']", file.read_text(encoding="utf-8"))
    }
    assert named == {name for name in TABLE if name.startswith("RAPPORTEUR_")}


def test_what_settings_read_is_told_and_what_is_told_is_read() -> None:
    of_settings = set(read_from_the_environment(ROOT / "drafts" / "settings.py"))
    assert of_settings - TABLE == set()
    elsewhere = {
        name
        for folder in ("drafts", "tests")
        for file in ROOT.glob(f"{folder}/**/*.py")
        for name in read_from_the_environment(file)
    }
    assert TABLE - elsewhere == set()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_examples_name_settings_that_exist(example: Path) -> None:
    assert set(OURS.findall(example.read_text(encoding="utf-8"))) - TABLE == set()


def test_examples_call_commands_that_exist_with_options_that_they_have() -> None:
    called = [
        (command, options.split())
        for example in (*EXAMPLES, DOCS / "README.md")
        for command, options in re.findall(
            r"manage\.py[\", ]+([a-z_]+)((?:[\", ]+--[a-z-]+)*)", example.read_text(encoding="utf-8")
        )
    ]
    assert {command for command, _ in called} == {
        "serve", "migrate", "createsuperuser", "db_worker", "send_digests", "backup",
    }  # fmt: skip
    for name, options in called:
        parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
        known = {option for action in parser._actions for option in action.option_strings}
        assert {option.strip('",') for option in options} - {""} <= known, name


def test_the_readme_of_the_examples_names_each() -> None:
    told = (DOCS / "README.md").read_text(encoding="utf-8")
    named = [path.name for path in EXAMPLES if path.name not in told]
    assert named == [
        "rapporteur-backup.timer",
        "rapporteur-digests.timer",
    ]  # as “.timer”
    assert told.count("`.timer`") == 2


@pytest.mark.parametrize("procedure", ["The first time", "A new version"])
def test_what_units_may_not_write_is_made_before_they_start(procedure: str) -> None:
    told = (DOCS / "README.md").read_text(encoding="utf-8")
    (steps,) = re.findall(rf"\*\*{procedure}\*\*:(.*?)\n\n", told, re.DOTALL)
    before = steps.split("then the units" if "then the units" in steps else "restart the services")[0]
    assert set(re.findall(r"manage\.py (\w+)", before)) & set(bootstrap.SHOWING) == {"migrate"}


@pytest.mark.parametrize("said", ["many", "-1", "٣", "3"])
def test_a_setting_that_is_no_number_or_too_small_is_refused_in_a_line(said: str) -> None:
    environment = {
        **os.environ, "RAPPORTEUR_DATABASE_CONNECTIONS": said, "DATABASE_URL": "postgresql://127.0.0.1/none"
    }  # fmt: skip
    tried = subprocess.run(
        [sys.executable, "-c", "import drafts.settings"], env=environment, capture_output=True, text=True
    )
    (line,) = tried.stderr.splitlines()
    assert line.startswith(f"RAPPORTEUR_DATABASE_CONNECTIONS is {said!r}")


def test_the_proxy_lets_through_what_the_program_takes() -> None:
    found = re.search(r"client_max_body_size (\d+)m;", (DOCS / "nginx.conf").read_text(encoding="utf-8"))
    assert found
    assert int(found[1]) << 20 > settings.MAX_BODY_BYTES


def test_nginx_takes_its_example(tmp_path: Path) -> None:
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("nginx is not installed here")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    openssl = shutil.which("openssl") or "openssl"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-subj", "/CN=drafts.example.org", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    example = (DOCS / "nginx.conf").read_text(encoding="utf-8")
    for named, ours in {
        r"/etc/letsencrypt/\S+fullchain.pem": str(certificate),
        r"/etc/letsencrypt/\S+privkey.pem": str(key),
        r"/var/log/nginx/\S+.log": str(tmp_path / "access.log"),
    }.items():
        example, changed = re.subn(named, ours, example)
        assert changed == 1
    sockets = itertools.count()  # for not everybody may take port 443
    example = re.sub(r"listen \S+?(?=[ ;])", lambda _: f"listen unix:{tmp_path}/{next(sockets)}", example)
    whole = tmp_path / "nginx.conf"
    paths = "".join(
        f"{name}_temp_path {tmp_path / name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\n{paths}{example}}}\n", encoding="utf-8")
    tried = subprocess.run(
        [program, "-t", "-q", "-e", str(tmp_path / "error.log"), "-c", str(whole)],
        capture_output=True, text=True,
    )  # fmt: skip
    assert tried.returncode == 0, tried.stderr


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if not program:
        pytest.skip("systemd is not installed here")
    units = []
    for unit in (*DOCS.glob("*.service"), *DOCS.glob("*.timer")):
        # Where the program would be installed is nothing here.
        text = unit.read_text(encoding="utf-8").replace("/opt/rapporteur/.venv/bin/python", "/bin/true")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
        units.append(str(tmp_path / unit.name))
    tried = subprocess.run([program, "verify", "--man=no", *units], capture_output=True, text=True)
    said = [line for line in tried.stderr.splitlines() if str(tmp_path) in line or "rapporteur" in line]
    assert said == []
