// The editor's bundle: CodeMirror 6 behind one small object, so that the page knows no
// CodeMirror type. Owns highlighting, the running line and the highlighted
// line; must not know scenarios, runs or the page's state.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, Prec, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers, rectangularSelection } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { lent } from "./lent.js";

// Completion, search, closing brackets and the marks of diagnostics come after the page can be used.
const AIDS_AFTER_MS = 2000;

const token = (name) => `var(--code-${name})`;

// The colours are the page's tokens: a change of theme needs no new editor.
const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword, tags.definitionKeyword, tags.moduleKeyword], color: token("keyword") },
  { tag: [tags.string, tags.special(tags.string)], color: token("string") },
  { tag: [tags.number, tags.bool, tags.null], color: token("number") },
  { tag: [tags.comment, tags.lineComment], color: token("comment"), fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: token("function") },
  { tag: [tags.definition(tags.variableName), tags.variableName], color: token("text") },
  { tag: [tags.className, tags.definition(tags.className), tags.typeName], color: token("class") },
  { tag: tags.propertyName, color: token("property") },
  { tag: [tags.operator, tags.punctuation, tags.bracket], color: token("operator") },
  { tag: tags.meta, color: token("keyword") },
  { tag: tags.invalid, color: "var(--error)" },
]);

const themeOf = (dark) =>
  EditorView.theme(
    {
      "&": { height: "100%", fontSize: "var(--code-size)", backgroundColor: "transparent", color: token("text") },
      "&.cm-focused": { outline: "none" },
      ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto" },
      ".cm-content": { caretColor: "var(--accent)", padding: "8px 0" },
      ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
      ".cm-gutters": { backgroundColor: "transparent", color: "var(--muted)", border: "none" },
      ".cm-lineNumbers .cm-gutterElement": { minWidth: "24px", padding: "0 8px 0 4px", fontVariantNumeric: "tabular-nums" },
      ".cm-gutter-lint": { width: "14px" },
      ".cm-gutter-lint .cm-gutterElement": { padding: "0 0 0 3px" },
      ".cm-activeLine": { backgroundColor: "var(--code-active)" },
      ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--text)" },
      "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--code-selection)" },
      ".cm-selectionMatch": { backgroundColor: "var(--code-match)" },
      "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--code-match)", outline: "1px solid var(--line)" },
      ".cm-running": { backgroundColor: "var(--code-running)", boxShadow: "inset 3px 0 0 var(--state-running)" },
      ".cm-marked": { backgroundColor: "var(--code-marked)" },
      ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--text)", border: "1px solid var(--line)", borderRadius: "6px", boxShadow: "var(--shadow)" },
      ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
      ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--text)" },
      ".cm-panels-bottom": { borderTop: "1px solid var(--line)" },
      ".cm-panel input, .cm-panel button": { font: "inherit" },
      ".cm-textfield": { backgroundColor: "var(--surface)", border: "1px solid var(--line)", borderRadius: "4px", color: "inherit" },
      ".cm-button": { backgroundImage: "none", backgroundColor: "var(--surface)", border: "1px solid var(--line)", borderRadius: "4px", color: "inherit" },
    },
    { dark },
  );

// One whole-line mark each: the running line and the highlighted line.
function lineMark(className) {
  const set = StateEffect.define();
  const decoration = Decoration.line({ class: className });
  const field = StateField.define({
    create: () => Decoration.none,
    update(marks, transaction) {
      let next = marks.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (!effect.is(set)) continue;
        const builder = new RangeSetBuilder();
        const line = effect.value;
        if (line >= 1 && line <= transaction.state.doc.lines) {
          const from = transaction.state.doc.line(line).from;
          builder.add(from, from, decoration);
        }
        next = builder.finish();
      }
      return next;
    },
    provide: (self) => EditorView.decorations.from(self),
  });
  return { set, field };
}

const running = lineMark("cm-running");
const marked = lineMark("cm-marked");

// Where (1-based line, 0-based column in characters, not UTF-16 units) is in the document.
function offsetOf(doc, line, column) {
  if (line < 1) return 0;
  if (line > doc.lines) return doc.length;
  const { from, to, text } = doc.line(line);
  let units = 0;
  let characters = 0;
  for (const character of text) {
    if (characters >= column) break;
    units += character.length;
    characters += 1;
  }
  return Math.min(from + units, to);
}

