import { clip } from './text.ts';

/** A section of a page, as its contents name it. */
export interface Section {
  id: string;
  /** its heading, as HTML without tags */
  title: string;
  /** what its heading adds, such as the minutes of a step */
  note: string | undefined;
  /** the signs of the statements and links in it, in order, as SVG */
  signs: string[];
  /** whether something of the paper's stands in it, so that the lens keeps its line */
  isPaper: boolean;
}

const PART =
  /<h2\b([^>]*)>([\s\S]*?)<\/h2>|<(?:p class="mark\b|span class="link-mark\b)[^>]*>(?:<span[^>]*><\/span>)*\s*(<svg[\s\S]*?<\/svg>)|data-voice="paper"/g;
/** Headings of what comes after the text of a page. */
const AFTER = new Set(['next', 'used-by', 'cite']);
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const textOf = (html: string): string =>
  html
    .replace(/<span role="tooltip"[\s\S]*?<\/span>|<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The sections of a page by its second-level headings; those without an address, out of sight or after the text are none.
 *
 * @param html of a page's text, as its components drew it
 */
export function sectionsOf(html: string): Section[] {
  const sections: Section[] = [];
  for (const [part, tag, title = '', sign] of html.replace(/<template\b[\s\S]*?<\/template>/g, '').matchAll(PART)) {
    const last = sections.at(-1);
    if (tag !== undefined) {
      const id = attribute(tag, 'id');
      if (id && !AFTER.has(id) && !/\bclass="[^"]*\bhidden\b/.test(tag))
        sections.push({ id, title: textOf(title), note: attribute(tag, 'data-minutes'), signs: [], isPaper: false });
    } else if (last && sign) last.signs.push(sign);
    else if (last && part.startsWith('data-voice')) last.isPaper = true;
  }
  return sections;
}

/** What a link to another statement of its page says where that one is not at hand. */
export const ANOTHER = 'another statement here';
/** How many letters of a statement a link to it shows at most. */
const MOST_NAMED = 36;

/**
 * Names links from one statement of a page to another by the first words of that one.
 *
 * @param html of a part of a page, in which such links say `ANOTHER`
 * @param page the HTML of all of its text
 */
export const nameStatements = (html: string, page = html): string =>
  html.replace(new RegExp(`(<a href="#([\\w-]+)"[^>]*>)${ANOTHER}</a>`, 'g'), (link, start: string, id: string) => {
    const at = page.indexOf(` id="${id}"`);
    const said = at < 0 ? undefined : /class="said"[^>]*>([\s\S]*?)<\/p>/.exec(page.slice(at))?.[1];
    return said ? `${start}“${clip(textOf(said), MOST_NAMED).replace(/&[^;]*…$/, '…')}”</a>` : link;
  });
