import { officialAddress } from '../guide/addresses.ts';
import { authorName } from '../guide/labels.ts';
import { editionOf } from '../guide/responses.ts';
import { audiencesOf, domainsOf } from '../guide/teaching.ts';
import type { Entry, Guide, Lesson, Page, Source } from '../guide/types.ts';
import { contentTypeOf } from '../lib/media-types.ts';
import { addressOf } from '../lib/urls.ts';
import type { Author } from '../schemas/source.ts';
import { type Addresses, isWhole } from './addresses.ts';
import { citeAs, editorsOf } from './citation.ts';
import { pubmedLines } from './csl.ts';
import { DATA_FILES } from './data-files.ts';
import { isPageWords, itemTypeOf, publicationType } from './item-types.ts';

/** A thing as schema.org has it. */
export type Thing = Record<string, unknown>;

/** An author as schema.org has it: a person, or an organization, which has a name in one piece. */
const authorLd = (author: Author) =>
  'name' in author ? { '@type': 'Organization', name: author.name } : { '@type': 'Person', name: authorName(author) };

/** The editors, who write the guide and publish it. */
export const editorsLd = (guide: Pick<Guide, 'about'>): Thing => ({ '@type': 'Organization', name: editorsOf(guide) });

/** Where a publication stands: in a periodical, at a publisher, on a site. */
function placeLd(source: Source): Thing {
  const { container } = source.data;
  if (!container || isPageWords(container)) return {};
  if (itemTypeOf(source).place === 'publisher') return { publisher: { '@type': 'Organization', name: container } };
  const type = { 'journal article': 'Periodical', 'news article': 'Periodical', 'web page': 'WebSite', 'blog post': 'Blog' };
  const place = type[publicationType(source) as keyof typeof type] ?? 'CreativeWork';
  return { isPartOf: { '@type': place, name: container } };
}

/** A publication as schema.org has it; unknown parts stay out, and so does a list of authors that was cut. */
export function articleLd(source: Source): Thing {
  const { data } = source;
  const identifiers = [...(data.doi ? [`DOI: ${data.doi}`] : []), ...pubmedLines(source)].map((line) => line.split(': '));
  return {
    '@type': itemTypeOf(source).schema,
    ...(citeAs(source) && { '@id': citeAs(source) }),
    name: data.title,
    ...(data.authors.length && !data['et-al'] && { author: data.authors.map(authorLd) }),
    ...((data.published ?? data.year) && { datePublished: data.published ?? String(data.year) }),
    ...placeLd(source),
    ...(identifiers.length && {
      identifier: identifiers.map(([propertyID, value]) => ({ '@type': 'PropertyValue', propertyID, value })),
    }),
    ...(officialAddress(source) && { url: officialAddress(source)?.url }),
  };
}

/** Whether a page tells what the study says: whether a sentence of the abstract stands behind one of its statements, or its lead. */
const restsOnStudy = (guide: Guide, entry: Entry | undefined): boolean =>
  entry === undefined || guide.statements.some(({ page, at }) => page === entry.ref && at.length > 0);

/** What a page shows, as schema.org has it, for pages that show one thing. */
function shownLd(guide: Guide, entry: Entry | undefined, addresses: Addresses): Thing {
  if (entry?.kind === 'sources') return { about: articleLd(entry) };
  if (entry?.kind === 'pages' && entry.id === 'data') return { mainEntity: datasetLd(guide, entry, addresses) };
  if (entry?.kind === 'pages' && entry.id === 'glossary') return { mainEntity: termsLd(guide, entry, addresses) };
  return {};
}

/**
 * What a page is, for machines: a web page of the guide. It is based on the study where a statement of it is.
 *
 * @param page title, description, date and absolute addresses (left out where the site's address is not known); its entry,
 *   which a list of findings does not have
 */
export function pageLd(
  guide: Guide,
  page: {
    title: string;
    description: string;
    entry: Entry | undefined;
    url?: string | undefined;
    home?: string | undefined;
    reviewed?: string | undefined;
  },
  addresses: Addresses,
): Thing {
  const { about } = guide;
  const { entry } = page;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: page.title,
    description: page.description,
    inLanguage: about.language,
    ...(page.url && { url: page.url }),
    ...(page.reviewed && { lastReviewed: page.reviewed }),
    license: about.licences['text-address'],
    editor: editorsLd(guide),
    publisher: editorsLd(guide),
    isPartOf: { '@type': 'WebSite', name: about.name, ...(page.home && { url: page.home }) },
    ...(restsOnStudy(guide, entry) && { isBasedOn: articleLd(guide.study) }),
    ...shownLd(guide, entry, addresses),
  };
}

/**
 * A lesson as schema.org has it (LearningResource, with the LRMI terms): how long it takes, for whom it is, what it trains.
 *
 * @param page the page of the lesson (see `pageLd`)
 */
export function lessonLd(guide: Guide, lesson: Lesson, page: Thing): Thing {
  const { data } = lesson;
  return {
    ...page,
    '@type': ['WebPage', 'LearningResource'],
    learningResourceType: 'lesson plan',
    timeRequired: `PT${data.minutes}M`,
    isAccessibleForFree: true,
    interactivityType: 'active',
    educationalUse: 'group work',
    audience: audiencesOf(guide, lesson).map(({ name }) => ({
      '@type': 'EducationalAudience',
      educationalRole: 'student',
      audienceType: name,
    })),
    teaches: data.objectives.map(({ can }) => can),
    educationalAlignment: domainsOf(guide, data.objectives).map(({ name }) => ({
      '@type': 'AlignmentObject',
      alignmentType: 'teaches',
      educationalFramework: guide.teaching?.competencies.name,
      targetName: name,
    })),
  };
}

/** The data of the guide as a data set with a download for each file. */
function datasetLd(guide: Guide, { data }: Page, { fileFor }: Addresses): Thing {
  const { about } = guide;
  return {
    '@type': 'Dataset',
    name: `${about.name}: ${data.title}`,
    description: `${about.description} ${data.description} ${about.disclaimer}`,
    license: about.licences['text-address'],
    creator: editorsLd(guide),
    publisher: editorsLd(guide),
    version: editionOf(guide),
    inLanguage: about.language,
    isAccessibleForFree: true,
    isBasedOn: articleLd(guide.study),
    distribution: DATA_FILES.map(({ path, name, what }) => ({
      '@type': 'DataDownload',
      name,
      description: what,
      encodingFormat: contentTypeOf(name).replace(/;.*/, ''),
      ...(isWhole(fileFor(path)) && { contentUrl: fileFor(path) }),
    })),
  };
}

/** The glossary as a set of terms. */
function termsLd(guide: Guide, { data }: Page, { addressFor }: Addresses): Thing {
  return {
    '@type': 'DefinedTermSet',
    name: `${guide.about.name}: ${data.title}`,
    hasDefinedTerm: guide.glossary.map(({ id, ref, data }) => ({
      '@type': 'DefinedTerm',
      '@id': addressOf(ref).replace(/^[^#]*/, ''),
      termCode: id,
      name: data.term,
      ...(data.also.length > 0 && { alternateName: data.also }),
      description: data.definition,
      ...(isWhole(addressFor(ref)) && { url: addressFor(ref) }),
    })),
  };
}
