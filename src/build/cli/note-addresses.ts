/**
 * `npm run addresses`: adds the addresses and fragments of the built guide to the list of all that were ever published.
 * The list only grows: a site test fails where one of them no longer leads anywhere. A slide's number is no name: what
 * stands there moves with the text, so it is not noted.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { builtPages } from '../built-pages.ts';

const LIST = 'tests/fixtures/addresses.txt';
const known = existsSync(LIST) ? readFileSync(LIST, 'utf8').split('\n').filter(Boolean) : [];
const built = builtPages(process.argv[2] ?? 'dist').flatMap(({ path, html }) => {
  const address = `/${path.replace(/index\.html$/, '')}`;
  // what stands in a template is no place yet
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/<template[\s\S]*?<\/template>/g, '');
  // on the page that holds all parts places are called after the parts, which have addresses of their own
  if (address === '/all/') return [address];
  return [address, ...[...main.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => `${address}#${id}`)];
});
const all = [...new Set([...known, ...built.filter((a) => !/#(main|slide-\d+)$/.test(a))])].sort();
writeFileSync(LIST, `${all.join('\n')}\n`);
console.log(`${all.length - known.length} addresses added, ${all.length} in all.`);
