import { PlainError } from './plain-error.ts';

/** Where the guide will stand: `site` is the origin, if known; `base` begins and ends with a slash. */
export interface SiteAddress {
  site: string | undefined;
  base: string;
}

/** A name or an address of a host, as browsers write it: lower case, other scripts as xn--. */
const HOST = /^(\[[\da-f:.]+\]|[a-z\d_]([a-z\d_-]*[a-z\d_])?(\.[a-z\d_]([a-z\d_-]*[a-z\d_])?)*)$/;

/**
 * Reads the two settings of a deploy.
 *
 * @param env `SITE_URL` such as https://example.org, and `BASE_PATH` such as /guide/; both optional
 * @throws Error with one sentence that says which setting is wrong and how to write it
 */
export function siteAddress(env: { SITE_URL?: string | undefined; BASE_PATH?: string | undefined }): SiteAddress {
  const site = env.SITE_URL?.trim() || undefined;
  const path = env.BASE_PATH?.trim() || '/';
  if (site !== undefined) {
    const url = URL.canParse(site) ? new URL(site) : undefined;
    const more = url && (url.username || url.password || url.search || url.hash || url.pathname !== '/');
    if (!url || !/^https?:$/.test(url.protocol) || more || !HOST.test(url.hostname))
      throw new PlainError(
        `SITE_URL is "${site}", but it must be an origin such as https://example.org, without a path, a question mark, a user name or a password; put a path into BASE_PATH.`,
      );
  }
  const segments = path.split('/').filter(Boolean);
  if (!segments.every((s) => /^[\w~-][\w.~-]*$/.test(s)) || /\/\//.test(path))
    throw new PlainError(
      `BASE_PATH is "${path}", but it must be a path of plain segments such as /guide/, /a/b/ or /~name/, made of letters, digits, hyphens, dots, underscores and tildes, none with a dot at its beginning.`,
    );
  return {
    site: site && new URL(site).origin,
    base: segments.length ? `/${segments.join('/')}/` : '/',
  };
}
