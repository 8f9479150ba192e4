export const NOUNS =
  'drill library borrower shelf ladder saw clamp counter manual deposit evening branch neighbor repair workshop plan season waiting list tool rota key drawer bench lamp hinge fence roof garden budget meeting letter volunteer schedule rule permit catalog receipt box wheel engine pump wrench vise chisel plane mallet brush glue nail screw bolt bracket beam tile pipe cable switch meter gauge level file rasp anvil forge kiln loom spindle needle thread cloth apron glove boot helmet mask'.split(
    ' ',
  );
export const VERBS =
  'lends keeps moves delays shares repairs counts returns stores orders marks opens closes follows checks lists needs uses plans pays saves trades carries fixes'.split(
    ' ',
  );
export const ADJECTIVES =
  'early late small shared borrowed rusty heavy plain local busy quiet spare sturdy narrow open closed regular seasonal careful patient public private old new common simple'.split(
    ' ',
  );
const JOINTS = 'while because although unless where before after'.split(' ');
const SYLLABLES = 'bra del fen gor hal kin lum mar nor pel quin ros sten tav und ver wex yar zel ash'.split(' ');

/** A generator of numbers below one, always the same for a name (mulberry32 on a hash of it). */
function dice(name: string): () => number {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts and choices for one entry. */
export function writer(name: string) {
  const roll = dice(name);
  const below = (n: number) => Math.floor(roll() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
  const place = () => {
    const name = times(2 + below(2), () => pick(SYLLABLES)).join('');
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const thing = () => `the ${roll() < 0.6 ? `${pick(ADJECTIVES)} ` : ''}${pick(NOUNS)}${roll() < 0.25 ? ` of ${place()}` : ''}`;
  const clause = () => `${thing()} ${pick(VERBS)} ${thing()}`;
  const sentence = (start = '') => {
    const text = `${start}${clause()}${roll() < 0.7 ? ` ${pick(JOINTS)} ${clause()}` : ''}.`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const sentences = (n: number) => times(n, () => sentence()).join(' ');
  const phrase = () => `${pick(ADJECTIVES)} ${pick(NOUNS)} ${pick(VERBS)} ${pick(ADJECTIVES)} ${pick(NOUNS)}`;
  /** as many as the average says, one more or fewer */
  const about = (average: number) => Math.max(0, Math.floor(average + roll()));
  return { roll, below, pick, times, place, thing, sentence, sentences, phrase, about };
}

export type Writer = ReturnType<typeof writer>;
