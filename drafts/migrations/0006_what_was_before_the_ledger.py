"""The ledger of drafts that were there before it: what the lists of their versions tell."""

from django.db import migrations


def read_versions(apps, schema_editor):
    Draft, Version = apps.get_model("drafts", "Draft"), apps.get_model("drafts", "Version")
    for draft in Draft.objects.all():
        standing = {}
        for version in Version._base_manager.filter(draft=draft, sealed_at__isnull=False).order_by("number"):
            standing = follow(apps.get_model("drafts", "Sponsorship"), draft, version, standing)


def follow(Sponsorship, draft, version, standing):
    named = {each.code or each.name.casefold(): each for each in version.sponsors.order_by("position")}
    if not named:
        return standing
    for act, whom in (("joined", named.keys() - standing.keys()), ("withdrew", standing.keys() - named.keys())):
        for key in [key for key in (*named, *standing) if key in whom]:
            sponsor = named.get(key) or standing[key]
            Sponsorship.objects.create(
                draft=draft, act=act, kind="state" if sponsor.code else "group", code=sponsor.code,
                name="" if sponsor.code else sponsor.name, main=version.number == 1 and len(named) == 1,
                date=version.date, version=version, with_version=True, by=version.created_by,
            )  # fmt: skip
    return named


class Migration(migrations.Migration):
    dependencies = [("drafts", "0005_sponsorship")]

    operations = [migrations.RunPython(read_versions, migrations.RunPython.noop)]
