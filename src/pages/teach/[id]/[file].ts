import type { APIRoute } from 'astro';
import { lessonFiles } from '~/components/teach/files.ts';
import { filesOf, type LessonFile } from '~/exports/teaching/lesson-files.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Lesson } from '~/guide/types.ts';
import { contentTypeOf } from '~/lib/media-types.ts';

export const getStaticPaths = () =>
  loadGuide().lessons.flatMap((lesson) => filesOf(lesson).map((file) => ({ params: { id: lesson.id, file }, props: { lesson, file } })));

/** A file of a lesson, or all of them in one. */
export const GET: APIRoute<{ lesson: Lesson; file: LessonFile | 'lesson.zip' }> = async ({ props: { lesson, file }, site }) =>
  new Response(new Uint8Array(await lessonFiles(site).of(lesson, file)), {
    headers: { 'Content-Type': contentTypeOf(file) },
  });
