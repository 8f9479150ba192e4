/**
 * Hands a file to the reader's browser.
 *
 * @param type its media type
 */
export function saveAs(name: string, type: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  [link.href, link.download] = [address, name];
  link.click();
  // at once would be too early for some browsers
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
