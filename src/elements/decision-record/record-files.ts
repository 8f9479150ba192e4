import type { DecisionRecord } from '../../documents/decision-record/record.ts';
import type { RecordGuide } from '../../documents/decision-record/record-guide.ts';
import { FORMAT, RECORD_FILE, readRecordFile, recordJson } from '../../documents/decision-record/record-json.ts';
import type { RecordView } from '../../documents/decision-record/view.ts';
import { fileName } from '../../documents/text/file-name.ts';
import { openedFile } from '../keeping/opened-file.ts';
import { saveAs } from '../keeping/save-as.ts';

/** The files that a record can be taken away as. */
export type FileKind = 'docx' | 'md' | 'json' | 'ics';

/**
 * Makes a file of a record and hands it to the browser. What makes Word files and calendars is loaded only now.
 *
 * @param guide its edition, and where the schema of the file stands
 * @param id of the record, for the calendar: a changed date moves the entry instead of adding one
 * @throws whatever stops a part of the page from loading
 */
export async function saveFile(
  kind: FileKind,
  record: DecisionRecord,
  view: RecordView,
  { edition, schema }: Pick<RecordGuide, 'edition' | 'schema'>,
  id: string,
): Promise<void> {
  const name = fileName(FORMAT, view.title, kind);
  const now = new Date();
  if (kind === 'json')
    saveAs(
      name,
      'application/json',
      recordJson(record, { guide: view.guide, edition, address: view.address, schema: new URL(schema, view.address).href, made: now }),
    );
  else if (kind === 'md')
    saveAs(name, 'text/markdown;charset=utf-8', (await import('../../documents/decision-record/record-markdown.ts')).recordMarkdown(view));
  else if (kind === 'ics')
    saveAs(
      name,
      'text/calendar;charset=utf-8',
      (await import('../../documents/decision-record/record-ics.ts')).recordIcs(view, { id, now }),
    );
  else
    saveAs(
      name,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      await (await import('../../documents/decision-record/record-docx.ts')).recordDocx(view),
    );
}

/** The record in a file that a reader chose, or why it cannot be read. */
export const readFile = (file: File) => openedFile(file, RECORD_FILE, readRecordFile);
