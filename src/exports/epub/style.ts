/**
 * The style sheet of the book. It sets no colors and no faces: readers have their own, light and dark. Voices are told apart by
 * words, signs and lines.
 */
export const BOOK_CSS = `body { line-height: 1.45; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.2; text-align: left; hyphens: none; break-after: avoid; page-break-after: avoid; margin: 1.6em 0 0.5em; }
h1 { font-size: 1.7em; margin-top: 0.5em; }
h2 { font-size: 1.4em; }
h3 { font-size: 1.15em; }
h4 { font-size: 1em; }
p { margin: 0 0 0.5em; }
ul, ol { margin: 0.5em 0; padding-left: 1.3em; }
a { color: inherit; }
.kicker, .mark, .note, .facts { font-size: 0.85em; }
.entry + .entry { margin-top: 2.5em; }
.facts, .items { list-style: none; padding-left: 0; }
.mark { margin: 0 0 0.2em; break-after: avoid; page-break-after: avoid; }
.voice, .direction { margin: 1em 0; }
.voice > .body { padding-left: 0.8em; border-left: 0 solid; }
.paper > .body { border-left-width: 3px; font-family: serif; }
.others > .body { border-left: 3px dotted; }
.editors > .body { border-left: 2px dashed; }
.example > .body, .direction { border: 1px solid; padding: 0.5em 0.8em; }
.note { margin-top: 0.3em; padding-left: 0.95em; }
.note p { margin: 0 0 0.15em; }
table { border-collapse: collapse; font-size: 0.85em; margin: 1em 0; }
th, td { padding: 0.25em 0.6em 0.25em 0; border-bottom: 1px solid; text-align: left; vertical-align: top; }
figure { margin: 1em 0; text-align: center; }
figure img { max-width: 100%; height: auto; }
.cover { margin: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 95vh; height: auto; width: auto; }
#landmarks { display: none; }
.key { list-style: none; margin-left: -1.3em; }
`;