function create(parent, options) {
  const theme = new Compartment();
  const aids = new Compartment();
  // Until they are there, as much room as their gutter takes: the text must not move.
  let loadedAids = [EditorView.theme({ ".cm-gutters": { paddingRight: "14px" } })];
  // How the aids mark diagnostics, and those that came before them.
  let markDiagnostics;
  let unmarked = [];
  // A text that the page sets must not come back as if a person had typed it.
  let fromPage = false;
  let cursorLine = 0;
  let dark = options.dark;
  // The files that were shown before, each with its undo history.
  const shown = new Map();
  let file = options.file;
  const stateOf = (doc) =>
    EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        EditorState.allowMultipleSelections.of(true),
        indentOnInput(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        bracketMatching(),
        rectangularSelection(),
        highlightActiveLine(),
        syntaxHighlighting(highlighting),
        running.field,
        marked.field,
        pythonLanguage,
        theme.of(themeOf(dark)),
        aids.of(loadedAids),
        EditorView.contentAttributes.of({ "aria-label": options.label ?? "Python", "data-test": "editor", spellcheck: "false", autocorrect: "off", autocapitalize: "off" }),
        Prec.highest(
          keymap.of([
            { key: "Mod-Enter", run: () => (options.onRun?.(), true) },
            // Tab indents; Escape first lets it leave the editor, as the keyboard needs.
            { key: "Escape", run: (target) => (target.setTabFocusMode(2000), false) },
          ]),
        ),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !fromPage) options.onChange?.(update.state.doc.toString());
          if (update.selectionSet || update.docChanged) {
            const line = update.state.doc.lineAt(update.state.selection.main.head).number;
            if (line !== cursorLine) {
              cursorLine = line;
              if (!fromPage && update.view.hasFocus) options.onCursorLine?.(line);
            }
          }
        }),
      ],
    });
  const view = new EditorView({ parent, state: stateOf(options.doc) });

  const loadAids = async () => {
    if (aidsAsked) return;
    aidsAsked = true;
    const { editingAids, setDiagnostics } = await import("./editing_aids.js");
    loadedAids = editingAids(pythonLanguage);
    view.dispatch({ effects: aids.reconfigure(loadedAids) });
    markDiagnostics = setDiagnostics;
    if (unmarked.length > 0) mark(unmarked);
  };
  let aidsAsked = false;
  const mark = (list) => {
    const doc = view.state.doc;
    const marks = list.map((entry) => {
      const from = offsetOf(doc, entry.line, entry.column);
      let to = Math.max(from, offsetOf(doc, entry.endLine, entry.endColumn));
      if (to === from) to = Math.min(doc.length, from + 1);
      return { from, to, severity: entry.severity, message: entry.message };
    });
    view.dispatch(markDiagnostics(view.state, marks));
  };
  view.contentDOM.addEventListener("focus", loadAids, { once: true });
  setTimeout(loadAids, AIDS_AFTER_MS);

  return {
    // A name that is new with the text that is shown is a rename.
    openFile(name, text) {
      if (name === file) return;
      if (!shown.has(name) && view.state.doc.toString() === text && text !== "") {
        file = name;
        return;
      }
      shown.set(file, view.state);
      file = name;
      const before = shown.get(name);
      shown.delete(name);
      cursorLine = 0;
      view.setState(before?.doc.toString() === text ? before : stateOf(text));
      view.dispatch({ effects: [theme.reconfigure(themeOf(dark)), aids.reconfigure(loadedAids)] });
    },
    getDoc: () => view.state.doc.toString(),
    // Replaces only what differs, so that the cursor, the scroll position and undo survive.
    setDoc(text) {
      const old = view.state.doc.toString();
      if (old === text) return;
      const shorter = Math.min(old.length, text.length);
      let start = 0;
      while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start += 1;
      let end = 0;
      while (end < shorter - start && old.charCodeAt(old.length - 1 - end) === text.charCodeAt(text.length - 1 - end)) end += 1;
      fromPage = true;
      try {
        view.dispatch({ changes: { from: start, to: old.length - end, insert: text.slice(start, text.length - end) } });
      } finally {
        fromPage = false;
      }
    },
    // Each: { severity: "error" | "warning", message, line, column, endLine, endColumn }.
    setDiagnostics(list) {
      if (markDiagnostics) return mark(list);
      unmarked = list;
      if (list.length > 0) loadAids();
    },
    // 0 clears.
    setRunningLine(line) {
      view.dispatch({ effects: running.set.of(line) });
    },
    setHighlight(line) {
      view.dispatch({ effects: marked.set.of(line) });
    },
    revealLine(line) {
      if (line < 1 || line > view.state.doc.lines) return;
      const { from } = view.state.doc.line(line);
      view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "center" }) });
    },
    moveTo(line, column) {
      const at = offsetOf(view.state.doc, line, column);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    },
    setTheme(isDark) {
      dark = isDark;
      view.dispatch({ effects: theme.reconfigure(themeOf(dark)) });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

window.InterleaveEditor = { create, lent };
