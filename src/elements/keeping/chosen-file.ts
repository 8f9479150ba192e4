/** The file that a reader chose in a field. The field is emptied, so that the same file may be chosen again. */
export function chosenFile(field: HTMLInputElement): File | undefined {
  const [file] = field.files ?? [];
  field.value = '';
  return file;
}
