import { capital } from '../lib/text.ts';
import { isFindingKind } from '../schemas/kinds.ts';
import { entriesOf, isFinding } from './entries.ts';
import { titleOf } from './labels.ts';
import type { Entry, EntryOf, Guide, Statement } from './types.ts';

/** A document of the guide: a sheet to take along. */
export type Sheet = EntryOf<'documents'>;
type Field = Sheet['data']['parts'][number]['fields'][number];

/** A question that the guide leaves open, and whose page leaves it. */
export interface OpenPoint {
  about: string;
  statement: Statement;
}

/** A field of a sheet as it is shown. Of a row the first cells are printed, `given` in number; the others are for the reader, empty or filled in. */
export type SheetField =
  | Exclude<Field, { type: 'line' | 'table' | 'open' }>
  | { type: 'line'; label: string; lines: number; value: string }
  | { type: 'table'; columns: readonly string[]; rows: { cells: string[]; given: number }[] }
  | { type: 'open'; points: OpenPoint[] };

export interface SheetPart {
  id: string;
  heading: string;
  /** whether it begins on a new sheet of paper */
  newPage: boolean;
  why: readonly Statement[];
  fields: SheetField[];
}

/** The entries whose open points a sheet asks for: all of a kind of finding, or one entry. */
const askedOf = (guide: Guide, name: string): readonly Entry[] =>
  isFindingKind(name) ? entriesOf(guide, name) : [guide.entries.get(name)].filter((entry) => entry !== undefined);

/** What an entry, or each of a kind, leaves open and the whole text of the study may tell. */
export const openPoints = (guide: Guide, name: string): OpenPoint[] =>
  askedOf(guide, name).flatMap((entry) =>
    entry.statements
      .filter(({ voice, where }) => voice === 'unknown' && where !== undefined && /\bfull text\b/i.test(where))
      .map((statement) => ({ about: isFinding(entry) ? (entry.data.short ?? entry.data.title) : titleOf(entry), statement })),
  );

/**
 * The parts of a sheet.
 *
 * @param isFilledIn whether it is shown as the invented program fills it in, or empty
 */
export const partsOfSheet = (guide: Guide, { data, statements }: Sheet, isFilledIn: boolean): SheetPart[] =>
  data.parts.map(({ id, heading, 'new-page': newPage, why, fields }) => ({
    id,
    heading,
    newPage,
    why: statements.filter((statement) => why.some((said) => said.id === statement.id)),
    fields: fields.map((field) => shown(guide, field, isFilledIn)),
  }));

function shown(guide: Guide, field: Field, isFilledIn: boolean): SheetField {
  switch (field.type) {
    case 'line':
      return { type: 'line', label: field.label, lines: field.lines, value: (isFilledIn && field.filled) || '' };
    case 'table': {
      const blank = Array.from({ length: field.blank }, (): string[] => []);
      const rows = [...field.rows, ...blank].map((given, i) => {
        const cells = [...given, ...((isFilledIn && field.filled[i]) || [])];
        return { cells: field.columns.map((_, n) => cells[n] ?? ''), given: given.length };
      });
      // an empty row says nothing on a sheet that is filled in
      return { type: 'table', columns: field.columns, rows: isFilledIn ? rows.filter(({ cells }) => cells.some(Boolean)) : rows };
    }
    case 'open':
      return { type: 'open', points: field.of.flatMap((name) => openPoints(guide, name)) };
    default:
      return field;
  }
}

/** Every text that the invented program writes on a sheet, with the path of its field. */
export const filledTexts = ({ data }: Pick<Sheet, 'data'>): { path: string; text: string }[] =>
  data.parts.flatMap(({ fields }, i) =>
    fields.flatMap((field, j) => {
      const path = `parts.${i}.fields.${j}.filled`;
      if (field.type === 'line') return field.filled === undefined ? [] : [{ path, text: field.filled }];
      if (field.type !== 'table') return [];
      return field.filled.flatMap((row, n) => row.map((text, k) => ({ path: `${path}.${n}.${k}`, text })));
    }),
  );

/** Whose a sheet is, in a sentence that stands under its title, on paper and in files too. */
export const sheetWords = ({ about }: Pick<Guide, 'about'>): string =>
  `A sheet from “${about.name}”. What it asks and suggests is ${about.voices.editors.possessive}, or another publication’s where it says so. ${about.disclaimer}`;

/** How many sheets of paper it takes at most, as far as that is known. */
export const lengthWords = (pages: number | undefined): string =>
  pages === undefined ? 'As long as it needs' : pages === 1 ? 'One page, A4 or Letter' : `At most ${pages} pages, A4 or Letter`;

/** Whose a sheet is, in few words for its head and its foot. */
export const whoseWords = ({ about }: Pick<Guide, 'about'>, isFilledIn: boolean): string =>
  isFilledIn ? about.voices.example.label : `${capital(about.voices.editors.possessive)}, not the study’s`;

/** The files of a sheet, by name: empty, and filled in where an invented program fills it in. */
export const filesOfSheet = ({ id, data }: Pick<Sheet, 'id' | 'data'>): { name: string; type: 'docx' | 'md'; isFilledIn: boolean }[] =>
  [false, ...(data.example ? [true] : [])].flatMap((isFilledIn) =>
    (['docx', 'md'] as const).map((type) => ({ name: `${id}${isFilledIn ? '-filled-in' : ''}.${type}`, type, isFilledIn })),
  );
