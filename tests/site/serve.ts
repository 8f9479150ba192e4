import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { contentTypeOf, TEXT_TYPES } from '../../src/lib/media-types.ts';

/** Where pages tell the host what went wrong in them. */
const NOTED = '/noted?';

/** Stands before a page's own policy, so that it may run in every page and in every browser. */
const TELLS = `<script>{
  const tell = (text) => void (new Image().src = '${NOTED}' + encodeURIComponent(location.pathname + ': ' + text));
  addEventListener('error', ({ message }) => tell(message));
  // WebKit and Chromium tell a fade between two pages that they left out as if a script had begun it; none of ours does
  addEventListener('unhandledrejection', ({ reason }) => (reason instanceof DOMException && /transition/i.test(reason)) || tell(String(reason)));
  addEventListener('securitypolicyviolation', (event) => tell(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
}</script>`;

/**
 * A static host as the guide expects one: folders have an index, what is missing gets 404.html, texts are compressed.
 *
 * @param noted where it is given, pages get a script that tells their errors and violations of their policy: these come to stand here
 */
export async function serve(folder: string, base = '/', noted?: string[]): Promise<{ origin: string; server: Server }> {
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    if (noted && request.url?.startsWith(NOTED)) {
      noted.push(decodeURIComponent(request.url.slice(NOTED.length)));
      response.writeHead(204).end();
      return;
    }
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : undefined;
    let file = inside === undefined || inside.startsWith('..') ? undefined : join(folder, inside);
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const there = file !== undefined && existsSync(file);
    const body = there ? (file as string) : join(folder, '404.html');
    const headers: Record<string, string> = {
      'Content-Type': contentTypeOf(body),
      'Cache-Control': path.includes('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    let bytes: Buffer = readFileSync(body);
    if (noted && extname(body) === '.html') bytes = Buffer.from(bytes.toString().replace('<head>', `<head>${TELLS}`));
    if (extname(body).slice(1) in TEXT_TYPES && /\bbr\b/.test(String(request.headers['accept-encoding']))) {
      headers['Content-Encoding'] = 'br';
      const known = compressed.get(body) ?? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
      compressed.set(body, known);
      bytes = known;
    }
    response.writeHead(there ? 200 : 404, headers);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, server };
}
