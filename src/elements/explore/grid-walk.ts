/** A place in a grid: row and column, counted from 0. */
export interface Place {
  r: number;
  c: number;
}

/** How many rows Page Up and Page Down go. */
const PAGE = 5;

/**
 * Where a key leads in a grid (WAI-ARIA APG, grid pattern): no wrapping, and places without a cell are passed over.
 *
 * @param key as `KeyboardEvent.key` names it
 * @param has whether a place has a cell
 * @returns the new place, the old one where the way ends, or undefined for a key that moves nothing
 */
export function walkGrid(
  at: Place,
  key: string,
  ctrl: boolean,
  size: { rows: number; columns: number },
  has: (place: Place) => boolean,
): Place | undefined {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const go = (dr: number, dc: number, most: number): Place => {
    let best = at;
    for (let step = 1; step <= most; step++) {
      const next = { r: at.r + dr * step, c: at.c + dc * step };
      if (next.r < 0 || next.r > lastRow || next.c < 0 || next.c > lastColumn) break;
      if (has(next)) {
        best = next;
        if (most === Number.POSITIVE_INFINITY) break;
      }
    }
    return best;
  };
  /** the first place with a cell, along rows, from one corner */
  const corner = (from: Place, dr: number, dc: number): Place => {
    for (let r = from.r; r >= 0 && r <= lastRow; r += dr)
      for (let c = from.c; c >= 0 && c <= lastColumn; c += dc) if (has({ r, c })) return { r, c };
    return at;
  };
  const inRow = (from: number, dc: number): Place => {
    for (let c = from; c >= 0 && c <= lastColumn; c += dc) if (has({ r: at.r, c })) return { r: at.r, c };
    return at;
  };
  switch (key) {
    case 'ArrowRight':
      return go(0, 1, Number.POSITIVE_INFINITY);
    case 'ArrowLeft':
      return go(0, -1, Number.POSITIVE_INFINITY);
    case 'ArrowDown':
      return go(1, 0, Number.POSITIVE_INFINITY);
    case 'ArrowUp':
      return go(-1, 0, Number.POSITIVE_INFINITY);
    case 'PageDown':
      return go(1, 0, PAGE);
    case 'PageUp':
      return go(-1, 0, PAGE);
    case 'Home':
      return ctrl ? corner({ r: 0, c: 0 }, 1, 1) : inRow(0, 1);
    case 'End':
      return ctrl ? corner({ r: lastRow, c: lastColumn }, -1, -1) : inRow(lastColumn, -1);
    default:
      return undefined;
  }
}
