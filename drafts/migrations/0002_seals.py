"""The database refuses to change a sealed version."""

from django.db import migrations

from drafts.models import seals


class Migration(migrations.Migration):
    dependencies = [("drafts", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: seals.place(schema_editor.connection),
            lambda apps, schema_editor: seals.lift(schema_editor.connection),
        )
    ]
