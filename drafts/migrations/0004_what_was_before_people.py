"""What was done before there were roles and a record: whoever began a draft runs it, the others draft, and
the versions that are there already are told on the timeline."""

from django.db import migrations


def give_roles(apps, schema_editor):
    Person = apps.get_model("drafts", "Person")
    for person in Person.objects.select_related("draft"):
        if person.user_id == person.draft.created_by_id:
            Person.objects.filter(pk=person.pk).update(role="facilitator")


def tell_versions(apps, schema_editor):
    Draft, Deed = apps.get_model("drafts", "Draft"), apps.get_model("drafts", "Deed")
    Version = apps.get_model("drafts", "Version")
    for draft in Draft.objects.select_related("created_by"):
        past = {"draft": draft, "role": ""}
        Deed.objects.create(
            kind="draft-started", words="started this draft", user=draft.created_by,
            who=draft.created_by.username, at=draft.created_at, **past,
        )  # fmt: skip
        for version in Version._base_manager.filter(draft=draft, sealed_at__isnull=False).order_by("number"):
            name = version.symbol or f"Version {version.number}"
            Deed.objects.create(
                kind="version-issued", words=f"issued {name} as version {version.number}",
                details={"version": version.number, "symbol": version.symbol},
                user=version.created_by, who=version.created_by.username, at=version.created_at,
                date=version.date, **past,
            )  # fmt: skip
            if version.symbol:
                Draft.objects.filter(pk=draft.pk).update(state="issued")


class Migration(migrations.Migration):
    dependencies = [("drafts", "0003_people")]

    operations = [
        migrations.RunPython(give_roles, migrations.RunPython.noop),
        migrations.RunPython(tell_versions, migrations.RunPython.noop),
    ]
