import { type FileForm, type FileProblem, sizeProblem } from './json-file.ts';

/**
 * Reads a file that a reader chose.
 *
 * @param read makes something of its text
 */
export async function openedFile<T>(
  file: File,
  form: Pick<FileForm, 'short'>,
  read: (text: string, size: number) => T | FileProblem,
): Promise<T | FileProblem> {
  const problem = sizeProblem(file.size, form);
  if (problem) return { problem };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { problem: 'This file can’t be read: it was moved or changed after you chose it. Choose it again.' };
  }
  return read(text, file.size);
}
