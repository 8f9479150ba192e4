import type { Chair } from '../../documents/self-check/chair.ts';
import { chairView } from '../../documents/self-check/chair-view.ts';
import type { CheckGuide } from '../../documents/self-check/check-guide.ts';
import { button, element } from '../shared/dom.ts';
import { chairSign } from './figure.ts';

/** What can be done with a view at the table. */
export interface ChairActs {
  /** shows it in the form */
  write(place: number): void;
  remove(place: number): void;
}

/** The views at the table as items of a list: who, how far, and whether it stands in the form. */
export const chairsList = (guide: CheckGuide, chairs: readonly Chair[], own: number, acts: ChairActs): HTMLElement[] =>
  chairs.map((chair, place) => {
    const { name, letter, progress } = chairView(guide, chair, place);
    const act = (label: string, run: () => void): HTMLButtonElement => {
      const made = button(label, run);
      made.className = 'plain';
      made.setAttribute('aria-label', `${label}: ${name}${name.endsWith(letter) ? '' : ` (${letter})`}`);
      return made;
    };
    const title = element('p', '', chairSign(place), element('b', name));
    title.className = 'to';
    const far = element('p', `${progress}${place === own ? '. It stands in the form above.' : '.'}`);
    far.className = 'why';
    const go = element(
      'p',
      '',
      ...(place === own ? [] : [act('Open in the form', () => acts.write(place))]),
      ...(chairs.length > 1 ? [act('Take away', () => acts.remove(place))] : []),
    );
    go.className = 'go';
    return element('li', '', title, far, go);
  });
