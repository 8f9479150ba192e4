/** The element whose children are the rows of a list, or the groups of them. */
const ROWS = '[data-rows]';

/**
 * Brings to a list the rows that stand on other pages, in their order, and takes away the ways there. Its status says so meanwhile.
 *
 * @returns what to say where they cannot be had; nothing where all are here
 */
export async function bring(list: HTMLElement, addresses: readonly string[]): Promise<string> {
  const status = list.querySelector('[role="status"]');
  if (status) status.textContent = 'The rest of the list is on its way.';
  try {
    const pages = await Promise.all(addresses.map(documentAt));
    list.querySelector(ROWS)?.append(...pages.flatMap((page) => [...(page.querySelector(ROWS)?.children ?? [])]));
    list.parentElement?.querySelector('.list-parts')?.remove();
    return '';
  } catch {
    return ' The rest of the list could not be loaded: what stands on its other pages is left out.';
  }
}

/** A page of this site as a document. `DOMParser` makes one of a text, which the policy of these pages forbids. */
const documentAt = (address: string): Promise<Document> =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () =>
      request.status === 200 && request.response ? done(request.response) : fail(new Error(address)),
    );
    request.addEventListener('error', () => fail(new Error(address)));
    request.send();
  });
