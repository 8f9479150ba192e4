import { createHash } from 'node:crypto';

/** SHA-256 over some parts, each with its length, so that none runs into the next. While building only: no browser has it. */
export const hashOf = (parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest();
};
