import type { APIRoute } from 'astro';
import { lessonFiles } from '~/components/teach/files.ts';
import { LESSON_FILES, type LessonFile } from '~/exports/teaching/lesson-files.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Lesson } from '~/guide/types.ts';
import { lastOf } from '~/lib/items.ts';

const TYPES: Record<string, string> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  imscc: 'application/zip',
  zip: 'application/zip',
};

// the Markdown of a lesson is the twin of its page and stands beside it
export const getStaticPaths = () =>
  loadGuide().lessons.flatMap((lesson) =>
    ['lesson.zip', ...LESSON_FILES.map(({ name }) => name)]
      .filter((file) => file !== 'lesson.md' && !(file.startsWith('quiz-') && lesson.data.quiz.length === 0))
      .map((file) => ({ params: { id: lesson.id, file }, props: { lesson } })),
  );

/** A file of a lesson, or all of them in one. */
export const GET: APIRoute<{ lesson: Lesson }> = async ({ props, params, site }) => {
  const files = lessonFiles(site);
  const name = params.file as string;
  const bytes = name === 'lesson.zip' ? await files.zip(props.lesson) : await files.file(props.lesson, name as LessonFile);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': TYPES[lastOf(name.split('.'))] as string } });
};
