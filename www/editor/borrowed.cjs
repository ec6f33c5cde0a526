// Stands for the CodeMirror modules in the editing aids: what the editor lends them.
module.exports = window.InterleaveEditor.lent;
