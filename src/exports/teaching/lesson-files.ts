import { entryIn } from '../../guide/entries.ts';
import { quizOf } from '../../guide/teaching.ts';
import type { Guide, Lesson } from '../../guide/types.ts';
import { keepText } from '../../guide/words.ts';
import { inMinutes } from '../../lib/text.ts';
import { type Addresses, addressesAt } from '../addresses.ts';
import { reference } from '../citation.ts';
import type { Sheets } from '../figure-files.ts';
import { figurePicture, type Picture, slidePicture } from '../figure-picture.ts';
import { keptOfAll } from '../kept.ts';
import { entryMarkdown } from '../markdown/entry.ts';
import { zipOf } from '../zip.ts';
import { commonCartridge } from './common-cartridge.ts';
import { handoutDocx } from './handout-docx.ts';
import { isQuizFile, QUIZ_FILES, quizFile } from './quiz-files.ts';
import { slidesPptx } from './slides-pptx.ts';

/** The files of a lesson: what each is, and for whom. */
export const LESSON_FILES = [
  { name: 'slides.pptx', what: 'The slides as PowerPoint, with notes for whoever speaks' },
  { name: 'handout.docx', what: 'The handout for learners, as a Word file' },
  { name: 'handout-with-answers.docx', what: 'The same with what the slides show, the notes and the key' },
  { name: 'lesson.imscc', what: 'The lesson for a learning platform: Common Cartridge 1.1' },
  ...QUIZ_FILES.map(({ name, what }) => ({ name, what })),
  { name: 'lesson.md', what: 'The whole lesson as Markdown, for those who want to change it' },
] as const;
export type LessonFile = (typeof LESSON_FILES)[number]['name'];

/** Gives a file that was made before, or makes it and keeps it. */
export type Keep = (name: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;

/** The files of lessons, each kept by all that content and code hold: they are made of nearly everything. */
export const keptLessonFiles = (guide: Guide, site: URL | undefined, sheets: Sheets): LessonFiles =>
  new LessonFiles(guide, addressesAt(site), sheets, (name, make) => keptOfAll(guide, name, site, make));

/** What of a lesson is a file, by name: its parts, and all of them in one ZIP. The Markdown is the twin of its page. */
export const filesOf = (lesson: Lesson): (LessonFile | 'lesson.zip')[] => [
  'lesson.zip',
  ...LESSON_FILES.map(({ name }) => name).filter((name) => name !== 'lesson.md' && !(isQuizFile(name) && lesson.data.quiz.length === 0)),
];

/** Makes files of lessons, each once for a build, whatever asks for it. */
export class LessonFiles {
  readonly #made = new Map<string, Promise<Uint8Array>>();
  readonly #pictures = new Map<string, Promise<Picture>>();
  readonly #guide: Guide;
  readonly #addresses: Addresses;
  readonly #sheets: Sheets;
  readonly #keep: Keep;

  /** @param keep what is kept from one build to the next; without it each file is made */
  constructor(guide: Guide, addresses: Addresses, sheets: Sheets, keep: Keep = (_, make) => make()) {
    this.#guide = guide;
    this.#addresses = addresses;
    this.#sheets = sheets;
    this.#keep = keep;
  }

  /** A file of a lesson as bytes; the same content gives the same bytes. */
  file(lesson: Lesson, name: LessonFile): Promise<Uint8Array> {
    const key = `${lesson.id} ${name}`;
    const made = this.#made.get(key) ?? this.#keep(key, () => this.#make(lesson, name));
    this.#made.set(key, made);
    return made;
  }

  /** The same by the name of any of its files. */
  of = (lesson: Lesson, name: LessonFile | 'lesson.zip'): Promise<Uint8Array> =>
    name === 'lesson.zip' ? this.zip(lesson) : this.file(lesson, name);

  /** Everything of a lesson in one ZIP, with a word on what is what. */
  async zip(lesson: Lesson): Promise<Uint8Array> {
    const files: Record<string, Uint8Array | string> = { 'README.txt': this.#readme(lesson) };
    for (const { name } of this.#namesOf(lesson)) files[name] = await this.file(lesson, name);
    return zipOf(Object.fromEntries(Object.entries(files).map(([name, content]) => [`${lesson.id}/${name}`, content])));
  }

  #namesOf = (lesson: Lesson) => LESSON_FILES.filter(({ name }) => !isQuizFile(name) || quizOf(this.#guide, lesson).length > 0);

  async #make(lesson: Lesson, name: LessonFile): Promise<Uint8Array> {
    const guide = this.#guide;
    const { addressFor } = this.#addresses;
    if (isQuizFile(name))
      return quizFile(
        guide,
        name,
        quizOf(guide, lesson),
        { id: `quiz-${lesson.id}`, title: `Questions: ${lesson.data.title}` },
        addressFor,
      );
    switch (name) {
      case 'slides.pptx':
        return slidesPptx(guide, lesson, addressFor, ({ figure, drawing, alt }) =>
          slidePicture(drawing, figure.data.title, alt, this.#sheets),
        );
      case 'handout.docx':
        return handoutDocx(guide, lesson, false, addressFor, (id) => this.#picture(id));
      case 'handout-with-answers.docx':
        return handoutDocx(guide, lesson, true, addressFor, (id) => this.#picture(id));
      case 'lesson.imscc':
        return commonCartridge(guide, lesson, addressFor);
      case 'lesson.md':
        return new TextEncoder().encode(entryMarkdown(guide, lesson, this.#addresses));
    }
  }

  #picture(id: string): Promise<Picture> {
    const made =
      this.#pictures.get(id) ?? figurePicture(this.#guide, entryIn(this.#guide, 'figures', id), this.#addresses.addressFor, this.#sheets);
    this.#pictures.set(id, made);
    return made;
  }

  #readme(lesson: Lesson): string {
    const { about, study } = this.#guide;
    return [
      `${lesson.data.title} (${inMinutes(lesson.data.minutes)})`,
      `From: ${about.name}, ${this.#addresses.addressFor(lesson.ref)}`,
      `Reviewed ${lesson.data.reviewed}. Text ${about.licences.text}, ${about.licences['text-address']}`,
      '',
      ...this.#namesOf(lesson).map(({ name, what }) => `${name}: ${what}.`),
      '',
      keepText(this.#guide),
      `The study: ${reference(study)} ${about.disclaimer} ${about['rests-on']}`,
      '',
    ].join('\n');
  }
}
