/** Where the guide will stand: `site` is the origin, if known; `base` begins and ends with a slash. */
export interface SiteAddress {
  site: string | undefined;
  base: string;
}

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
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash || url.pathname !== '/')
      throw new Error(
        `SITE_URL is "${site}", but it must be an origin such as https://example.org, without a path, a question mark or a user name; put a path into BASE_PATH.`,
      );
  }
  const segments = path.split('/').filter(Boolean);
  if (!segments.every((s) => /^[A-Za-z0-9][A-Za-z0-9._~-]*$/.test(s)) || /\/\//.test(path))
    throw new Error(
      `BASE_PATH is "${path}", but it must be a path of plain segments such as /guide/ or /a/b/, made of letters, digits, hyphens, dots and underscores.`,
    );
  return {
    site: site && new URL(site).origin,
    base: segments.length ? `/${segments.join('/')}/` : '/',
  };
}
