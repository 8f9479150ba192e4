import type { Guide, QuizQuestion } from '../../guide/types.ts';
import type { AddressFor } from '../addresses.ts';
import { documentOf, el, type Xml } from '../xml.ts';
import { feedbackHtml } from './feedback.ts';
import { platformQuestion } from './platform-question.ts';

/** The name of a question in a question bank, short enough for a list: its id in words. */
export const bankName = ({ id }: QuizQuestion): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The name of a category as a path has it, in which a slash would begin another. */
export const categoryName = (title: string): string => title.replaceAll('/', '//');

/**
 * Percent of a question that a choice is worth. Moodle knows shares of one to ten, to five places. Several right choices share
 * the points, and wrong ones take as many away: whoever marks everything gets nothing.
 *
 * @throws RangeError where so many choices are right, or wrong, that Moodle has no such share
 */
export function worth(right: boolean, { multiple, choices }: { multiple: boolean; choices: readonly { right: boolean }[] }): string {
  if (!multiple) return right ? '100' : '0';
  const alike = choices.filter((choice) => choice.right === right).length;
  if (alike > 10) throw new RangeError(`${alike} choices of a question share its points; Moodle knows shares of one to ten.`);
  return `${right ? '' : '-'}${Number((100 / alike).toFixed(5))}`;
}

const html = (name: string, ...content: readonly Xml[]): Xml =>
  el(name, { format: 'html' }, el('text', {}, content.map(({ xml }) => xml).join('')));
const paragraph = (text: string): Xml => el('p', {}, text);

/**
 * Questions for a question bank of Moodle: choices with what is said after each, lines as matching. A question of order is there
 * lines to match with their places, since older Moodles know no ordering.
 *
 * @param title of the category that takes them
 */
export function moodleXml(guide: Guide, questions: readonly QuizQuestion[], title: string, addressFor: AddressFor): string {
  return documentOf(
    el(
      'quiz',
      {},
      el('question', { type: 'category' }, el('category', {}, el('text', {}, categoryName(title)))),
      ...questions.map((question) => {
        const asked = platformQuestion(guide, question, addressFor);
        const general = asked.form === 'lines' ? asked.feedback.map(feedbackHtml) : [];
        return el(
          'question',
          { type: asked.form === 'choices' ? 'multichoice' : 'matching' },
          el('name', {}, el('text', {}, bankName(question))),
          html('questiontext', paragraph(asked.prompt)),
          html('generalfeedback', ...general),
          el('defaultgrade', {}, '1'),
          el('shuffleanswers', {}, 'true'),
          ...(asked.form === 'choices'
            ? [
                el('single', {}, String(!asked.multiple)),
                el('answernumbering', {}, 'abc'),
                ...asked.choices.map(({ text, right, feedback }) =>
                  el(
                    'answer',
                    { fraction: worth(right, asked), format: 'html' },
                    el('text', {}, paragraph(text).xml),
                    html('feedback', feedbackHtml(feedback)),
                  ),
                ),
              ]
            : asked.lines.map(({ text, right }) =>
                el(
                  'subquestion',
                  { format: 'html' },
                  el('text', {}, paragraph(text).xml),
                  // the list to choose from is plain text
                  el('answer', {}, el('text', {}, right)),
                ),
              )),
        );
      }),
    ),
  );
}
