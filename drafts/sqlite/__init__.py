"""Django's SQLite, with connections that a server keeps."""
