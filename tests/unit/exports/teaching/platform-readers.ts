/**
 * Readers of our files with the rules of three programs that import them, written from their sources: Moodle 4.5
 * (backup/cc, backup/converter/imscc11, question/format/gift and xml), Open EdX's cc2olx (commit 99ed3e9) and the importer of
 * Canvas New Quizzes, the gem `qti` 2.27.0. The same file means different things to them; ours must mean the same.
 */
import { DOMParser } from 'linkedom';

export type Files = ReadonlyMap<string, string>;

/** A question as a program has it after the import. */
export type Imported =
  | { prompt: string; multiple: boolean; choices: { text: string; share: number; feedback: string }[]; general: string }
  | { prompt: string; lines: { left: string; right: string }[]; general: string };

export const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
export const all = (from: Document | Element, selector: string): Element[] => [...from.querySelectorAll(selector)];
export const textOf = (element: Element | null | undefined): string => element?.textContent ?? '';
const nameOf = (element: Element): string => element.tagName.toLowerCase();
/** Elements that stand directly below each other, by their names. */
const below = (from: Element, ...path: string[]): Element[] =>
  path.reduce<Element[]>((found, name) => found.flatMap((one) => [...one.children].filter((child) => nameOf(child) === name)), [from]);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** The choices of an item of QTI 1.2, by their names. */
const labelsOf = (item: Element): Map<string, string> =>
  new Map(all(item, 'response_label').map((label) => [attribute(label, 'ident'), textOf(label.querySelector('mattext'))]));
const promptOf = (item: Element): string => textOf(below(item, 'presentation', 'material', 'mattext')[0]);
const fieldOf = (item: Element, label: string): string =>
  textOf(
    all(item, 'qtimetadatafield')
      .find((field) => textOf(field.querySelector('fieldlabel')) === label)
      ?.querySelector('fieldentry'),
  );
const conditionsOf = (item: Element): Element[] => below(item, 'resprocessing', 'respcondition');
const feedbackIn = (item: Element, ident: string): string =>
  textOf(
    all(item, 'itemfeedback')
      .find((one) => attribute(one, 'ident') === ident)
      ?.querySelector('mattext'),
  );

