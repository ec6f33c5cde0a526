import string
from string import Template

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits)
print(repr(string.punctuation), repr(string.whitespace), len(string.printable), string.ascii_letters[:3])
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = Template("$who likes ${what}s, costs $$5")
print(t.substitute(who="tim", what="apple"), t.substitute({"who": "ann", "what": "pear"}, what="fig"))
print(t.safe_substitute(who="x"), t.template, Template("$a $b $a").get_identifiers(), Template("$ x").is_valid())
for call in (lambda: t.substitute(who="x"), lambda: Template("bad $ here").substitute(), lambda: Template("line\n  $1").substitute()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Percent(Template):
    delimiter = "%"


print(Percent("%name has %% and $name").substitute(name="q"), Template("$n items").safe_substitute({"n": 3}))
