/** Where a key leads in a deck of slides; undefined for a key that leads nowhere. */
export function stepTo(key: string, at: number, count: number): number | undefined {
  const last = count - 1;
  const to: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    PageDown: at + 1,
    ' ': at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    PageUp: at - 1,
    Home: 0,
    End: last,
  };
  const next = to[key];
  return next === undefined ? undefined : Math.min(Math.max(next, 0), last);
}

/** The slide that an address names: `#slide-7` is 6. Anything else is the first. */
export function slideAt(hash: string, count: number): number {
  const number = Number(/^#slide-([1-9]\d{0,2})$/.exec(hash)?.[1] ?? 1);
  return number <= count ? number - 1 : 0;
}
