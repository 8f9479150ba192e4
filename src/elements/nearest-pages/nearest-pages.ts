/** A page that a lost reader may have meant. */
export interface Candidate {
  /** address inside the site, such as /gaps/timetables/ */
  address: string;
  title: string;
}

const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** Pairs of neighboring letters, each word with its edges marked. */
const pairs = (text: string): Set<string> =>
  new Set(words(text).flatMap((word) => Array.from({ length: word.length + 1 }, (_, i) => ` ${word} `.slice(i, i + 2))));

/** How alike two texts are, from 0 to 1: shared letter pairs over all (Dice). Two typing errors leave most pairs standing. */
const likeness = (a: Set<string>, b: Set<string>): number =>
  a.size + b.size === 0 ? 0 : (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);

/**
 * The pages nearest to an address that leads nowhere.
 *
 * @param path the address inside the site
 * @param candidates the pages there are
 * @param most how many to give
 * @returns nearest first; pages with next to nothing in common are left out
 */
export function nearestPages<T extends Candidate>(path: string, candidates: readonly T[], most = 3): T[] {
  const clean = decodeSafely(path).replace(/(?:\/index)?(?:\.html?)?$/i, '');
  const whole = pairs(clean);
  const last = pairs(words(clean.split('/').filter(Boolean).at(-1) ?? '').join(' '));
  return candidates
    .map((candidate) => {
      const segments = candidate.address.split('/').filter(Boolean);
      const own = pairs((segments.at(-1) ?? '').replace('#', ''));
      const score = Math.max(likeness(last, own), likeness(last, pairs(candidate.title))) + likeness(whole, pairs(candidate.address)) / 2;
      return { candidate, score };
    })
    .filter(({ score }) => score > 0.7)
    .sort((a, b) => b.score - a.score || (a.candidate.address < b.candidate.address ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
