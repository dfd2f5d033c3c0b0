"""A short draft and its revision, as pasted: one paragraph moved, one edited, one added."""

OLD = """Andorra and Italy: draft resolution

Strengthening the crime prevention programme

The General Assembly,

Recalling its resolution 60/175 of 16 December 2005,

Bearing in mind the needs of developing countries,

1. Takes note of the report of the Secretary-General;

2. Invites Member States to contribute to the trust fund;

3. Requests the Secretary-General to report to it at its next session.
"""

NEW = """Andorra, Benin and Italy: revised draft resolution

Strengthening the crime prevention programme

The General Assembly,

Bearing in mind the needs of developing countries,

Recalling its resolution 60/175 of 16 December 2005,

1. Takes note with appreciation of the report of the Secretary-General;

2. Decides to establish a register of requests for assistance;

3. Invites Member States to contribute to the trust fund;

4. Requests the Secretary-General to report to it at its next session.
"""
