import { capital, stop } from '../../lib/text.ts';
import { sideId, token } from '../addresses.ts';
import { answerOf, type Opening } from '../entries.ts';
import { sourceIn } from '../facts.ts';
import type { Entry, EntryOf, Figure, Link, Statement } from '../types.ts';

/** What the fields of an entry say in a voice, as statements like those of its body: answer, reason, sides and key points. */
export function fieldStatements(entry: Entry): Statement[] {
  const answer = answerOf(entry);
  const opening = answer ? [statementOf('answer', entry, answer, 'answer')] : [];
  switch (entry.kind) {
    case 'links':
      return reasonOf(entry);
    case 'cases':
      return toldBy(entry);
    case 'figures':
      return [...opening, ...sidesOf(entry)];
    case 'documents':
      return [...opening, ...guidanceOf(entry)];
    case 'lessons':
      return entry.data['key-points'].map((point, i) => statementOf(point.id, entry, point, `key-points.${i}`));
    default:
      return opening;
  }
}

const split = (value: string): string[] => value.split(/\s+/).filter(Boolean);

/** A sentence of the fields that carries its voice. */
function statementOf(id: string, { ref, at }: Entry, said: Opening, field: string): Statement {
  return {
    id,
    page: ref,
    voice: said.voice,
    section: '',
    text: said.text,
    at: said.voice === 'paper' ? split(said.at) : [],
    from: said.voice === 'editors' ? split(said.from) : [],
    ...(said.voice === 'editors' && { because: said.because }),
    ...(said.voice === 'others' && { source: said.source, stance: said.stance }),
    mentions: [],
    place: at(`${field}.text`),
    attributes: Object.fromEntries(['at', 'from', 'source', 'stance'].map((key) => [key, at(`${field}.${key}`)])),
  };
}

/** The reason of a judged link. */
function reasonOf({ ref, data, at }: Link): Statement[] {
  if (data.state === 'not-assessed') return [];
  return [
    {
      id: 'reason',
      page: ref,
      voice: data.voice,
      section: '',
      text: data.reason,
      at: data.at ? [data.at] : [],
      from: data['rests-on'],
      mentions: [],
      place: at('reason'),
      attributes: { from: at('rests-on'), at: at('at') },
    },
  ];
}

/** What a case tells: in the words of its source, in ours, and what is not told. */
function toldBy({ ref, data, at }: EntryOf<'cases'>): Statement[] {
  const statement = { page: ref, section: '', at: [], from: [], mentions: [], attributes: {} };
  return [
    {
      ...statement,
      id: 'telling',
      voice: 'others',
      text: data.telling.text,
      source: sourceIn(data.telling.fact),
      place: at('telling.text'),
    },
    ...data.illustrates.map(({ to, fact, why }, i) => ({
      ...statement,
      id: token(to),
      voice: 'editors' as const,
      text: why,
      from: [`sources/${sourceIn(fact)}`],
      place: at(`illustrates.${i}.why`),
    })),
    ...(data.unknown.length > 0
      ? [
          {
            ...statement,
            id: 'not-told',
            voice: 'unknown' as const,
            text: data.unknown.map((text) => stop(capital(text))).join(' '),
            place: at('unknown'),
          },
        ]
      : []),
  ];
}

/** How each part of a sheet is meant to be filled in, under the heading of the part. */
const guidanceOf = (entry: EntryOf<'documents'>): Statement[] =>
  entry.data.parts.flatMap(({ heading, why }, i) =>
    why.map((said, j) => ({ ...statementOf(said.id, entry, said, `parts.${i}.why.${j}`), section: heading })),
  );

/** What stands on either side of a figure. */
const sidesOf = ({ ref, data, at }: Figure): Statement[] =>
  data.sides.flatMap(({ on, because, from, ...texts }, i) =>
    (['outside', 'inside'] as const).map((side) => ({
      id: sideId(on, side),
      page: ref,
      voice: 'editors' as const,
      section: '',
      text: texts[side],
      at: [],
      from: split(from),
      because,
      mentions: [],
      place: at(`sides.${i}.${side}`),
      attributes: { from: at(`sides.${i}.from`) },
    })),
  );
