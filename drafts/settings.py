"""Settings, from the environment alone; each variable is read in one place here.

One module, though long: who serves the site finds every setting in it, and the table of README is held to it.
"""

from __future__ import annotations

import datetime
import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.translation import gettext_lazy

BASE_DIR = Path(__file__).resolve().parent.parent

# Where the database and the secret of a local installation live: made on first use, never in git.
DATA_DIR = Path(os.environ.get("RAPPORTEUR_DATA", BASE_DIR / ".data"))


def _flag(name: str, default: bool) -> bool:
    return os.environ.get(name, "yes" if default else "no").lower() in {"1", "yes", "true", "on"}


def _number(name: str, default: int, least: int = 0) -> int:
    """A whole number; with one that is none, or too small, nothing is started."""
    said = os.environ.get(name, str(default))
    if not (said.isascii() and said.isdecimal()) or int(said) < least:
        raise SystemExit(
            f"{name} is {said!r}, and must be a whole number of {least} or more. README.md tells of it."
        )
    return int(said)


def _secret() -> str:
    """The signing key: from the environment, else made once and kept beside the database for its owner."""
    if key := os.environ.get("RAPPORTEUR_SECRET_KEY"):
        return key
    path = DATA_DIR / "secret.txt"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text(encoding="utf-8")


def _database() -> dict[str, Any]:
    """The database of ``DATABASE_URL``, else an SQLite file in the data folder."""
    database: dict[str, Any] = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_DIR / "rapporteur.sqlite3",
    }
    if url := os.environ.get("DATABASE_URL"):
        database = dict(dj_database_url.parse(url, conn_max_age=0, conn_health_checks=True))
    if database["ENGINE"] == "django.db.backends.postgresql":
        # Each request has a thread of its own, so connections wait for the next one in a pool. While the
        # database is started again a page waits for it, a few seconds, instead of failing.
        pool = {
            "min_size": 1,
            "max_size": _number("RAPPORTEUR_DATABASE_CONNECTIONS", 30, least=12),
            "timeout": 5,
        }
        database["OPTIONS"] = {"pool": pool} | database.get("OPTIONS", {})
    if database["ENGINE"] == "django.db.backends.sqlite3":
        # Writers queue at the start of their transaction instead of failing in its middle; what was answered
        # is on the disk.
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        } | database.get("OPTIONS", {})
    return database


def _kept_files() -> dict[str, Any]:
    """Where made reports are kept: in an S3-compatible bucket if one is named, else in the data folder."""
    if not (bucket := os.environ.get("RAPPORTEUR_BUCKET")):
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    options = {
        "bucket_name": bucket,
        "endpoint_url": os.environ.get("RAPPORTEUR_BUCKET_ADDRESS") or None,
        "region_name": os.environ.get("RAPPORTEUR_BUCKET_REGION") or None,
        "access_key": os.environ.get("RAPPORTEUR_BUCKET_KEY") or None,
        "secret_key": os.environ.get("RAPPORTEUR_BUCKET_SECRET") or None,
    }
    return {"BACKEND": "drafts.actions.buckets.BucketStorage", "OPTIONS": options}


DATA_DIR.mkdir(parents=True, exist_ok=True)
SECRET_KEY = _secret()
DEBUG = _flag("RAPPORTEUR_DEBUG", default=False)
ALLOWED_HOSTS = os.environ.get("RAPPORTEUR_HOSTS", "localhost 127.0.0.1 [::1]").split()
# Addresses whose word on where a request came from, and whether by TLS, is believed by ``manage.py serve``.
PROXIES = os.environ.get("RAPPORTEUR_PROXIES", "127.0.0.1")
CSRF_TRUSTED_ORIGINS = os.environ.get("RAPPORTEUR_ORIGINS", "").split()

INSTALLED_APPS = [
    "drafts.apps.DraftsConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks_db",
    "template_partials",
    "axes",
]

