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

// whoever turns to the field in the head is likely to search: what every search needs is on its way before the search page asks for it
document.querySelector<HTMLInputElement>('#seek')?.addEventListener(
  'focus',
  (event) => {
    const { form } = event.target as HTMLInputElement;
    for (const file of ['names', 'words']) if (form) fetch(new URL(`${file}.json`, form.action)).catch(() => undefined);
  },
  { once: true },
);
