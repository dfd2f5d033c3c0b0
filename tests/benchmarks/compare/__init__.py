"""How well and how fast texts are compared: revisions of known truth, a scorer, and other tools."""
