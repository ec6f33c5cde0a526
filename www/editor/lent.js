// What the editor lends of its CodeMirror to the editing aids, which are fetched after it: there must be one
// of each module. A name that is missing here shows as an error of the aids' first use.

import { indentUnit, syntaxTree } from "@codemirror/language";
import { Annotation, CharCategory, codePointAt, codePointSize, combineConfig, EditorSelection, EditorState, Facet, findClusterBreak, fromCodePoint, MapMode, Prec, RangeSet, RangeSetBuilder, RangeValue, StateEffect, StateField, Text, Transaction } from "@codemirror/state";
import { activateHover, Decoration, Direction, EditorView, getDialog, getPanel, getTooltip, gutter, GutterMarker, hoverTooltip, keymap, logException, runScopeHandlers, showDialog, showPanel, showTooltip, ViewPlugin, WidgetType } from "@codemirror/view";

export const lent = {
  ...{ indentUnit, syntaxTree },
  ...{ Annotation, CharCategory, codePointAt, codePointSize, combineConfig, EditorSelection, EditorState, Facet, findClusterBreak, fromCodePoint, MapMode, Prec, RangeSet, RangeSetBuilder, RangeValue, StateEffect, StateField, Text, Transaction },
  ...{ activateHover, Decoration, Direction, EditorView, getDialog, getPanel, getTooltip, gutter, GutterMarker, hoverTooltip, keymap, logException, runScopeHandlers, showDialog, showPanel, showTooltip, ViewPlugin, WidgetType },
};
