/** Where marks stand that run on in lines, as words do. */
export interface Run {
  places: readonly { x: number; y: number }[];
  /** the bottom of the last line */
  bottom: number;
}

/**
 * Marks one after the other, in as many lines as they need; every mark takes the same room.
 *
 * @param parts how many marks each part has
 * @param apart how much further apart parts stand; a line begins without
 */
export function runOn(
  parts: readonly number[],
  { left, top, width, step, apart = 0 }: { left: number; top: number; width: number; step: number; apart?: number },
): Run {
  const places: { x: number; y: number }[] = [];
  let [x, y] = [left, top];
  for (const part of parts) {
    if (part > 0 && x > left) x += apart;
    for (let i = 0; i < part; i++) {
      if (x > left && x + step > left + width + 0.01) [x, y] = [left, y + step];
      places.push({ x: Math.round((x + step / 2) * 10) / 10, y: Math.round((y + step / 2) * 10) / 10 });
      x += step;
    }
  }
  return { places, bottom: places.length > 0 ? y + step : top };
}
