from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('drafts', '0011_live_text'),
    ]

    operations = [
        migrations.RenameField('reading', 'pages_done', 'done'),
        migrations.RenameField('reading', 'pages', 'total'),
    ]
