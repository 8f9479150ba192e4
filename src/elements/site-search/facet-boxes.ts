import type { Choice } from './facets.ts';

/** The check boxes of kind and voice, with how many results each would leave. */
export class FacetBoxes {
  readonly #boxes: readonly HTMLInputElement[];
  /** the truth: browsers put a form into an earlier state without a word */
  readonly #checked = new Set<HTMLInputElement>();

  /** @param boxes each in its label, beside a `.count` */
  constructor(boxes: readonly HTMLInputElement[]) {
    this.#boxes = boxes;
  }

  /** Checks what an address asks for. */
  restore(params: URLSearchParams): void {
    for (const box of this.#boxes) this.took(box, params.getAll(box.name).includes(box.value));
    this.refill();
  }

  /** A reader checked a box, or took its mark away. */
  took(box: HTMLInputElement, checked = box.checked): void {
    if (checked) this.#checked.add(box);
    else this.#checked.delete(box);
  }

  /** Shows what is checked. */
  refill(): void {
    for (const box of this.#boxes) box.checked = this.#checked.has(box);
  }

  /** What is checked, as an address holds it. */
  params(): [string, string][] {
    return this.#boxes.filter((box) => this.#checked.has(box)).map(({ name, value }) => [name, value]);
  }

  choice(): Choice {
    const of = (facet: string) => this.params().flatMap(([name, value]) => (name === facet ? [value] : []));
    return { kind: of('kind'), voice: of('voice') };
  }

  /** Kinds in the order of the page. */
  kinds(): string[] {
    return this.#boxes.filter(({ name }) => name === 'kind').map(({ value }) => value);
  }

  /** @param counts see `counts`; undefined takes the numbers away */
  count(counts: ReadonlyMap<string, number> | undefined): void {
    for (const { name, value, parentElement } of this.#boxes) {
      const place = parentElement?.querySelector('.count');
      const many = counts?.get(`${name}=${value}`) ?? 0;
      if (place) place.textContent = counts ? String(many) : '';
      parentElement?.classList.toggle('none', counts !== undefined && many === 0);
    }
  }
}