/** How Moodle knows a cartridge: by the first 1,024 bytes of its manifest. */
export function moodleFormat(files: Files): 'imscc11' | undefined {
  const start = new TextDecoder().decode(new TextEncoder().encode(files.get('imsmanifest.xml') ?? '').slice(0, 1024));
  const squeezed = start.toLowerCase().replace(/[\s'"]/g, '');
  return squeezed.includes('xmlns=http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1') ? 'imscc11' : undefined;
}

/** The titles that Moodle shows to learners: what is meant for an instructor or a mentor arrives hidden. */
export function moodleShows(files: Files): string[] {
  const manifest = parse(files.get('imsmanifest.xml') as string);
  return all(manifest, 'item[identifierref]').flatMap((item) => {
    const resource = all(manifest, 'resource').find((one) => attribute(one, 'identifier') === attribute(item, 'identifierref'));
    const role = resource && all(resource, '*').find((one) => nameOf(one) === 'lom:intendedenduserrole');
    const value = role && [...role.children].find((one) => nameOf(one) === 'lom:value');
    return /^(instructor|mentor)$/i.test(textOf(value).trim()) ? [] : [textOf(item.querySelector('title'))];
  });
}

/** A quiz of a cartridge as Moodle has it. */
export const moodleQuiz = (assessment: string): Imported[] =>
  all(parse(assessment), 'item').map((item) => {
    const conditions = conditionsOf(item);
    const first = (condition: Element): string => textOf(below(condition, 'conditionvar', 'varequal')[0]).toLowerCase();
    const shown = (some: readonly Element[]): string =>
      some
        .flatMap((condition) => below(condition, 'displayfeedback'))
        .map((display) => feedbackIn(item, attribute(display, 'linkrefid')))
        .join(' ');
    const multiple = fieldOf(item, 'cc_profile') === 'cc.multiple_response.v0p1';
    // those that are compared letter by letter, in what gives 100
    const right = conditions
      .filter((condition) => below(condition, 'setvar').some((set) => attribute(set, 'varname') === 'SCORE' && textOf(set) === '100'))
      .flatMap((condition) => all(condition, 'varequal'))
      .filter((equal) => attribute(equal, 'case') === 'Yes' && nameOf(equal.parentElement as Element) !== 'not')
      .map(textOf);
    const shareOf = (name: string): number => {
      if (multiple && right.includes(name)) return 1 / right.length;
      // the last condition that names the choice decides
      const last = conditions.filter((condition) => first(condition) === name.toLowerCase()).at(-1);
      return last && textOf(below(last, 'setvar')[0]) ? 1 : 0;
    };
    return {
      prompt: promptOf(item),
      multiple,
      choices: [...labelsOf(item)].map(([name, text]) => ({
        text,
        share: shareOf(name),
        feedback: shown(conditions.filter((condition) => first(condition) === name.toLowerCase())),
      })),
      general: shown(conditions.filter((condition) => attribute(condition, 'continue').toLowerCase() === 'yes')),
    };
  });

/** A quiz of a cartridge as Open edX has it: every choice that is named up to the first condition that ends is right. No feedback arrives. */
export const openEdxQuiz = (assessment: string): Imported[] =>
  all(parse(assessment), 'item').map((item) => {
    const right = new Set<string>();
    for (const condition of conditionsOf(item)) {
      const plain = below(condition, 'conditionvar', 'varequal');
      const within = [...below(condition, 'conditionvar', 'and', 'varequal'), ...below(condition, 'conditionvar', 'or', 'varequal')];
      for (const equal of plain.length > 0 ? plain : within) right.add(textOf(equal));
      if ((attribute(condition, 'continue') || 'No') === 'No') break;
    }
    const multiple = fieldOf(item, 'cc_profile') === 'cc.multiple_response.v0p1';
    return {
      prompt: promptOf(item),
      multiple,
      choices: [...labelsOf(item)].map(([name, text]) => ({ text, share: right.has(name) ? 1 / right.size : 0, feedback: '' })),
      general: '',
    };
  });

/** Questions of QTI 1.2, or of a cartridge, as Canvas New Quizzes has them. */
export const newQuizzes = (assessment: string): Imported[] =>
  all(parse(assessment), 'item').map((item) => {
    const conditions = conditionsOf(item);
    const general = feedbackIn(item, 'general_fb');
    if (fieldOf(item, 'question_type') === 'matching_question') {
      const labels = labelsOf(item);
      const key = new Map(
        all(item, 'respcondition')
          .filter((condition) => below(condition, 'setvar').length > 0)
          .flatMap((condition) => below(condition, 'conditionvar', 'varequal'))
          .map((equal) => [attribute(equal, 'respident'), labels.get(textOf(equal)) as string]),
      );
      return {
        prompt: promptOf(item),
        lines: all(item, 'response_lid').map((lid) => ({
          left: textOf(lid.querySelector('mattext')),
          right: key.get(attribute(lid, 'ident')) as string,
        })),
        general,
      };
    }
    const and = all(item, 'resprocessing and')[0];
    const right = and
      ? [...and.children].filter((one) => nameOf(one) !== 'not').map(textOf)
      : conditions
          .filter((condition) => textOf(condition.querySelector('setvar')) !== '')
          .map((condition) => textOf(condition.querySelector('varequal')));
    const feedback = new Map(
      conditions.flatMap((condition) => {
        const [equal] = below(condition, 'conditionvar', 'varequal');
        const [display] = below(condition, 'displayfeedback');
        return equal && display ? [[textOf(equal), feedbackIn(item, attribute(display, 'linkrefid'))]] : [];
      }),
    );
    return {
      prompt: promptOf(item),
      multiple: attribute(all(item, 'response_lid')[0] as Element, 'rcardinality') === 'Multiple',
      choices: [...labelsOf(item)].map(([name, text]) => ({
        text,
        share: right.includes(name) ? 1 / right.length : 0,
        feedback: feedback.get(name) ?? '',
      })),
      general,
    };
  });

/** The shares of a question that Moodle knows (question/engine/bank.php); any other stops an import. */
const SHARES = [1, 0.9, 5 / 6, 0.8, 0.75, 0.7, 2 / 3, 0.6, 0.5, 0.4, 1 / 3, 0.3, 0.25, 0.2, 1 / 6, 1 / 7, 0.125, 1 / 9, 0.1, 0.05, 0];
function moodleShare(percent: string): number {
  const share = Number(percent) / 100;
  const known = SHARES.find((one) => Math.abs(Math.abs(share) - one) < 0.00001);
  if (known === undefined) throw new Error(`Moodle knows no share of ${percent}%.`);
  return share < 0 ? -known : known;
}

/** A text of HTML as it is read. */
const shownText = (html: string): string =>
  html
    .replace(/<\/?p>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name as 'lt'])
    .replace(/\s+/g, ' ')
    .trim();

/** A file of Moodle XML as Moodle has it: the category, and the questions. */
export function moodleXmlBank(xml: string): { category: string; questions: Imported[] } {
  const [head, ...rest] = below(parse(xml).documentElement, 'question');
  const text = (from: Element, ...path: string[]): string => textOf(below(from, ...path, 'text')[0]);
  const html = (from: Element, ...path: string[]): string => {
    const [holder] = path.length > 0 ? below(from, ...path) : [from];
    if (holder && attribute(holder, 'format') !== 'html') throw new Error(`${path.join('/')} names no format.`);
    return shownText(text(from, ...path));
  };
  return {
    category: text(head as Element, 'category'),
    questions: rest.map((question): Imported => {
      const common = { prompt: html(question, 'questiontext'), general: html(question, 'generalfeedback') };
      const type = attribute(question, 'type');
      if (type === 'matching')
        return {
          ...common,
          lines: below(question, 'subquestion').map((line) => ({ left: html(line), right: text(line, 'answer') })),
        };
      if (type !== 'multichoice') throw new Error(`Moodle core knows no type ${type} that is meant here.`);
      return {
        ...common,
        multiple: textOf(below(question, 'single')[0]) !== 'true',
        choices: below(question, 'answer').map((answer) => ({
          text: html(answer),
          share: moodleShare(attribute(answer, 'fraction')),
          feedback: html(answer, 'feedback'),
        })),
      };
    }),
  };
}

/** A file of GIFT as Moodle has it. */
export function giftBank(gift: string): { category: string; questions: Imported[] } {
  const signs = [':', '#', '=', '{', '}', '~'];
  const hidden = (text: string): string =>
    signs
      .reduce((all, sign, i) => all.replaceAll(`\\${sign}`, `&&${i};`), text.replaceAll('\\\\', '&&backslash;'))
      .replaceAll('&&backslash;', '\\');
  const back = (text: string): string => signs.reduce((all, sign, i) => all.replaceAll(`&&${i};`, sign), text).trim();
  const html = (text: string): string => shownText(back(text));
  let category = '';
  const questions = gift.split(/\n\s*\n/).flatMap((block): Imported[] => {
    const text = hidden(
      block
        .split('\n')
        .map((line) => (line.trim().startsWith('//') ? ' ' : line))
        .join('\n')
        .trim(),
    );
    if (text === '') return [];
    if (text.startsWith('$CATEGORY:')) {
      category = text.slice(10).trim();
      return [];
    }
    const [, , named = text] = /^::(.*?)::([\s\S]*)$/.exec(text) ?? [];
    const [open, close] = [named.indexOf('{'), named.indexOf('}')];
    if (open < 0 || close < open) throw new Error(`No answers: ${named}`);
    let answers = named.slice(open + 1, close).trim();
    const prompt = named.slice(0, open).trim();
    if (!prompt.startsWith('[html]')) throw new Error(`No format: ${prompt}`);
    const at = answers.lastIndexOf('####');
    const general = at < 0 ? '' : html(answers.slice(at + 4));
    if (at >= 0) answers = answers.slice(0, at).trim();
    const common = { prompt: html(prompt.slice(6)), general };
    if (answers.includes('~')) {
      const parts = answers
        .replaceAll('=', '~=')
        .split('~')
        .map((part) => part.trim())
        .filter(Boolean);
      return [
        {
          ...common,
          multiple: !answers.includes('='),
          choices: parts.map((part) => {
            const [, weight] = /^%(-*[0-9]{1,2}\.?[0-9]*)%/.exec(part) ?? [];
            const rest = part.startsWith('=') ? part.slice(1) : weight === undefined ? part : part.slice(weight.length + 2);
            const [said = '', ...feedback] = rest.split('#');
            return {
              text: html(said),
              share: part.startsWith('=') ? 1 : weight === undefined ? 0 : moodleShare(weight),
              feedback: html(feedback.join('#')),
            };
          }),
        },
      ];
    }
    const lines = answers.split('=').filter((part) => part.trim());
    if (!lines.every((line) => line.includes('->'))) throw new Error(`Neither choices nor lines: ${answers}`);
    return [
      {
        ...common,
        lines: lines.map((line) => ({ left: html(line.slice(0, line.indexOf('->'))), right: back(line.slice(line.indexOf('->') + 2)) })),
      },
    ];
  });
  return { category, questions };
}
