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
  return problem ? { problem } : read(await file.text(), file.size);
}
