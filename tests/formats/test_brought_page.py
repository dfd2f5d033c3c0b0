"""What a clipboard held as a page is read as one, whatever encoding it says it had."""

from drafts.formats import read
from drafts.formats.brought import Brought


def test_page_from_the_clipboard_is_read_whatever_encoding_it_names() -> None:
    markup = '<meta charset="windows-1252"><p><i>L’Assemblée générale</i>,</p>'
    brought = Brought.of_markup(markup)
    value = read(brought.data, brought.name)
    assert [(each.text, each.italics[0].end) for each in value.paragraphs] == [("L’Assemblée générale,", 20)]
    assert (brought.pasted, brought.boxed) == (False, True)
