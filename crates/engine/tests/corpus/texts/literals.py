"""literal_eval of everything it takes, and what it refuses."""
import ast

for t in ('1', '-1', '+2.5', '1e3', '0x1F', '1_000', "'a'", '"b\\n"', "b'x'", "r'\\n'", '[1, 2]', '(1,)', '()', '{}', '{1: 2, "a": [None, True]}', '{1, 2}', 'set()', '1+2j', '-3j', "'a' 'b'", ' 5', '(1)', '[1,]', '"""x\ny"""', '1, 2', '"\\u00e9\\x41"'):
    print(repr(t), repr(ast.literal_eval(t)))
for t in ('a', 'f(1)', '1+1', '[a]', '{1: b}', '', '1 2', '[1', '"a', '__import__("os")', 'lambda: 1', 'x.y', '2**3'):
    try: print(repr(t), ast.literal_eval(t))
    except (ValueError, SyntaxError) as e: print(repr(t), type(e).__name__, str(e).split(' at 0x')[0][:60] if isinstance(e, ValueError) else '')
