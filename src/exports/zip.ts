import { zipSync } from 'fflate';

/** A day on which a ZIP file may date what it holds: the oldest that the format knows, in whatever zone it is made. */
const LONG_AGO = new Date(1980, 0, 1);

/** Files that are compressed already: once more would cost time and save nothing. The type of a book must stand there as it is. */
const COMPRESSED = /^mimetype$|\.(?:png|zip|docx|pptx|imscc|epub)$/;

/**
 * Files as one ZIP, the same bytes whenever and wherever it is made: names in order, one date.
 *
 * @param files by path; a path begins without a slash
 * @param first what must stand first in the file, such as `mimetype`
 */
export function zipOf(files: Readonly<Record<string, Uint8Array | string>>, first: readonly string[] = []): Uint8Array {
  const names = Object.keys(files).sort((a, b) => {
    const [i, j] = [first.indexOf(a), first.indexOf(b)];
    return i !== j ? (i < 0 ? 1 : j < 0 ? -1 : i - j) : a < b ? -1 : 1;
  });
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(
      names.map((name) => {
        const content = files[name] as Uint8Array | string;
        return [name, [typeof content === 'string' ? encoder.encode(content) : content, { level: COMPRESSED.test(name) ? 0 : 6 }]];
      }),
    ),
    // 0 is MS-DOS: what would come from this machine stays out
    { mtime: LONG_AGO, os: 0 },
  );
}
