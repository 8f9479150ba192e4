import type { Guide, QuizQuestion } from '../../guide/types.ts';
import { shuffled } from '../../lib/shuffle.ts';
import { isChosen } from '../../schemas/quiz.ts';
import type { AddressFor } from '../addresses.ts';
import { documentOf, el, itemName, type Xml } from '../xml.ts';
import { zipOf } from '../zip.ts';
import { type Feedback, feedbackHtml, feedbackOf } from './feedback.ts';
import { type LinesQuestion, platformQuestion } from './platform-question.ts';

const QTI = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const ROOT = {
  xmlns: QTI,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd`,
};

const baseValue = (baseType: string, value: string): Xml => el('baseValue', { baseType }, value);
const setScore = (value: Xml): Xml => el('setOutcomeValue', { identifier: 'SCORE' }, value);
const RESPONSE = el('variable', { identifier: 'RESPONSE' });

/** Whether the whole answer is the right one, and what follows from it. */
const whole = (...otherwise: readonly Xml[]): Xml =>
  el(
    'responseCondition',
    {},
    el('responseIf', {}, el('match', {}, RESPONSE, el('correct', { identifier: 'RESPONSE' })), setScore(baseValue('float', '1'))),
    ...(otherwise.length > 0 ? [el('responseElse', {}, ...otherwise)] : []),
  );

/** What one of so many lines is worth. */
const shareOf = (lines: number): string => (1 / lines).toFixed(4);

/** What an item holds beside its prompt. */
interface Item {
  cardinality: 'single' | 'multiple' | 'ordered';
  baseType: 'identifier' | 'directedPair';
  /** the right answer, by name */
  right: readonly string[];
  /** points for parts of it */
  mapping?: Xml;
  interaction: Xml;
  scoring: Xml;
  /** what is said after every answer; without it each choice has its own */
  feedback?: readonly Feedback[];
}

/** What the kinds of question differ in. Of matching and order each line is worth a share, as in QTI 1.2. */
function kindOf(guide: Guide, question: QuizQuestion, addressFor: AddressFor): Item {
  const { id, data } = question;
  const prompt = el('prompt', {}, data.prompt);
  const asked = { responseIdentifier: 'RESPONSE', shuffle: 'true' };
  if (isChosen(data))
    return {
      cardinality: data.type === 'single' ? 'single' : 'multiple',
      baseType: 'identifier',
      right: data.choices.flatMap(({ right }, i) => (right ? [`choice${i + 1}`] : [])),
      interaction: el(
        'choiceInteraction',
        { ...asked, maxChoices: data.type === 'single' ? 1 : 0 },
        prompt,
        ...data.choices.map(({ text }, i) => el('simpleChoice', { identifier: `choice${i + 1}` }, text)),
      ),
      scoring: whole(),
    };
  const { feedback } = platformQuestion(guide, question, addressFor) as LinesQuestion;
  if (data.type === 'match') {
    const right = data.pairs.map((_, i) => `left${i + 1} right${i + 1}`);
    const side = (name: 'left' | 'right', texts: readonly { text: string; i: number }[]): Xml =>
      el(
        'simpleMatchSet',
        {},
        ...texts.map(({ text, i }) => el('simpleAssociableChoice', { identifier: `${name}${i + 1}`, matchMax: 1 }, text)),
      );
    const share = shareOf(right.length);
    return {
      cardinality: 'multiple',
      baseType: 'directedPair',
      right,
      mapping: el(
        'mapping',
        { lowerBound: 0, upperBound: 1, defaultValue: 0 },
        ...right.map((mapKey) => el('mapEntry', { mapKey, mappedValue: share })),
      ),
      interaction: el(
        'matchInteraction',
        { ...asked, maxAssociations: data.pairs.length },
        prompt,
        side(
          'left',
          data.pairs.map(({ left }, i) => ({ text: left, i })),
        ),
        side(
          'right',
          shuffled(
            data.pairs.map((pair, i) => ({ text: pair.right, i })),
            id,
          ),
        ),
      ),
      scoring: whole(setScore(el('mapResponse', { identifier: 'RESPONSE' }))),
      feedback,
    };
  }
  const right = data.items.map((_, i) => `item${i + 1}`);
  const plus = setScore(el('sum', {}, el('variable', { identifier: 'SCORE' }), baseValue('float', shareOf(right.length))));
  return {
    cardinality: 'ordered',
    baseType: 'identifier',
    right,
    interaction: el(
      'orderInteraction',
      // whole sentences: side by side they would stand in narrow columns
      { ...asked, orientation: 'vertical' },
      prompt,
      ...shuffled(
        data.items.map((text, i) => ({ text, i })),
        id,
      ).map(({ text, i }) => el('simpleChoice', { identifier: `item${i + 1}` }, text)),
    ),
    scoring: whole(
      ...right.map((name, i) =>
        el(
          'responseCondition',
          {},
          el('responseIf', {}, el('match', {}, el('index', { n: i + 1 }, RESPONSE), baseValue('identifier', name)), plus),
        ),
      ),
    ),
    feedback,
  };
}

/**
 * A question as an item of QTI 2.1. What is said after an answer is modal feedback: of a choice its own, of the others one
 * for all.
 *
 * @returns the XML of the file
 */
function item21(guide: Guide, question: QuizQuestion, addressFor: AddressFor): string {
  const { id, data } = question;
  const { cardinality, baseType, right, mapping, interaction, scoring, feedback } = kindOf(guide, question, addressFor);
  const modal = (identifier: string, ...said: readonly Feedback[]): Xml =>
    el('modalFeedback', { outcomeIdentifier: 'FEEDBACK', showHide: 'show', identifier }, ...said.map(feedbackHtml));
  const chosen = isChosen(data) ? data.choices : undefined;
  return documentOf(
    el(
      'assessmentItem',
      { ...ROOT, identifier: itemName(id), title: data.prompt, adaptive: 'false', timeDependent: 'false' },
      el(
        'responseDeclaration',
        { identifier: 'RESPONSE', cardinality, baseType },
        el('correctResponse', {}, ...right.map((name) => el('value', {}, name))),
        mapping,
      ),
      el(
        'outcomeDeclaration',
        { identifier: 'SCORE', cardinality: 'single', baseType: 'float', normalMaximum: 1 },
        el('defaultValue', {}, el('value', {}, '0')),
      ),
      el('outcomeDeclaration', {
        identifier: 'FEEDBACK',
        cardinality: data.type === 'multiple' ? 'multiple' : 'single',
        baseType: 'identifier',
      }),
      el('itemBody', {}, interaction),
      el(
        'responseProcessing',
        {},
        scoring,
        el('setOutcomeValue', { identifier: 'FEEDBACK' }, feedback ? baseValue('identifier', 'explained') : RESPONSE),
      ),
      ...(feedback ? [modal('explained', ...feedback)] : []),
      ...(chosen ?? []).map((choice, i) => modal(`choice${i + 1}`, feedbackOf(guide, choice.feedback, choice.from, addressFor))),
    ),
  );
}

/**
 * Questions as a content package of QTI 2.1: an item to each, a test with all, a manifest that lists every file.
 *
 * @param id of the package; lower case words joined by hyphens
 */
export function qti21(guide: Guide, questions: readonly QuizQuestion[], id: string, title: string, addressFor: AddressFor): Uint8Array {
  const test = documentOf(
    el(
      'assessmentTest',
      { ...ROOT, identifier: id, title },
      el(
        'testPart',
        { identifier: 'part', navigationMode: 'nonlinear', submissionMode: 'individual' },
        el(
          'assessmentSection',
          { identifier: 'section', title, visible: 'true' },
          ...questions.map((question) => el('assessmentItemRef', { identifier: itemName(question.id), href: `items/${question.id}.xml` })),
        ),
      ),
    ),
  );
  const resource = (identifier: string, type: string, href: string, ...more: Xml[]): Xml =>
    el('resource', { identifier, type, href }, el('file', { href }), ...more);
  const manifest = documentOf(
    el(
      'manifest',
      {
        xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': 'http://www.imsglobal.org/xsd/imscp_v1p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd',
        identifier: `${id}-manifest`,
      },
      el('metadata', {}, el('schema', {}, 'QTIv2.1 Package'), el('schemaversion', {}, '1.0.0')),
      el('organizations'),
      el(
        'resources',
        {},
        resource(
          `${id}-test`,
          'imsqti_test_xmlv2p1',
          'test.xml',
          ...questions.map((question) => el('dependency', { identifierref: itemName(question.id) })),
        ),
        ...questions.map((question) => resource(itemName(question.id), 'imsqti_item_xmlv2p1', `items/${question.id}.xml`)),
      ),
    ),
  );
  return zipOf(
    {
      'imsmanifest.xml': manifest,
      'test.xml': test,
      ...Object.fromEntries(questions.map((question) => [`items/${question.id}.xml`, item21(guide, question, addressFor)])),
    },
    ['imsmanifest.xml'],
  );
}
