import { type FileForm, type FileProblem, sizeProblem } from '../../documents/text/json-file.ts';
import { fileText } from './file-text.ts';

/**
 * Reads a file that a reader chose.
 *
 * @param read makes something of its text; what is to be told of it stands in `left`
 */
export async function openedFile<T extends { left: string[] }>(
  file: File,
  form: Pick<FileForm, 'short'>,
  read: (text: string, size: number) => T | FileProblem,
): Promise<T | FileProblem> {
  const problem = sizeProblem(file.size, form);
  if (problem) return { problem };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { problem: 'This file can’t be read: it was moved or changed after you chose it. Choose it again.' };
  }
  const { text, says } = fileText(bytes);
  const found = read(text, file.size);
  return 'problem' in found ? found : { ...found, left: [...says, ...found.left] };
}
