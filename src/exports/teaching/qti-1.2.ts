import type { Guide, QuizQuestion } from '../../guide/types.ts';
import type { AddressFor } from '../addresses.ts';
import { documentOf, el, itemName, type Xml } from '../xml.ts';
import { zipOf } from '../zip.ts';
import { feedbackHtml, feedbackText } from './feedback.ts';
import { type ChoiceQuestion, type LinesQuestion, platformQuestion } from './platform-question.ts';

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
  schema: 'http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_qtiasiv1p2p1_v1p0.xsd',
  fields: { cc_profile: 'cc.exam.v0p1' },
  choiceFields: (multiple) => ({ cc_profile: multiple ? 'cc.multiple_response.v0p1' : 'cc.multiple_choice.v0p1' }),
};

const material = (text: string, texttype = 'text/plain'): Xml => el('material', {}, el('mattext', { texttype }, text));
const metadata = (fields: Readonly<Record<string, string>>): Xml =>
  el(
    'qtimetadata',
    {},
    ...Object.entries(fields).map(([label, entry]) => el('qtimetadatafield', {}, el('fieldlabel', {}, label), el('fieldentry', {}, entry))),
  );
const itemMetadata = (fields: Readonly<Record<string, string>>): Xml => el('itemmetadata', {}, metadata(fields));
const outcomes = el('outcomes', {}, el('decvar', { maxvalue: '100', minvalue: '0', varname: 'SCORE', vartype: 'Decimal' }));
const itemFeedback = (ident: string, content: Xml): Xml => el('itemfeedback', { ident }, el('flow_mat', {}, content));
const show = (ident: string): Xml => el('displayfeedback', { feedbacktype: 'Response', linkrefid: ident });
// Moodle looks for a right answer of several among those that are compared letter by letter
const equal = (respident: string, choice: string): Xml => el('varequal', { respident, case: 'Yes' }, choice);

/**
 * A question of choices. What scores comes first, shows the feedback of what is right, and ends it: Open edX takes every choice
 * for right that it meets up to the first condition that ends, and Moodle looks there for the feedback of the right one. What
 * is shown after other answers follows.
 */
function choiceItem(ident: string, title: string, { prompt, multiple, choices }: Omit<ChoiceQuestion, 'form'>, dialect: Dialect): Xml {
  const right = choices.filter((choice) => choice.right);
  const wrong = choices.filter((choice) => !choice.right);
  const is = ({ name }: { name: string }): Xml => equal('response1', name);
  const shown = ({ name }: { name: string }): Xml => show(`${name}_fb`);
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
        el('render_choice', {}, ...choices.map(({ name, text }) => el('response_label', { ident: name }, material(text)))),
      ),
    ),
    el(
      'resprocessing',
      {},
      outcomes,
      el(
        'respcondition',
        { continue: 'No' },
        el(
          'conditionvar',
          {},
          ...(multiple ? [el('and', {}, ...right.map(is), ...wrong.map((one) => el('not', {}, is(one))))] : right.map(is)),
        ),
        el('setvar', { action: 'Set', varname: 'SCORE' }, '100'),
        ...right.map(shown),
      ),
      ...(multiple ? choices : wrong).map((one) =>
        el('respcondition', { continue: multiple ? 'Yes' : 'No' }, el('conditionvar', {}, is(one)), shown(one)),
      ),
    ),
    ...choices.map(({ name, feedback }) => itemFeedback(`${name}_fb`, material(feedbackText(feedback)))),
  );
}

/** Lines that take one of a list each, each worth the same share. */
function linesItem(ident: string, { prompt, lines, options, feedback }: LinesQuestion, fields: Readonly<Record<string, string>>): Xml {
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
          el('conditionvar', {}, equal(`response_line${i + 1}`, name(right))),
          el('setvar', { varname: 'SCORE', action: 'Add' }, share),
        ),
      ),
      el('respcondition', { continue: 'Yes' }, el('conditionvar', {}, el('other')), show('general_fb')),
    ),
    itemFeedback('general_fb', material(feedback.map((one) => feedbackHtml(one).xml).join(''), 'text/html')),
  );
}

/**
 * A question as items of QTI 1.2: one, or where the dialect knows choices only, one for each line.
 *
 * @returns the elements
 */
function items12(guide: Guide, question: QuizQuestion, addressFor: AddressFor, dialect: Dialect): Xml[] {
  const ident = itemName(question.id);
  const asked = platformQuestion(guide, question, addressFor);
  if (asked.form === 'choices') return [choiceItem(ident, asked.prompt, asked, dialect)];
  if (dialect.linesFields) return [linesItem(ident, asked, dialect.linesFields)];
  return asked.lines.map(({ text, right, feedback }, n) =>
    choiceItem(
      `${ident}-${n + 1}`,
      text,
      {
        prompt: `${asked.prompt} ${text}`,
        multiple: false,
        choices: asked.options.map((option, i) => ({ name: `choice${i + 1}`, text: option, right: option === right, feedback })),
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
