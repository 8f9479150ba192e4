const HEADING = /<h([2-6])(?=[\s>])/g;

/**
 * Marks each heading that has a statement of the paper's under it as part of the frame, so that the lens keeps it (see
 * `lens.css`). A heading reaches to the next one of its level or above.
 *
 * @param html of a body, as its components drew it
 */
export function frameHeadings(html: string): string {
  const headings = [...html.matchAll(HEADING)].map((match) => ({ level: Number(match[1]), at: match.index }));
  return html.replace(HEADING, (tag, level, at: number) => {
    const end = headings.find((other) => other.at > at && other.level <= Number(level))?.at;
    return html.slice(at, end).includes('data-voice="paper"') ? `${tag} data-frame` : tag;
  });
}
