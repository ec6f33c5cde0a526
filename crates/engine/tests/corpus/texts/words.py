"""Keywords and a shell's words."""
import keyword
import shlex

print(keyword.kwlist, keyword.iskeyword('if'), keyword.issoftkeyword('match'))
print(shlex.split('a "b c" d\\ e \'f g\' "x\\"y" z#q'), shlex.quote('a b'), shlex.quote("it's"), shlex.quote(''), shlex.quote('safe'), shlex.join(['a', 'b c']), shlex.split('a # c', comments=True))
for t in ('"a', 'a\\'):
    try: shlex.split(t)
    except ValueError as e: print(e)
