"""How many comparison pages a second, beside a page of Django's that says always the same."""