MIDDLEWARE = [
    "drafts.views.durations.DurationMiddleware",
    "drafts.views.isolation.IsolationMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "drafts.views.origin.OriginMiddleware",
    "drafts.views.seen.SeenMiddleware",
    "drafts.views.entering.SecondStepMiddleware",
    "drafts.views.errors.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

AUTH_USER_MODEL = "drafts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # counts, and lets nobody in
    "django.contrib.auth.backends.ModelBackend",
]
ROOT_URLCONF = "drafts.urls"
CSRF_FAILURE_VIEW = "drafts.views.errors.csrf_failure"
ASGI_APPLICATION = "drafts.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "drafts.views.context.site",
            ],
        },
    }
]

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
PASSWORD_RESET_TIMEOUT = 3600  # seconds that a link to choose a new password is good for
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"

# Wrong passwords for one account from one address. Not for the account alone: anybody could keep a delegate
# out on the eve of a vote; nor for the address alone: a delegation shares one.
AXES_FAILURE_LIMIT = _number("RAPPORTEUR_SIGN_IN_TRIES", 10)
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "drafts.views.errors.too_many_tries"
AXES_DISABLE_ACCESS_LOG = True  # who signed in and when is in the session and the record
AXES_VERBOSE = False
# It keeps what was sent with a wrong password; none of these.
AXES_SENSITIVE_PARAMETERS = ["username", "password", "new_password1", "new_password2", "code"]

