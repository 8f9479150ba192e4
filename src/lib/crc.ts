/**
 * The checksum CRC-32 as gzip and PNG have it (polynomial 0xEDB88320, RFC 1952 section 8). It notices every change of up to
 * 32 bits in a row; it is no protection against someone who wants to deceive. Without a table: links are short.
 *
 * @returns a number from 0 to 2³² − 1
 */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 && 0xedb88320);
  }
  return ~crc >>> 0;
}
