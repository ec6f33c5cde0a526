import textwrap


def usage():
    text = """
        Usage:
          run [options]

            --deep   indented more
        End
    """
    return textwrap.dedent(text)


print(repr(usage()))
print(textwrap.dedent("  a\n\tb\n  c"), textwrap.dedent("    x\n   \n      y\n"), repr(textwrap.dedent("no\n  margin")))
print(textwrap.indent("one\n\ntwo\n", "> "))
print(textwrap.indent("one\n\ntwo\n", "+ ", lambda line: True))
print(textwrap.indent(textwrap.dedent("    a\n      b"), "--"))
