import type { Guide, QuizQuestion } from '../../guide/types.ts';
import { itemAt } from '../../lib/items.ts';
import { shuffled } from '../../lib/shuffle.ts';
import { isChosen } from '../../schemas/quiz.ts';
import type { AddressFor } from '../addresses.ts';
import { feedbackText } from './feedback.ts';
import { documentOf, el, itemName, type Xml } from './xml.ts';
import { zipOf } from './zip.ts';

const QTI = 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2';

/** What a question is to a platform that reads QTI 1.2, beside its form. */
export interface Dialect {
  /** where the schema of the dialect is */
  schema: string;
  /** fields of the metadata of all questions together */
  fields: Readonly<Record<string, string>>;
  /** fields of the item's metadata for a question of choices */
  choiceFields(multiple: boolean): Readonly<Record<string, string>>;
  /** the same for lines with a list each; without it a question of lines becomes questions of choices */
  linesFields?: Readonly<Record<string, string>>;
}

/** As Canvas and most others read it: the kind of question in a field of its own. */
const PLAIN: Dialect = {
  schema: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd',
  fields: {},
  choiceFields: (multiple) => ({
    question_type: multiple ? 'multiple_answers_question' : 'multiple_choice_question',
    points_possible: '1',
  }),
  linesFields: { question_type: 'matching_question', points_possible: '1' },
};

/** As the profile of Common Cartridge has it, which knows choices only. */
export const CARTRIDGE: Dialect = {
  schema: 'http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_qtiasiv1p2p1_v1p0.xsd',
  fields: { cc_profile: 'cc.exam.v0p1' },
  choiceFields: (multiple) => ({ cc_profile: multiple ? 'cc.multiple_response.v0p1' : 'cc.multiple_choice.v0p1' }),
};

const material = (text: string): Xml => el('material', {}, el('mattext', { texttype: 'text/plain' }, text));
const metadata = (fields: Readonly<Record<string, string>>): Xml =>
  el(
    'qtimetadata',
    {},
    ...Object.entries(fields).map(([label, entry]) => el('qtimetadatafield', {}, el('fieldlabel', {}, label), el('fieldentry', {}, entry))),
  );
const itemMetadata = (fields: Readonly<Record<string, string>>): Xml => el('itemmetadata', {}, metadata(fields));
const outcomes = el('outcomes', {}, el('decvar', { maxvalue: '100', minvalue: '0', varname: 'SCORE', vartype: 'Decimal' }));
const itemFeedback = (ident: string, text: string): Xml => el('itemfeedback', { ident }, el('flow_mat', {}, material(text)));
const show = (ident: string): Xml => el('displayfeedback', { feedbacktype: 'Response', linkrefid: ident });

/** One question of choices. */
interface Choices {
  ident: string;
  title: string;
  prompt: string;
  multiple: boolean;
  choices: readonly { ident: string; text: string; right: boolean; feedback: string }[];
}

function choiceItem({ ident, title, prompt, multiple, choices }: Choices, dialect: Dialect): Xml {
  const equal = (choice: string): Xml => el('varequal', { respident: 'response1' }, choice);
  const right = choices.filter((choice) => choice.right);
  const wrong = choices.filter((choice) => !choice.right);
  const condition = multiple
    ? el('and', {}, ...right.map((choice) => equal(choice.ident)), ...wrong.map((choice) => el('not', {}, equal(choice.ident))))
    : equal(itemAt(right, 0).ident);
  return el(
    'item',
    { ident, title },
    itemMetadata(dialect.choiceFields(multiple)),
    el(
      'presentation',
      {},
      material(prompt),
      el(
        'response_lid',
        { ident: 'response1', rcardinality: multiple ? 'Multiple' : 'Single' },
        el('render_choice', {}, ...choices.map((choice) => el('response_label', { ident: choice.ident }, material(choice.text)))),
      ),
    ),
    el(
      'resprocessing',
      {},
      outcomes,
      ...choices.map((choice) =>
        el('respcondition', { continue: 'Yes' }, el('conditionvar', {}, equal(choice.ident)), show(`${choice.ident}_fb`)),
      ),
      el('respcondition', { continue: 'No' }, el('conditionvar', {}, condition), el('setvar', { action: 'Set', varname: 'SCORE' }, '100')),
    ),
    ...choices.map((choice) => itemFeedback(`${choice.ident}_fb`, choice.feedback)),
  );
}

/** Lines that take one of a list each: what belongs to what, or which place a thing has. */
interface Lines {
  ident: string;
  prompt: string;
  lines: readonly { text: string; right: string; feedback: string }[];
  options: readonly string[];
}

