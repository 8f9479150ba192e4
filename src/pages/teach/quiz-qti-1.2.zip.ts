import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { qti12 } from '~/exports/teaching/qti-1.2.ts';
import { loadGuide } from '~/guide/index.ts';

/** All questions of the quiz as QTI 1.2. */
export const GET: APIRoute = ({ site }) => {
  const guide = loadGuide();
  const bytes = qti12(guide, guide.quiz, 'quiz', `Quiz: ${guide.about.name}`, addressesAt(site).addressFor);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/zip' } });
};
