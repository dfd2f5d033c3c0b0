"""The first minute on a bare machine. A small script plays the Python of ``.venv`` and keeps a log."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from drafts.management import bootstrap, environment
from drafts.management.environment import Environment, SetUpError

ROOT = Path(__file__).resolve().parents[2]

# Answers "import x" by the file can-import-x, logs every "-m pip", which fails where the file fail is.
PLAYED_PYTHON = """#!/bin/sh
cd "$(dirname "$0")/.."
case "$1 $2" in
  "-c import "*) test -e "can-import-${2#import }" ;;
  "-m pip")
    echo "$@" >> pip.log
    cat rapporteur.stamp > stamp-while-installing
    if test -e fail; then echo "ERROR: no route to the index"; exit 1; fi
    touch can-import-django ;;
esac
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "requirements.txt").write_text("django==5.2\n")
    (tmp_path / "requirements-dev.txt").write_text("django==5.2\npytest==9\n")
    return tmp_path


@pytest.fixture
def made(root, monkeypatch):
    """Environments as they are made in this test; making one costs no second."""
    count = []

    def make(env):
        count.append(env)
        play_python(env)

    monkeypatch.setattr(environment, "_make", make)
    return count


@pytest.fixture
def bare(monkeypatch):
    """We run in a Python without Django."""
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)


def play_python(env, *importable):
    env.python.parent.mkdir(parents=True, exist_ok=True)
    env.python.write_text(PLAYED_PYTHON)
    env.python.chmod(0o755)
    for name in ("pip", *importable):
        (env.folder / f"can-import-{name}").touch()


def pip_calls(env):
    log = env.folder / "pip.log"
    return log.read_text().splitlines() if log.exists() else []


def test_bare_machine_gets_an_environment_with_the_locked_libraries(root, made, bare):
    env = Environment(root)
    assert bootstrap.python_for(env) == env.python
    assert made == [env]
    assert [call.split()[-2:] for call in pip_calls(env)] == [
        ["--requirement", str(root / "requirements.txt")]
    ]
    assert "--require-hashes" in pip_calls(env)[0]


def test_second_run_hands_over_and_installs_nothing(root, made, bare):
    env = Environment(root)
    bootstrap.python_for(env)
    assert bootstrap.python_for(env) == env.python
    assert len(pip_calls(env)) == 1


def test_changed_lock_is_installed_into_the_same_environment(root, made, bare):
    env = Environment(root)
    bootstrap.python_for(env)
    (root / "requirements.txt").write_text("django==5.2.1\n")
    bootstrap.python_for(env)
    assert (len(made), len(pip_calls(env))) == (1, 2)


def test_tests_need_the_larger_lock_and_everything_else_is_content_with_it(root, made, bare):
    bootstrap.python_for(Environment(root))
    bootstrap.python_for(Environment(root, testing=True))
    bootstrap.python_for(Environment(root))
    names = [Path(call.split()[-1]).name for call in pip_calls(Environment(root))]
    assert names == ["requirements.txt", "requirements-dev.txt"]


def test_set_up_stopped_while_installing_begins_afresh(root, made, bare):
    env = Environment(root)
    play_python(env, "django")
    env.stamp.write_text("")
    bootstrap.python_for(env)
    assert made == [env]
    assert env.is_whole()


def test_stamp_is_empty_while_pip_works(root, made, bare):
    env = Environment(root)
    bootstrap.python_for(env)
    (root / "requirements.txt").write_text("django==5.2.1\n")
    bootstrap.python_for(env)
    assert (env.folder / "stamp-while-installing").read_text() == ""


def test_set_up_stopped_while_making_the_environment_begins_afresh(root, made, bare):
    env = Environment(root)
    env.folder.mkdir()
    bootstrap.python_for(env)
    assert made == [env]


def test_environment_someone_else_made_is_used_as_it_is(root, made, bare):
    env = Environment(root)
    play_python(env, "django")
    assert bootstrap.python_for(env) == env.python
    assert (made, pip_calls(env), env.stamp.exists()) == ([], [], False)


def test_own_python_with_django_is_left_alone(root, made):
    assert bootstrap.python_for(Environment(root)) is None
    assert not (root / ".venv").exists()


def test_running_in_the_environment_with_a_changed_lock_installs_and_starts_again(root, made, monkeypatch):
    env = Environment(root)
    play_python(env, "django")
    env.stamp.write_text("requirements.txt of-another-day\n")
    monkeypatch.setattr(sys, "prefix", str(env.folder))
    assert bootstrap.python_for(env) == env.python
    assert len(pip_calls(env)) == 1
    assert bootstrap.python_for(env) is None


def test_failing_pip_is_one_line_with_the_reason_and_status_2(root, made, bare, capsys):
    env = Environment(root)
    play_python(env)
    (env.folder / "fail").touch()
    assert bootstrap.main(["manage.py", "demo"], root) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == (
        "manage.py: pip could not install the libraries: no route to the index. "
        "If the network is at fault (or needs a proxy), mend that and run the same command again."
    )
    assert not env.is_whole()


def test_missing_venv_module_names_the_package_to_install(root, bare, capsys):
    assert bootstrap.main(["manage.py", "demo"], root) == 2
    assert "apt install python3-venv" in capsys.readouterr().err.splitlines()[-1]


def test_own_python_that_lacks_a_library_is_told_which(root):
    (root / "pyproject.toml").write_text(
        '[project]\ndependencies = ["django>=5", "no-such-library>=1"]\n'
        '[dependency-groups]\ndev = ["nor-this"]\n'
    )
    with pytest.raises(SetUpError, match="but not no-such-library. Install"):
        bootstrap.check_complete(Environment(root))
    with pytest.raises(SetUpError, match="but not no-such-library, nor-this. Install .*requirements-dev.txt"):
        bootstrap.check_complete(Environment(root, testing=True))


def test_command_is_handed_over_with_its_arguments(root, made, monkeypatch):
    started = []
    monkeypatch.setattr(bootstrap.os, "execv", lambda python, command: started.append((python, command)))
    bootstrap.hand_over(root / "python", ["manage.py", "read", "a b.txt"])
    assert started == [
        (root / "python", [str(root / "python"), str(Path("manage.py").resolve()), "read", "a b.txt"])
    ]


def test_manage_py_can_be_read_by_an_old_python():
    ast.parse((ROOT / "manage.py").read_text("utf-8"), feature_version=(3, 6))


def test_both_locks_agree_on_every_library_they_share():
    def pins(name):
        return {line.split(" ")[0] for line in (ROOT / name).read_text("utf-8").splitlines() if "==" in line}

    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def test_real_environment_is_made_and_found_whole_but_for_its_libraries(tmp_path):
    """The one test that lets Python make a real environment (seconds). An empty lock installs nothing."""
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    env = Environment(tmp_path)
    with pytest.raises(SetUpError, match="is broken"):
        environment.set_up(env)
    assert env.can_import("pip")
    assert not env.is_whole()
    ran = subprocess.run(
        [env.python, "-c", "import sys; print(sys.prefix)"], capture_output=True, text=True, check=True
    )
    assert Path(ran.stdout.strip()).samefile(env.folder)
