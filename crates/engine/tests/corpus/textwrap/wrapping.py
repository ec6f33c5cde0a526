import textwrap

text = """The quick brown fox jumped over the lazy dog. It was a well-known, state-of-the-art fox -- or so
it	said. Averyveryveryverylongwordthatdoesnotfit came (after) all; e.g. "quotes" too!"""
for width in (20, 33, 50):
    for line in textwrap.wrap(text, width):
        print(repr(line))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten("Hello  world, this is long", 18), textwrap.shorten("Hello world", 5), textwrap.shorten("Hello world, hi", 12, placeholder=".."))
print(textwrap.wrap(text, 25, break_long_words=False, max_lines=3))
print(textwrap.wrap("a-b-c-d-e well-known x" * 2, 9, break_on_hyphens=False), textwrap.wrap("", 10), textwrap.wrap("  lead", 10, drop_whitespace=False))
print(textwrap.wrap("One sentence. Another one! a third", 60, fix_sentence_endings=True))
wrapper = textwrap.TextWrapper(width=15, max_lines=2, placeholder="~")
print(wrapper.wrap("one two three four five six seven"))
try:
    textwrap.wrap("x", 0)
except ValueError as error:
    print(error)
