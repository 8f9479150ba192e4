/** The element whose children are the rows of a list, or the groups of them. */
const ROWS = '[data-rows]';

/** How long a page of the list may take, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Brings to a list the rows that stand on the pages that it names in `data-rest`, in their order, and takes away the ways there.
 *
 * @throws Error where a page cannot be had, or is none of this list; then nothing has changed
 */
export async function bring(list: HTMLElement): Promise<void> {
  const pages = await Promise.all((list.dataset.rest ?? '').split(' ').map(documentAt));
  const rows = [list, ...pages].map((one) => one.querySelector(ROWS));
  if (rows.includes(null)) throw new Error('A page of the list has no rows.');
  const [own, ...others] = rows;
  own?.append(...others.flatMap((one) => [...(one?.children ?? [])]));
  delete list.dataset.rest;
  list.parentElement?.querySelector('.list-parts')?.remove();
}

/** A page of this site as a document. `DOMParser` makes one of a text, which the policy of these pages forbids. */
const documentAt = (address: string): Promise<Document> =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = PATIENCE;
    request.addEventListener('loadend', () =>
      request.status === 200 && request.response ? done(request.response) : fail(new Error(address)),
    );
    request.send();
  });
