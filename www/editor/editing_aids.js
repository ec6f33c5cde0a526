// What helps with editing but is not needed to begin: completion, search, closing brackets, marks of diagnostics. Fetched by
// the editor once somebody edits, or a little after it is there.

import { autocompletion, closeBrackets, closeBracketsKeymap, completeAnyWord, completeFromList, completionKeymap, ifNotIn } from "@codemirror/autocomplete";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";

const names = (type, text) => text.split(" ").map((label) => ({ label, type }));

// Python's words; what the script itself uses comes from its own text.
const words = [
  ...names("keyword", "and as assert async await break class continue def del elif else except finally for from global if import in is lambda match case nonlocal not or pass raise return try while with yield"),
  ...names("constant", "False None True __name__ __file__"),
  ...names("function", "abs aiter all anext any ascii bin breakpoint callable chr compile delattr dir divmod enumerate eval exec filter format getattr globals hasattr hash help hex id input isinstance issubclass iter len locals map max min next oct open ord pow print range repr reversed round setattr sorted sum vars zip __import__"),
  ...names("class", "bool bytearray bytes classmethod complex dict float frozenset int list memoryview object property set slice staticmethod str super tuple type"),
  ...names("type", "ArithmeticError AssertionError AttributeError BaseException BrokenPipeError ConnectionError EOFError Exception ExceptionGroup FileNotFoundError GeneratorExit ImportError IndexError InterruptedError KeyError KeyboardInterrupt LookupError NameError NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SystemExit TimeoutError TypeError UnicodeDecodeError UnicodeEncodeError ValueError Warning ZeroDivisionError"),
];
const outsideText = (source) => ifNotIn(["String", "FormatString", "Comment"], source);

export { setDiagnostics };

// `language` is the editor's own, so that this file brings no second grammar.
export const editingAids = (language) => [
  closeBrackets(),
  autocompletion(),
  language.data.of({ autocomplete: outsideText(completeFromList(words)) }),
  language.data.of({ autocomplete: outsideText(completeAnyWord) }),
  highlightSelectionMatches(),
  search(),
  lintGutter(),
  // Before the editor's own: Backspace between brackets and Tab in a completion are theirs.
  Prec.high(keymap.of([...closeBracketsKeymap, ...searchKeymap, ...lintKeymap, ...completionKeymap])),
];
