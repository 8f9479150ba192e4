import { part } from '../shared/dom.ts';
import { SideBySide } from '../shared/side-by-side.ts';

/** Sets two to four responses side by side. All of them stand in the page: the columns of the others are hidden. */
class CompareResponses extends SideBySide {
  protected readonly param = 'to';
  protected readonly noun = ['response', 'responses'] as const;

  protected show(ids: readonly string[], said: string): void {
    part(this, '.sheet').hidden = ids.length === 0;
    for (const row of this.querySelectorAll('.sheet tr')) {
      const cells = [...row.querySelectorAll<HTMLElement>('[data-to]')];
      for (const cell of cells) cell.hidden = !ids.includes(cell.dataset.to ?? '');
      // the columns stand in the order of the choice
      row.append(...ids.flatMap((id) => cells.filter(({ dataset }) => dataset.to === id)));
    }
    const ticked = this.asked('from');
    for (const list of this.querySelectorAll('.sheet td > ul')) {
      const items = [...list.querySelectorAll<HTMLElement>(':scope > li')];
      const own = items.filter(({ dataset }) => ticked.includes(dataset.from ?? ''));
      for (const item of items) part(item, '.ticked').hidden = !own.includes(item);
      list.prepend(...own);
    }
    // what was ticked in the finder goes along
    for (const way of this.querySelectorAll<HTMLAnchorElement>('[data-to-page]')) way.href = `${way.dataset.toPage}${location.search}`;
    part(this, '.on').hidden = ids.length === 0;
    this.told(said, ids.length > 0);
  }
}

customElements.define('compare-responses', CompareResponses);
