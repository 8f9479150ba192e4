import { type FileForm, type FileProblem, sizeProblem } from './json-file.ts';

/**
 * Reads the file that a reader chose in a field, and empties the field, so that the same file may be chosen again.
 *
 * @param read makes something of its text
 * @returns undefined where no file was chosen
 */
export async function openedFile<T>(
  field: HTMLInputElement,
  form: Pick<FileForm, 'short'>,
  read: (text: string, size: number) => T | FileProblem,
): Promise<T | FileProblem | undefined> {
  const [file] = field.files ?? [];
  if (!file) return undefined;
  const problem = sizeProblem(file.size, form);
  const result = problem ? { problem } : read(await file.text(), file.size);
  field.value = '';
  return result;
}
