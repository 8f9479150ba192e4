declare module 'subset-font' {
  /** Cuts a font to the characters of a text (https://github.com/papandreou/subset-font). */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: { targetFormat?: 'woff2' | 'woff' | 'sfnt'; variationAxes?: Record<string, { min: number; max: number } | number> },
  ): Promise<Buffer>;
}

declare module 'fontverter' {
  /** Turns a font into another format (https://github.com/papandreou/fontverter). */
  export function convert(font: Uint8Array, to: 'woff2' | 'woff' | 'sfnt'): Promise<Buffer>;
}
