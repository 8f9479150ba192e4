const KNOWN: readonly { name: string; start: RegExp }[] = [
  // a ZIP names its parts in plain letters
  { name: 'a Word file', start: /^PK[\s\S]*word\// },
  { name: 'a ZIP file', start: /^PK/ },
  { name: 'a PDF', start: /^%PDF/ },
  { name: 'a calendar entry', start: /^BEGIN:VCALENDAR/i },
  { name: 'a web page', start: /^<(!doctype|html)/i },
  { name: 'Markdown', start: /^#{1,6} / },
];

/**
 * Says of a file that is no JSON what it seems to be, and what to do.
 *
 * @param thing what was looked for, such as "decision record"
 */
export function looksLike(text: string, thing: string): string {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') return 'This file is empty. Choose a file that was saved on this page as JSON.';
  const known = KNOWN.find((kind) => kind.start.test(start));
  if (known) return `This looks like ${known.name}. Open the JSON file that was saved with it.`;
  if (/^\{\s*"(\$schema|format)"/.test(start))
    return 'This file is damaged: its end is missing, or it was changed. Nothing was read from it.';
  return `This file is no ${thing}.`;
}
