/** A place over a drawing that the keyboard can reach. */
export interface Target {
  /** the group in the drawing */
  group: SVGElement;
  name: string;
}

/**
 * Puts elements over the groups of a drawing, at their boxes, so that the keyboard and screen readers meet real HTML.
 * Places are parts of the drawing's own size, so they stay right when it grows.
 *
 * @param svg the drawing; its parent must be positioned
 * @param make makes the element for a target
 * @returns the elements, in the order of the targets; they are in no document yet
 */
export function placeOver(svg: SVGSVGElement, targets: readonly Target[], make: (target: Target, i: number) => HTMLElement): HTMLElement[] {
  const { width, height } = svg.viewBox.baseVal;
  return targets.map((target, i) => {
    const element = make(target, i);
    const hit = target.group.querySelector<SVGGraphicsElement>(':scope > .hit') ?? (target.group as SVGGraphicsElement);
    const box = hit.getBBox();
    element.setAttribute('aria-label', target.name);
    element.style.left = `${(box.x / width) * 100}%`;
    element.style.top = `${(box.y / height) * 100}%`;
    element.style.width = `${(box.width / width) * 100}%`;
    element.style.height = `${(box.height / height) * 100}%`;
    return element;
  });
}

/** What a group of a drawing is called. */
export const nameOf = (group: Element): string => group.querySelector(':scope > title')?.textContent ?? '';
