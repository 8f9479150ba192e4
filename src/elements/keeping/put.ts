/** Shows a text in a field. To write what stands there already would move the cursor. */
export function put(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (field.value !== text) field.value = text;
}
