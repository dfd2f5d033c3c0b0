"""``manage.py read`` and ``compare``: what goes in, what comes out, and what is said when it cannot."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pty
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from drafts.core import compare
from drafts.formats import read, to_json
from drafts.management import files
from tests.texts import NEW, OLD
from tests.word_files import deleted, docx, ins, p, r

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.django_db  # a name that is no file may be the symbol of a stored version


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """A folder with a draft and its revision, in which we stand."""
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    """Run a command; its exit status."""
    try:
        call_command(*arguments)
    except SystemExit as stopped:
        return stopped.code
    return 0


def piped(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_text_is_shown_with_labels(texts, capfd):
    assert run("read", "old.txt") == 0
    shown = capfd.readouterr().out
    assert "\n1.  Takes note of the report of the Secretary-General;\n" in shown
    assert "\x1b" not in shown


def test_text_becomes_json(texts, capfd):
    assert run("read", "old.txt", "--to", "json") == 0
    assert json.loads(capfd.readouterr().out) == to_json(read(OLD.encode(), "old.txt"))


def test_standard_input_is_text(texts, capfd, monkeypatch):
    piped(monkeypatch, OLD.encode())
    assert run("read", "-", "--to", "json") == 0
    assert json.loads(capfd.readouterr().out)["title"] == "Strengthening the crime prevention programme"


def test_doubts_are_mentioned_and_listed_on_request(texts, capfd):
    (texts / "empty.txt").write_text("")
    assert run("read", "empty.txt") == 0
    told = "empty.txt: 1 doubt about how it was read; manage.py read empty.txt --doubts shows it.\n"
    assert capfd.readouterr().err == told
    assert run("read", "empty.txt", "--doubts") == 0
    shown = capfd.readouterr()
    assert ("Doubts: 1" in shown.out, shown.err) == (True, "")
    assert run("compare", "old.txt", "empty.txt") == 0
    assert capfd.readouterr().err == told


def test_comparison_is_written_to_a_file(texts, capfd):
    assert run("compare", "old.txt", "new.txt", "--to", "json", "-o", "report.json") == 0
    assert capfd.readouterr().out == ""
    expected = compare(read(OLD.encode(), "old.txt"), read(NEW.encode(), "new.txt"))
    assert json.loads((texts / "report.json").read_text("utf-8")) == to_json(expected)


def test_check_tells_by_the_exit_status_whether_texts_differ(texts):
    assert run("compare", "old.txt", "new.txt", "--check") == 1
    assert run("compare", "old.txt", "old.txt", "--check") == 0
    assert run("compare", "old.txt", "new.txt") == 0


def test_written_file_has_the_usual_rights_and_keeps_those_it_had(texts):
    umask = os.umask(0o027)
    try:
        run("read", "old.txt", "-o", "out.txt")
        assert stat.S_IMODE((texts / "out.txt").stat().st_mode) == 0o640
        (texts / "out.txt").chmod(0o600)
        run("read", "old.txt", "-o", "out.txt")
    finally:
        os.umask(umask)
    assert stat.S_IMODE((texts / "out.txt").stat().st_mode) == 0o600


def test_file_that_cannot_be_written_whole_is_left_as_it_was(texts, monkeypatch):
    (texts / "out.txt").write_text("before")

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run("read", "old.txt", "-o", "out.txt") == 2
    assert (texts / "out.txt").read_text() == "before"
    assert sorted(each.name for each in texts.iterdir()) == ["new.txt", "old.txt", "out.txt"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["read", "no.txt"], "no.txt: there is no such file, and no version under such a symbol."),
        (
            ["read", "A/C.3/61/L.8"],
            "A/C.3/61/L.8: there is no such file, and no version under such a symbol.",
        ),
        (["read", "."], ".: Is a directory."),
        (["read", "old.pdf"], "old.pdf: it is a damaged or incomplete PDF. Get it anew from where it came."),
        (["read", "picture.txt"], "picture.txt: this is a picture. Copy the words out of it."),
        (["read", "broken.json"], "broken.json, line 1, column 2: this is not JSON"),
        (
            ["read", "old.txt", "-o", "no/such/folder"],
            "no/such/folder cannot be written: No such file or directory.",
        ),
        (["compare", "-", "-"], "standard input: only one of the two texts can come from there."),
    ],
)
def test_refusal_is_one_line_and_status_2(texts, capfd, arguments, line):
    (texts / "old.pdf").write_bytes(b"%PDF-1.7")
    (texts / "picture.txt").write_bytes(b"\x89PNG\r\n")
    (texts / "broken.json").write_text("{")
    assert run(*arguments) == 2
    told = capfd.readouterr().err
    assert told.startswith(f"manage.py: {line}")
    assert told.count("\n") == 1


def test_endless_input_is_refused_at_the_limit(texts, capfd):
    (texts / "zero.txt").symlink_to("/dev/zero")
    assert run("read", "zero.txt") == 2
    assert "larger than the 8.0 MB" in capfd.readouterr().err


def test_long_work_says_what_it_does_on_a_terminal_only(monkeypatch, capsys):
    monkeypatch.setattr(files, "PATIENCE", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with files.told("Reading a.txt"):
        time.sleep(0.2)
    assert capsys.readouterr().err == "Reading a.txt …\n"


def test_reader_who_goes_away_is_no_fault(texts):
    command = f"'{sys.executable}' '{ROOT / 'manage.py'}' read long.txt | head -1"
    (texts / "long.txt").write_text(OLD + "\n".join(f"\n{n}. Notes the matter;" for n in range(4, 4000)))
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
    assert ran.stderr == ""


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_terminal_sees_colours_unless_it_asks_for_none(texts, environment, coloured):
    mine, theirs = pty.openpty()
    command = [sys.executable, ROOT / "manage.py", "compare", "old.txt", "new.txt"]
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(command, stdout=theirs, env=kept | {"TERM": "xterm"} | environment, check=True)
    os.close(theirs)
    assert (b"\x1b[32;4m" in os.read(mine, 65536)) is coloured
    os.close(mine)


def test_word_file_with_tracked_changes_is_compared_by_itself(texts, capfd):
    tracked = docx(
        p(r("The General Assembly,")), p(r("1. Takes "), deleted("grim"), ins(r("glad")), r(" note of it."))
    )
    (texts / "a.docx").write_bytes(tracked)
    assert run("compare", "a.docx", "--check") == 1
    shown = capfd.readouterr()
    assert "[-grim-]{+glad+}" in shown.out
    assert "a.docx: changes by Ana (2, 2026-01-02).\n" in shown.err


@pytest.mark.parametrize("name", ["plain.docx", "old.txt", "-"])
def test_text_that_tracks_no_changes_needs_another_to_be_compared_with(name, texts, capfd):
    (texts / "plain.docx").write_bytes(docx(p(r("words"))))
    assert run("compare", name) == 2
    assert capfd.readouterr().err == (
        f"manage.py: {name}: it holds no tracked changes, so that there is nothing to compare it with. "
        "Name a second text after it.\n"
    )


def test_report_is_laid_out_as_asked(texts, capfd):
    assert run("compare", "old.txt", "new.txt", "--context", "0", "--language", "fr", "--no-sponsors") == 0
    shown = capfd.readouterr().out
    assert "… 2 paragraphes inchangés, de par. 3 à par. 4 …" in shown
    assert "Benin" not in shown


def test_cover_sheet_names_files_and_digests_that_can_be_checked(texts, capfd):
    assert run("compare", "old.txt", "new.txt", "--cover") == 0
    shown = " ".join(capfd.readouterr().out.split())
    assert run("read", "old.txt", "--to", "json") == 0
    text = capfd.readouterr().out.encode()
    assert "File: old.txt → new.txt" in shown
    assert f"SHA-256 of the file, Old: {hashlib.sha256(OLD.encode()).hexdigest()}" in shown
    assert f"SHA-256 of the text, Old: {hashlib.sha256(text).hexdigest()}" in shown


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--to", "json", "--show", "table"], "A report as json cannot show 'table', since"),
        (["--to", "docx", "--cover"], "Ask for it with 'table' or 'summary'."),
        (["--author", "Italy"], "--author is that of tracked changes"),
        (["--to", "docx", "--date", "today"], "--date today is no date; write it as 2026-11-25T09:00:00Z."),
        (["--context", "100"], "The context is 0 to 99 paragraphs, not 100."),
    ],
)
def test_option_that_cannot_be_is_refused_in_one_line(texts, capfd, options, told):
    assert run("compare", "old.txt", "new.txt", *options) == files.REFUSED
    refusal = capfd.readouterr().err
    assert told in refusal
    assert refusal.count("\n") == 1


def test_akoma_ntoso_that_marks_changes_is_a_comparison_by_itself(texts, capfd):
    assert run("compare", "old.txt", "new.txt", "--to", "akn", "-o", "marked.xml") == 0
    assert run("compare", "old.txt", "new.txt") == 0
    told = capfd.readouterr().out
    assert run("compare", "marked.xml") == 0
    assert capfd.readouterr().out == told


def test_only_a_pdf_has_line_numbers(texts, capfd):
    assert run("read", "old.txt", "--line-numbers") == files.REFUSED
    assert "ask for them with --to pdf" in capfd.readouterr().err
    assert run("read", "old.txt", "--to", "pdf", "--line-numbers", "-o", "old.pdf") == 0
