import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { qti21 } from '~/exports/teaching/qti-2.1.ts';
import { loadGuide } from '~/guide/index.ts';

/** All questions of the quiz as QTI 2.1. */
export const GET: APIRoute = ({ site }) => {
  const guide = loadGuide();
  const bytes = qti21(guide, guide.quiz, 'quiz', `Quiz: ${guide.about.name}`, addressesAt(site).addressFor);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/zip' } });
};
