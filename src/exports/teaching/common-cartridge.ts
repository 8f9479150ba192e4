import { titleOf } from '../../guide/labels.ts';
import { quizOf } from '../../guide/teaching.ts';
import type { Entry, Guide, Lesson } from '../../guide/types.ts';
import { type AddressFor, isWhole } from '../addresses.ts';
import { documentOf, el, type Xml } from '../xml.ts';
import { zipOf } from '../zip.ts';
import { lessonHtml, notesHtml } from './lesson-html.ts';
import { assessment12, CARTRIDGE } from './qti-1.2.ts';

const NS = 'http://www.imsglobal.org/xsd/imsccv1p1';
const LOM = 'http://ltsc.ieee.org/xsd/imsccv1p1/LOM';
const PROFILE = 'http://www.imsglobal.org/profile/cc/ccv1p1';

/** A resource of the cartridge, in the order in which a course shows it. */
interface Resource {
  id: string;
  title: string;
  type: string;
  path: string;
  content: string;
  /** only for whoever teaches: Moodle and Sakai then hide it from learners */
  role?: 'Instructor';
}

/** Entries of the guide that a lesson leads to, each once: what is read before, what it mentions, its sources, what comes next. */
function entriesOf(guide: Guide, { ref, data, statements, mentions }: Lesson): Entry[] {
  const refs = [
    ...data.before.map(({ to }) => to),
    ...[...mentions, ...statements.flatMap((s) => s.mentions)].flatMap(({ type, to }) => (type === 'ref' || type === 'figure' ? [to] : [])),
    ...statements.flatMap(({ source }) => (source ? [`sources/${source}`] : [])),
    ...data.next.map(({ to }) => to),
  ];
  return [...new Set(refs)].filter((to) => to !== ref).flatMap((to) => guide.entries.get(to) ?? []);
}

/** Whom a resource is for, in the words of the profile. */
const forWhom = (role: 'Instructor'): Xml =>
  el(
    'lom:lom',
    {},
    el('lom:educational', {}, el('lom:intendedEndUserRole', {}, el('lom:source', {}, 'IMSGLC_CC_Rolesv1p1'), el('lom:value', {}, role))),
  );

/**
 * A lesson as a Common Cartridge 1.1, which more platforms read than any later one: its page, the notes, a discussion, the quiz as far as the format knows its kinds of
 * question, and links to the guide.
 *
 * @param addressFor whole addresses; links are left out where the site's address is not known, since the format asks for it
 */
export function commonCartridge(guide: Guide, lesson: Lesson, addressFor: AddressFor): Uint8Array {
  const { data, id } = lesson;
  const quiz = quizOf(guide, lesson);
  const links = entriesOf(guide, lesson)
    .map((entry) => ({ entry, address: addressFor(entry.ref) }))
    .filter(({ address }) => isWhole(address));
  const resources: Resource[] = [
    { id: 'lesson', title: data.title, type: 'webcontent', path: 'lesson/lesson.html', content: lessonHtml(guide, lesson, addressFor) },
    {
      id: 'notes',
      title: 'For whoever teaches',
      type: 'webcontent',
      path: 'lesson/notes.html',
      content: notesHtml(guide, lesson, addressFor),
      role: 'Instructor',
    },
    {
      id: 'discussion',
      title: 'Before you leave',
      type: 'imsdt_xmlv1p1',
      path: 'discussion.xml',
      content: documentOf(
        el(
          'topic',
          { xmlns: `${NS}/imsdt_v1p1` },
          el('title', {}, 'Before you leave'),
          el('text', { texttype: 'text/plain' }, data['check-out'].ask),
        ),
      ),
    },
    ...(quiz.length > 0
      ? [
          {
            id: 'quiz',
            title: 'Questions',
            type: 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment',
            path: 'quiz/assessment.xml',
            content: assessment12(guide, quiz, `quiz-${id}`, `Questions: ${data.title}`, addressFor, CARTRIDGE),
          },
        ]
      : []),
    ...links.map(({ entry, address }, i) => ({
      id: `link-${i + 1}`,
      title: titleOf(entry),
      type: 'imswl_xmlv1p1',
      path: `links/link-${i + 1}.xml`,
      content: documentOf(
        el('webLink', { xmlns: `${NS}/imswl_v1p1` }, el('title', {}, titleOf(entry)), el('url', { href: address, target: '_blank' })),
      ),
    })),
  ];
  const item = ({ id: name, title }: Resource): Xml =>
    el('item', { identifier: `item-${name}`, identifierref: name }, el('title', {}, title));
  const own = resources.filter(({ type }) => type !== 'imswl_xmlv1p1');
  const outside = resources.filter(({ type }) => type === 'imswl_xmlv1p1');
  const manifest = documentOf(
    el(
      'manifest',
      {
        identifier: `cartridge-${id}`,
        xmlns: `${NS}/imscp_v1p1`,
        'xmlns:lom': `${LOM}/resource`,
        'xmlns:lomimscc': `${LOM}/manifest`,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${NS}/imscp_v1p1 ${PROFILE}/ccv1p1_imscp_v1p2_v1p0.xsd ${LOM}/manifest ${PROFILE}/LOM/ccv1p1_lommanifest_v1p0.xsd ${LOM}/resource ${PROFILE}/LOM/ccv1p1_lomresource_v1p0.xsd`,
      },
      el(
        'metadata',
        {},
        el('schema', {}, 'IMS Common Cartridge'),
        el('schemaversion', {}, '1.1.0'),
        el(
          'lomimscc:lom',
          {},
          el(
            'lomimscc:general',
            {},
            el('lomimscc:title', {}, el('lomimscc:string', { language: guide.about.language }, data.title)),
            el('lomimscc:description', {}, el('lomimscc:string', { language: guide.about.language }, data.description)),
          ),
        ),
      ),
      el(
        'organizations',
        {},
        el(
          'organization',
          { identifier: 'organization', structure: 'rooted-hierarchy' },
          el(
            'item',
            { identifier: 'root' },
            el('item', { identifier: 'item-own' }, el('title', {}, data.title), ...own.map(item)),
            outside.length > 0 && el('item', { identifier: 'item-outside' }, el('title', {}, 'In the guide'), ...outside.map(item)),
          ),
        ),
      ),
      el(
        'resources',
        {},
        ...resources.map(({ id: name, type, path, role }) =>
          el(
            'resource',
            { identifier: name, type, ...(type === 'webcontent' && { href: path }) },
            role && el('metadata', {}, forWhom(role)),
            el('file', { href: path }),
          ),
        ),
      ),
    ),
  );
  return zipOf({ 'imsmanifest.xml': manifest, ...Object.fromEntries(resources.map(({ path, content }) => [path, content])) }, [
    'imsmanifest.xml',
  ]);
}