function linesItem({ ident, prompt, lines, options }: Lines, fields: Readonly<Record<string, string>>): Xml {
  const name = (option: string): string => `option${options.indexOf(option) + 1}`;
  const share = (100 / lines.length).toFixed(2);
  return el(
    'item',
    { ident, title: prompt },
    itemMetadata(fields),
    el(
      'presentation',
      {},
      material(prompt),
      ...lines.map(({ text }, i) =>
        el(
          'response_lid',
          { ident: `response_line${i + 1}` },
          material(text),
          el('render_choice', {}, ...options.map((option) => el('response_label', { ident: name(option) }, material(option)))),
        ),
      ),
    ),
    el(
      'resprocessing',
      {},
      outcomes,
      ...lines.map(({ right }, i) =>
        el(
          'respcondition',
          { continue: 'Yes' },
          el('conditionvar', {}, el('varequal', { respident: `response_line${i + 1}` }, name(right))),
          el('setvar', { varname: 'SCORE', action: 'Add' }, share),
        ),
      ),
      el('respcondition', { continue: 'Yes' }, el('conditionvar', {}, el('other')), show('general_fb')),
    ),
    itemFeedback(
      'general_fb',
      lines
        .map(({ feedback }) => feedback)
        .filter(Boolean)
        .join(' '),
    ),
  );
}

/**
 * A question as items of QTI 1.2: one, or where the dialect knows choices only, one for each line.
 *
 * @returns the elements
 */
function items12(guide: Guide, { id, data }: QuizQuestion, addressFor: AddressFor, dialect: Dialect): Xml[] {
  const said = (feedback: string, from: string): string => feedbackText(guide, feedback, from, addressFor);
  if (isChosen(data))
    return [
      choiceItem(
        {
          ident: itemName(id),
          title: data.prompt,
          prompt: data.prompt,
          multiple: data.type === 'multiple',
          choices: shuffled(
            data.choices.map((choice, i) => ({
              ident: `choice${i + 1}`,
              text: choice.text,
              right: choice.right,
              feedback: said(choice.feedback, choice.from),
            })),
            id,
          ),
        },
        dialect,
      ),
    ];
  const lines: Lines =
    data.type === 'match'
      ? {
          ident: itemName(id),
          prompt: data.prompt,
          lines: data.pairs.map(({ left, right, feedback, from }) => ({ text: left, right, feedback: said(feedback, from) })),
          options: shuffled(
            data.pairs.map(({ right }) => right),
            id,
          ),
        }
      : {
          ident: itemName(id),
          prompt: data.prompt,
          lines: shuffled(
            data.items.map((text, i) => ({ text, right: String(i + 1), feedback: i === 0 ? said(data.feedback, data.from) : '' })),
            id,
          ),
          options: data.items.map((_, i) => String(i + 1)),
        };
  if (dialect.linesFields) return [linesItem(lines, dialect.linesFields)];
  const general = lines.lines.map(({ feedback }) => feedback).find(Boolean) ?? '';
  return lines.lines.map(({ text, right, feedback }, n) =>
    choiceItem(
      {
        ident: `${itemName(id)}-${n + 1}`,
        title: data.prompt,
        prompt: `${data.prompt} ${text}`,
        multiple: false,
        choices: lines.options.map((option, i) => ({
          ident: `choice${i + 1}`,
          text: option,
          right: option === right,
          feedback: feedback || general,
        })),
      },
      dialect,
    ),
  );
}

/** Questions as one assessment of QTI 1.2. */
export function assessment12(
  guide: Guide,
  questions: readonly QuizQuestion[],
  id: string,
  title: string,
  addressFor: AddressFor,
  dialect: Dialect,
): string {
  return documentOf(
    el(
      'questestinterop',
      { xmlns: QTI, 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'xsi:schemaLocation': `${QTI} ${dialect.schema}` },
      el(
        'assessment',
        { ident: id, title },
        Object.keys(dialect.fields).length > 0 && metadata(dialect.fields),
        el('section', { ident: 'root_section' }, ...questions.flatMap((question) => items12(guide, question, addressFor, dialect))),
      ),
    ),
  );
}

/** Questions as a content package of QTI 1.2. */
export function qti12(guide: Guide, questions: readonly QuizQuestion[], id: string, title: string, addressFor: AddressFor): Uint8Array {
  const file = `${id}.xml`;
  const manifest = documentOf(
    el(
      'manifest',
      { xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1', identifier: `${id}-manifest` },
      el('metadata', {}, el('schema', {}, 'IMS Content'), el('schemaversion', {}, '1.1.3')),
      el('organizations'),
      el('resources', {}, el('resource', { identifier: id, type: 'imsqti_xmlv1p2', href: file }, el('file', { href: file }))),
    ),
  );
  return zipOf({ 'imsmanifest.xml': manifest, [file]: assessment12(guide, questions, id, title, addressFor, PLAIN) }, ['imsmanifest.xml']);
}
