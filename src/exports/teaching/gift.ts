import type { Guide, QuizQuestion } from '../../guide/types.ts';
import type { AddressFor } from '../addresses.ts';
import { escapeXml } from '../xml.ts';
import { type Feedback, feedbackHtml } from './feedback.ts';
import { bankName, categoryName, worth } from './moodle-xml.ts';
import { platformQuestion } from './platform-question.ts';

/** A text in which no sign is read as one of the format. A line break would end a line, a blank line a question. */
const plain = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s+/g, ' ');

/** The same of a text that is read as HTML, where `->` would part what is matched. */
const html = (text: string): string => plain(escapeXml(text));

const said = (feedback: readonly Feedback[]): string => plain(feedback.map((one) => feedbackHtml(one).xml).join(''));

/**
 * Questions as GIFT, plain text that Moodle and several others read. Matching and order have one feedback for all lines here:
 * the format has none for each.
 *
 * @param title of the category that takes them
 */
export function gift(guide: Guide, questions: readonly QuizQuestion[], title: string, addressFor: AddressFor): string {
  const blocks = questions.map((question) => {
    const asked = platformQuestion(guide, question, addressFor);
    const lines =
      asked.form === 'choices'
        ? asked.choices.map(({ text, right, feedback }) => {
            const sign = asked.multiple ? `~%${worth(right, asked)}%` : right ? '=' : '~';
            return `${sign}${html(text)} #${said([feedback])}`;
          })
        : [...asked.lines.map(({ text, right }) => `=${html(text)} -> ${plain(right)}`), `####${said(asked.feedback)}`];
    return [`::${plain(bankName(question))}::[html]${html(asked.prompt)} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
  });
  // Moodle takes signs in the name of a category as they are
  return `${[`$CATEGORY: ${categoryName(title)}`, ...blocks].join('\n\n')}\n`;
}
