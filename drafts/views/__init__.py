"""One module a resource. A view is a sentence: read what was sent, call, render."""
