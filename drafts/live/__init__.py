"""The live text: what the people in a draft are writing now, in one shared document.

``messages`` is what goes over the wire and ``room`` what happens in one draft's room, both pure; ``hub`` runs
the rooms of this process, ``socket`` is the door. The document's shape is in ``formats.shared``, its log in
``actions.live`` and ``queries.live``.
"""
