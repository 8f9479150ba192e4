import { looksLike } from './looks-like.ts';
import { field, isFields } from './read-fields.ts';

/** The largest file that is read, in bytes. What our pages save is far smaller, even with every field full. */
const MOST_BYTES = 1_000_000;

/** Where and when a file was saved. */
export interface FileSource {
  /** the name of the guide */
  guide: string;
  /** the day of the guide's edition: `2026-11-24` */
  edition: string;
  /** the whole address of the page it was made on */
  address: string;
  /** the whole address of the schema that it fits */
  schema: string;
  /** the moment of saving */
  made: Date;
}

/** A kind of JSON file. */
export interface FileForm {
  /** what the file calls itself: `decision-record` */
  format: string;
  /** a change that an older guide could not read makes it one more */
  version: number;
  /** what a sentence calls it: "decision record" */
  thing: string;
  /** the same in short: "record" */
  short: string;
}

/** Why a file is not read, in words for the person who chose it. */
export interface FileProblem {
  problem: string;
}

/** The address inside a guide of the schema of a kind of file. */
export const schemaPath = ({ format }: Pick<FileForm, 'format'>): string => `/data/${format}.schema.json`;

/** A value as the text of a JSON file, under the name of its kind, which `readJsonFile` reads again. */
export const jsonFile = <T extends object>(
  { format, version }: FileForm,
  { guide, edition, address, schema, made }: FileSource,
  value: T,
): string =>
  `${JSON.stringify({ $schema: schema, format, version, guide, edition, address, made: made.toISOString(), ...value }, null, 2)}\n`;

/**
 * Why a file is too large to be one of ours; nothing where it is not. Ask before its text is read.
 *
 * @param size in bytes
 */
export function sizeProblem(size: number, { short }: Pick<FileForm, 'short'>): string | undefined {
  if (size <= MOST_BYTES) return undefined;
  const tenths = Math.ceil(size / 100_000) / 10;
  return `This file is ${tenths < 10 ? tenths : Math.ceil(tenths)} MB. A ${short} is at most 1 MB: choose a file that was saved on this page as JSON.`;
}

/**
 * The value under a name in a JSON file that a reader chose.
 *
 * `format` and `version` tell what it is. Its `$schema` is for other programs: files saved before there was one open for ever.
 *
 * @param text the file as UTF-8; a byte order mark and any line ends will do
 * @param size its size in bytes
 * @param read takes what it knows of the value; gives nothing where it is none of this kind
 */
export function readJsonFile<T>(
  text: string,
  size: number,
  form: FileForm & { name: string },
  read: (value: unknown) => T | undefined,
): T | FileProblem {
  const tooLarge = sizeProblem(size, form);
  if (tooLarge) return { problem: tooLarge };
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: looksLike(text, form.thing) };
  }
  const other = { problem: `This file is no ${form.thing}.` };
  if (!isFields(file) || field(file, 'format') !== form.format) return other;
  const version = field(file, 'version');
  if (typeof version === 'number' && version > form.version)
    return {
      problem: `This ${form.short} was saved by a newer version of the guide. Reload this page to get it, then open the file again. Nothing was changed.`,
    };
  if (version !== form.version) return other;
  return read(field(file, form.name)) ?? other;
}
