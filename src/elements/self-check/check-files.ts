import type { Chair } from '../../documents/self-check/chair.ts';
import type { CheckGuide } from '../../documents/self-check/check-guide.ts';
import { CHECK_FILE, checkJson, readCheckFile } from '../../documents/self-check/check-json.ts';
import { viewOf } from '../../documents/self-check/view.ts';
import { fileName } from '../../documents/text/file-name.ts';
import { openedFile } from '../keeping/opened-file.ts';
import { saveAs } from '../keeping/save-as.ts';

/** The files that views can be taken away as. */
export type FileKind = 'json' | 'csv' | 'docx';

/**
 * Makes a file of views and hands it to the browser. What makes Word files and tables is loaded only now.
 *
 * @param here the whole address of the page
 * @param name whose view it is; empty for several
 * @throws whatever stops a part of the page from loading
 */
export async function saveFile(kind: FileKind, guide: CheckGuide, chairs: readonly Chair[], here: string, name = ''): Promise<void> {
  const file = fileName(CHECK_FILE.format, name, kind);
  if (kind === 'json')
    saveAs(
      file,
      'application/json',
      checkJson(chairs, {
        guide: guide.guide,
        edition: guide.edition,
        address: here,
        schema: new URL(guide.schema, here).href,
        made: new Date(),
      }),
    );
  else if (kind === 'csv')
    saveAs(file, 'text/csv;charset=utf-8', (await import('../../documents/self-check/check-csv.ts')).checkCsv(viewOf(guide, chairs, here)));
  else
    saveAs(
      file,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      await (await import('../../documents/self-check/check-docx.ts')).checkDocx(viewOf(guide, chairs, here)),
    );
}

/** The views in a file that a reader chose, or why they cannot be read. */
export const readFile = (file: File) => openedFile(file, CHECK_FILE, readCheckFile);
