import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { QUIZ_FILES, type QuizFile, quizFile } from '~/exports/teaching/quiz-files.ts';
import { loadGuide } from '~/guide/index.ts';
import { contentTypeOf } from '~/lib/media-types.ts';

export const getStaticPaths = () => QUIZ_FILES.map(({ name }) => ({ params: { file: name }, props: { name } }));

/** All questions of the quiz as a file for learning platforms. */
export const GET: APIRoute<{ name: QuizFile }> = ({ props: { name }, site }) => {
  const guide = loadGuide();
  const file = quizFile(guide, name, guide.quiz, { id: 'quiz', title: `Quiz: ${guide.about.name}` }, addressesAt(site).addressFor);
  return new Response(new Uint8Array(file), { headers: { 'Content-Type': contentTypeOf(name) } });
};
