import type { APIRoute, GetStaticPaths } from 'astro';
import { type Picture, pagePicture } from '~/exports/page-picture.ts';
import { answerOf, isListed, usedKinds } from '~/guide/entries.ts';
import { loadGuide } from '~/guide/index.ts';
import { kindLabel, titleOf } from '~/guide/labels.ts';
import { clip } from '~/lib/text.ts';
import { addressOf } from '~/lib/urls.ts';

export const getStaticPaths: GetStaticPaths = () => {
  // a picture is named by its whole address; where that is not known nothing names it
  if (!import.meta.env.SITE) return [];
  const guide = loadGuide();
  const { about } = guide;
  const foot = `${about.name}. ${about.disclaimer}`;
  const path = (address: string) => (address === '/' ? 'home' : address.replace(/^\/|\/$/g, ''));
  const entries = [...guide.entries.values()]
    .filter((entry) => isListed(entry, 'picture'))
    .map((entry): { page: string; picture: Picture } => {
      const first = entry.statements[0];
      const said = answerOf(entry) || entry.id === 'home' ? first : undefined;
      return {
        page: path(addressOf(entry.ref)),
        picture: {
          kicker: entry.kind === 'pages' ? about.kicker : kindLabel(guide, entry.kind),
          title: titleOf(entry),
          text: clip(said?.text ?? (entry.kind === 'pages' || entry.kind === 'lessons' ? entry.data.description : titleOf(entry)), 190),
          voice: said && { name: said.voice, label: about.voices[said.voice].label },
          foot: entry.id === 'home' ? about.disclaimer : foot,
        },
      };
    });
  const kinds = usedKinds(guide).map((kind) => ({
    page: kind,
    picture: {
      kicker: about.kicker,
      title: about.kinds[kind].title,
      text: about.kinds[kind].lead,
      voice: { name: 'paper' as const, label: about.voices.paper.label },
      foot,
    },
  }));
  return [...entries, ...kinds].map(({ page, picture }) => ({ params: { page }, props: picture }));
};

export const GET: APIRoute<Picture> = async ({ props }) =>
  new Response(await pagePicture(props), { headers: { 'Content-Type': 'image/png' } });
