import type { Guide, QuizQuestion } from '../../guide/types.ts';
import { shuffled } from '../../lib/shuffle.ts';
import { isChosen } from '../../schemas/quiz.ts';
import type { AddressFor } from '../addresses.ts';
import { type Feedback, feedbackOf, pairWords } from './feedback.ts';

/** A question answered by choosing. */
export interface ChoiceQuestion {
  form: 'choices';
  prompt: string;
  multiple: boolean;
  /** mixed, each with a name that its place does not give away */
  choices: readonly { name: string; text: string; right: boolean; feedback: Feedback }[];
}

/** Lines that take one of a list each: what belongs to what, or which place a thing has. */
export interface LinesQuestion {
  form: 'lines';
  prompt: string;
  lines: readonly { text: string; right: string; feedback: Feedback }[];
  options: readonly string[];
  /** what is said after the whole question: of matching every line with what belongs to it */
  feedback: readonly Feedback[];
}

/**
 * A question as most platforms know questions: by choices, or by lines that take one of a list. To put things in order is
 * there to give each line its place, from 1.
 */
export function platformQuestion(guide: Guide, { id, data }: QuizQuestion, addressFor: AddressFor): ChoiceQuestion | LinesQuestion {
  const { prompt } = data;
  if (isChosen(data))
    return {
      form: 'choices',
      prompt,
      multiple: data.type === 'multiple',
      choices: shuffled(
        data.choices.map(({ text, right, feedback, from }, i) => ({
          name: `choice${i + 1}`,
          text,
          right,
          feedback: feedbackOf(guide, feedback, from, addressFor),
        })),
        id,
      ),
    };
  if (data.type === 'match') {
    const lines = data.pairs.map((pair) => ({
      text: pair.left,
      right: pair.right,
      feedback: feedbackOf(guide, `${pairWords(pair)} ${pair.feedback}`, pair.from, addressFor),
    }));
    const options = shuffled(
      lines.map(({ right }) => right),
      id,
    );
    return { form: 'lines', prompt, lines, options, feedback: lines.map(({ feedback }) => feedback) };
  }
  const feedback = feedbackOf(guide, data.feedback, data.from, addressFor);
  const lines = shuffled(
    data.items.map((text, i) => ({ text, right: String(i + 1), feedback })),
    id,
  );
  return { form: 'lines', prompt, lines, options: data.items.map((_, i) => String(i + 1)), feedback: [feedback] };
}
