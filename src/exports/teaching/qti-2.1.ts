import type { Guide, QuizQuestion } from '../../guide/types.ts';
import { shuffled } from '../../lib/shuffle.ts';
import { stop } from '../../lib/text.ts';
import { isChosen } from '../../schemas/quiz.ts';
import type { AddressFor } from '../addresses.ts';
import { feedbackText } from './feedback.ts';
import { documentOf, el, itemName, type Xml } from './xml.ts';
import { zipOf } from './zip.ts';

const QTI = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const ROOT = {
  xmlns: QTI,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd`,
};

const values = (ids: readonly string[]): Xml => el('correctResponse', {}, ...ids.map((id) => el('value', {}, id)));

/**
 * A question as an item of QTI 2.1. What is said after an answer is modal feedback: of a choice its own, of the others one
 * for all.
 *
 * @returns the XML of the file
 */
function item21(guide: Guide, { id, data }: QuizQuestion, addressFor: AddressFor): string {
  const said = (feedback: string, from: string): string => feedbackText(guide, feedback, from, addressFor);
  const cardinality = { single: 'single', multiple: 'multiple', match: 'multiple', order: 'ordered' }[data.type];
  const baseType = data.type === 'match' ? 'directedPair' : 'identifier';
  const prompt = el('prompt', {}, data.prompt);
  const modal = (identifier: string, text: string): Xml =>
    el('modalFeedback', { outcomeIdentifier: 'FEEDBACK', showHide: 'show', identifier }, text);
  let right: string[];
  let interaction: Xml;
  let feedback: Xml[];
  if (isChosen(data)) {
    right = data.choices.flatMap((choice, i) => (choice.right ? [`choice${i + 1}`] : []));
    interaction = el(
      'choiceInteraction',
      { responseIdentifier: 'RESPONSE', shuffle: 'true', maxChoices: data.type === 'single' ? 1 : 0 },
      prompt,
      ...data.choices.map(({ text }, i) => el('simpleChoice', { identifier: `choice${i + 1}` }, text)),
    );
    feedback = data.choices.map((choice, i) => modal(`choice${i + 1}`, said(choice.feedback, choice.from)));
  } else if (data.type === 'match') {
    right = data.pairs.map((_, i) => `left${i + 1} right${i + 1}`);
    const side = (name: 'left' | 'right', texts: readonly { text: string; i: number }[]): Xml =>
      el(
        'simpleMatchSet',
        {},
        ...texts.map(({ text, i }) => el('simpleAssociableChoice', { identifier: `${name}${i + 1}`, matchMax: 1 }, text)),
      );
    interaction = el(
      'matchInteraction',
      { responseIdentifier: 'RESPONSE', shuffle: 'true', maxAssociations: data.pairs.length },
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
    );
    feedback = [
      modal('explained', data.pairs.map((pair) => said(`${pair.left} ${stop(pair.right)} ${pair.feedback}`, pair.from)).join(' ')),
    ];
  } else {
    right = data.items.map((_, i) => `item${i + 1}`);
    interaction = el(
      'orderInteraction',
      { responseIdentifier: 'RESPONSE', shuffle: 'true' },
      prompt,
      ...shuffled(
        data.items.map((text, i) => ({ text, i })),
        id,
      ).map(({ text, i }) => el('simpleChoice', { identifier: `item${i + 1}` }, text)),
    );
    feedback = [modal('explained', said(data.feedback, data.from))];
  }
  const chosen = isChosen(data);
  const outcome = (identifier: string, type: string, more = 'single', ...rest: Xml[]): Xml =>
    el('outcomeDeclaration', { identifier, cardinality: more, baseType: type }, ...rest);
  return documentOf(
    el(
      'assessmentItem',
      { ...ROOT, identifier: itemName(id), title: data.prompt, adaptive: 'false', timeDependent: 'false' },
      el('responseDeclaration', { identifier: 'RESPONSE', cardinality, baseType }, values(right)),
      outcome('SCORE', 'float', 'single', el('defaultValue', {}, el('value', {}, '0'))),
      outcome('FEEDBACK', 'identifier', data.type === 'multiple' ? 'multiple' : 'single'),
      el('itemBody', {}, interaction),
      processing(chosen),
      ...feedback,
    ),
  );
}

/** Right where the answer is the right one; the feedback is that of what was chosen. */
function processing(chosen: boolean): Xml {
  const variable = el('variable', { identifier: 'RESPONSE' });
  return el(
    'responseProcessing',
    {},
    el(
      'responseCondition',
      {},
      el(
        'responseIf',
        {},
        el('match', {}, variable, el('correct', { identifier: 'RESPONSE' })),
        el('setOutcomeValue', { identifier: 'SCORE' }, el('baseValue', { baseType: 'float' }, '1')),
      ),
    ),
    el('setOutcomeValue', { identifier: 'FEEDBACK' }, chosen ? variable : el('baseValue', { baseType: 'identifier' }, 'explained')),
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
