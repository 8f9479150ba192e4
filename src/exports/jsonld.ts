import { officialAddress } from '../guide/addresses.ts';
import { authorName } from '../guide/labels.ts';
import { audiencesOf, domainsOf } from '../guide/teaching.ts';
import type { Guide, Lesson, Source } from '../guide/types.ts';

/** A publication as schema.org has it; unknown parts stay out. */
export function articleLd(source: Source): Record<string, unknown> {
  const { data } = source;
  return {
    '@type': data.kind === 'official record or program terms' ? 'CreativeWork' : 'ScholarlyArticle',
    name: data.title,
    ...(data.authors.length && { author: data.authors.map((author) => ({ '@type': 'Person', name: authorName(author) })) }),
    ...((data.published ?? data.year) && { datePublished: data.published ?? String(data.year) }),
    ...(data.container && { isPartOf: { '@type': 'Periodical', name: data.container } }),
    ...(data.doi && { identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: data.doi } }),
    ...(officialAddress(source) && { url: officialAddress(source)?.url }),
  };
}

/**
 * What a page is, for machines: a web page of the guide that is based on the study.
 *
 * @param page title, description, date and absolute addresses (left out where the site's address is not known)
 */
export function pageLd(
  guide: Guide,
  page: { title: string; description: string; url?: string | undefined; home?: string | undefined; reviewed?: string | undefined },
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: page.title,
    description: page.description,
    inLanguage: guide.about.language,
    ...(page.url && { url: page.url }),
    ...(page.reviewed && { lastReviewed: page.reviewed }),
    license: guide.about.licences['text-address'],
    isPartOf: { '@type': 'WebSite', name: guide.about.name, ...(page.home && { url: page.home }) },
    isBasedOn: articleLd(guide.study),
  };
}

/**
 * A lesson as schema.org has it (LearningResource, with the LRMI terms): how long it takes, for whom it is, what it trains.
 *
 * @param page the page of the lesson (see `pageLd`)
 */
export function lessonLd(guide: Guide, lesson: Lesson, page: Record<string, unknown>): Record<string, unknown> {
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
