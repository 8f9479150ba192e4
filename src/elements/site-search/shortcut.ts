/** "/" goes to the search field, but never while somebody types or holds a modifier (WCAG 2.1.4). */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const at = event.target as HTMLElement;
  if (at.isContentEditable || at.closest('input, textarea, select')) return;
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// whoever turns to the field in the head is likely to search: what answers while they type, and what every search needs, is on its way
document.querySelector<HTMLInputElement>('#seek')?.addEventListener(
  'focus',
  (event) => {
    const field = event.target as HTMLInputElement;
    const names = new URL('names.json', field.form?.action);
    for (const file of [names, new URL('words.json', names)]) fetch(file).catch(() => undefined);
    import('./suggestions.ts').then(({ Suggestions }) => new Suggestions(field, names.href)).catch(() => undefined);
  },
  { once: true },
);