# Who bears this token is told how the live texts are doing; whoever signs in as staff is, too.
HEALTH_TOKEN = os.environ.get("RAPPORTEUR_HEALTH_TOKEN", "")
# An institution's own sign-in (OpenID Connect), where its address is named.
OIDC_ISSUER = os.environ.get("RAPPORTEUR_OIDC_ISSUER", "")
OIDC_CLIENT_ID = os.environ.get("RAPPORTEUR_OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET = os.environ.get("RAPPORTEUR_OIDC_CLIENT_SECRET", "")
OIDC_NAME = os.environ.get("RAPPORTEUR_OIDC_NAME", "") or gettext_lazy("your institution")
OIDC_DOMAINS = set(os.environ.get("RAPPORTEUR_OIDC_DOMAINS", "").lower().split())
SECOND_STEP_REQUIRED = _flag("RAPPORTEUR_SECOND_STEP_REQUIRED", default=False)
SIGN_UP_OPEN = _flag("RAPPORTEUR_SIGN_UP", default=True)

# Mail goes out where a server for it is named.
EMAIL_HOST = os.environ.get("RAPPORTEUR_EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("RAPPORTEUR_EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("RAPPORTEUR_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("RAPPORTEUR_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = _flag("RAPPORTEUR_EMAIL_TLS", default=True)
EMAIL_TIMEOUT = 10  # seconds; somebody waits for the page
DEFAULT_FROM_EMAIL = os.environ.get("RAPPORTEUR_EMAIL_FROM", "rapporteur@localhost")
SITE_ADDRESS = os.environ.get("RAPPORTEUR_ADDRESS", "http://localhost:8000").rstrip("/")

# Reports that were made are kept there unless a bucket is named, for their owner alone; no address leads to
# them but through a view.
MEDIA_ROOT = DATA_DIR / "made"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

# Of the interface; a text has its own. English and French are complete, the others fall back to English
# where a string is not translated yet.
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("fr", "Français"),
    ("es", "Español"),
    ("ru", "Русский"),
    ("zh-hans", "中文"),
    ("ar", "العربية"),
]
LOCALE_PATHS = [BASE_DIR / "drafts" / "locale"]  # the program's own words before those of libraries
FORMAT_MODULE_PATH = ["drafts.locale"]  # dates in English; Django knows those of the other languages
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_AGE = 31_536_000
TIME_ZONE = os.environ.get("RAPPORTEUR_TIME_ZONE", "UTC")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
# As they are, found where they lie; or, as ``manage.py serve`` gathers them, compressed and under names that
# change with their content, so that browsers keep them for ever.
STATIC_GATHERED = _flag("RAPPORTEUR_STATIC_GATHERED", default=False)
_STATIC = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if STATIC_GATHERED
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {"default": _kept_files(), "staticfiles": {"BACKEND": _STATIC}}
# Each by its name: ``static/src`` and its libraries, which ``static/build`` is made from, are not served.
STATICFILES_DIRS = [
    (name, BASE_DIR / "static" / name)
    for name in ("css", "js", "img", "build")
    if (BASE_DIR / "static" / name).is_dir()
]
WHITENOISE_USE_FINDERS = not STATIC_GATHERED  # no collectstatic needed on a laptop

# What is done off the request, such as reading a long file, waits in the database (drafts/decisions/017).
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
WORKER = _flag("RAPPORTEUR_WORKER", default=True)  # whether the server itself works that off

# Sizes. A page that refuses a text says which of these it went over.
MAX_TEXT_BYTES = _number("RAPPORTEUR_MAX_TEXT_BYTES", 2_000_000)  # one pasted text; a long report has 500,000
MAX_FILE_BYTES = _number("RAPPORTEUR_MAX_FILE_BYTES", 20 << 20)  # one file; long ones with pictures have 5 MB
MAX_PAGES = _number("RAPPORTEUR_MAX_PAGES", 400)  # of one file; the longest resolutions have under 100
MAX_FILES = _number("RAPPORTEUR_MAX_FILES", 20)  # brought in at once
READING_SECONDS = _number("RAPPORTEUR_READING_SECONDS", 10)  # without getting on, before a reader is ended
READING_MEGABYTES = _number("RAPPORTEUR_READING_MEGABYTES", 1_000)  # of memory for a reader
PATIENCE = 1.5  # seconds for which a page waits for a reading; then it is done off the request

REPORT_SECONDS = _number("RAPPORTEUR_REPORT_SECONDS", 60)  # without getting on, before making one is ended
REPORT_MEGABYTES = _number("RAPPORTEUR_REPORT_MEGABYTES", 2_000)  # of memory for making one
MAX_REPORT_BYTES = _number("RAPPORTEUR_MAX_REPORT_BYTES", 1 << 30)  # of made reports that are kept in all
MAX_BATCH = _number("RAPPORTEUR_MAX_BATCH", 200)  # drafts in one batch; a committee has under 100 a session

# How much one person and one address may ask of what costs much, in percent of the table in core/limits.py.
LIMITS = _number("RAPPORTEUR_LIMITS", 100)

# The fields of a form, two texts each up to three times as long once percent-encoded, and a margin; and a
# whole request, which must not fill a disk before anybody looks at it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * MAX_TEXT_BYTES + 1_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = (
    10 * MAX_FILES
)  # beyond MAX_FILES a form says so itself; beyond this, nobody does
MAX_BODY_BYTES = DATA_UPLOAD_MAX_MEMORY_SIZE + MAX_FILES * MAX_FILE_BYTES

MAX_ARCHIVE_BYTES = int(os.environ.get("RAPPORTEUR_MAX_ARCHIVE_BYTES", 100_000_000))  # a whole draft

# A page runs and shows what comes from this site and stands in files of its own, and nothing else.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"

# Where the site's address says https, nothing goes over an open line: the proxy that ends TLS says so in
# X-Forwarded-Proto, and ``serve`` believes those named in RAPPORTEUR_PROXIES.
SECURE = SITE_ADDRESS.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^(health|ready|metrics)/$"]  # who watches over the server asks it directly
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # whether all names below this one speak TLS is not this site's to promise
    "security.W021",  # nor to have browsers know it beforehand
]

# Plain lines, or JSON for what collects them, with one for each request; no secret of an address in either.
LOGS = os.environ.get("RAPPORTEUR_LOGS", "plain")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "drafts.management.logs.Plain"},
        "json": {"()": "drafts.management.logs.Json"},
    },
    "filters": {"of request": {"()": "drafts.management.logs.OfRequest"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": LOGS, "filters": ["of request"]},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "uvicorn": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # They tell secrets of a sign-in, and addresses with such, where they are asked to tell all.
        "authlib": {"level": "WARNING"},
        "urllib3": {"level": "WARNING"},
        "drafts.requests": {"level": "INFO" if LOGS == "json" else "WARNING"},
    },
}
