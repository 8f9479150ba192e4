import { fileName } from '../kept-state/file-name.ts';
import { openedFile } from '../kept-state/opened-file.ts';
import { saveAs } from '../kept-state/save-as.ts';
import type { DecisionRecord } from './record.ts';
import { FORMAT, RECORD_FILE, readRecordFile, recordJson } from './record-json.ts';
import type { RecordView } from './view.ts';

/** The files that a record can be taken away as. */
export type FileKind = 'docx' | 'md' | 'json' | 'ics';

/**
 * Makes a file of a record and hands it to the browser. What makes Word files and calendars is loaded only now.
 *
 * @param edition of the guide: `2026-11-25`
 * @param id of the record, for the calendar: a changed date moves the entry instead of adding one
 * @throws whatever stops a part of the page from loading
 */
export async function saveFile(kind: FileKind, record: DecisionRecord, view: RecordView, edition: string, id: string): Promise<void> {
  const name = fileName(FORMAT, view.title, kind);
  const now = new Date();
  if (kind === 'json')
    saveAs(name, 'application/json', recordJson(record, { guide: view.guide, edition, address: view.address, made: now }));
  else if (kind === 'md') saveAs(name, 'text/markdown;charset=utf-8', (await import('./record-markdown.ts')).recordMarkdown(view));
  else if (kind === 'ics') saveAs(name, 'text/calendar;charset=utf-8', (await import('./record-ics.ts')).recordIcs(view, { id, now }));
  else
    saveAs(
      name,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      await (await import('./record-docx.ts')).recordDocx(view),
    );
}

/** The record in a file that a reader chose, or why it cannot be read. */
export const readFile = (file: File) => openedFile(file, RECORD_FILE, readRecordFile);
