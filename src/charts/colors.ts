/**
 * The colors of the light page by name, read from the sheet that states them.
 *
 * @param tokens a sheet with `--name: #light`, and below, in a media query, what a dark page has instead
 */
export const lightColors = (tokens: string): Map<string, string> =>
  new Map(
    [...tokens.replace(/@media[\s\S]*$/, '').matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,6});/g)].map(([, name = '', light = '']) => [
      name,
      light,
    ]),
  );

/**
 * A plain sheet with its variables filled in, for renderers that know none.
 *
 * @throws Error where it names a color that is not stated
 */
export const filledIn = (css: string, colors: ReadonlyMap<string, string>): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/[^{}]*\{\s*font-family:[^}]*\}/g, '')
    .replace(/var\(--([a-z-]+)\)/g, (_, name: string) => {
      const color = colors.get(name);
      if (!color) throw new Error(`The sheet of marks names a color "${name}" that the tokens do not state.`);
      return color;
    })
    .replace(/\s+/g, ' ')
    .trim();
