import { describe, expect, test, vi } from 'vitest';
import { SearchIndex } from '../../../src/build/search-index.ts';

/** A search that notes which pages it reads. */
function noting() {
  const read: string[] = [];
  const texts: string[] = [];
  const index = new SearchIndex({
    addHTMLFile: vi.fn(async ({ sourcePath = '', content }) => {
      read.push(sourcePath);
      texts.push(content);
      return { errors: [], file: { url: '', uniqueWords: 0, meta: {} } };
    }),
    writeFiles: vi.fn(async () => ({ errors: ['no room'], outputPath: '' })),
  });
  return { index, read, texts };
}

describe('Pages for the search', () => {
  test('are read in the order in which they were told, whenever they come', () => {
    const { index, read } = noting();
    index.expect(['a', 'b', 'c']);
    index.add('c', '');
    expect(read).toEqual([]);
    index.add('a', '');
    expect(read).toEqual(['a']);
    index.add('b', '');
    expect(read).toEqual(['a', 'b', 'c']);
  });
  test('that stand behind one that never comes are read at the end', async () => {
    const { index, read } = noting();
    index.expect(['a', 'b', 'c']);
    index.add('c', '');
    index.add('b', '');
    await expect(index.write('.cache/no-site', '')).rejects.toThrow('Pagefind could not index the pages: no room');
    expect(read).toEqual(['b', 'c']);
  });
  test('that nobody told stop the build', async () => {
    const { index } = noting();
    index.expect(['a']);
    index.add('a', '');
    index.add('x', '');
    await expect(index.write('.cache/no-site', '')).rejects.toThrow('Nobody told the search that these pages come: x');
  });
  test.each([
    ['<p>one</p><p>two</p>', '<p>one</p> <p>two</p>'],
    ['<b>on</b>e', '<b>on</b>e'],
    ['<tr><th>Work</th><td>Share</td></tr>', '<tr><th>Work · </th> <td>Share</td></tr>'],
  ])('%j keeps its words and cells apart', (html, text) => {
    const { index, texts } = noting();
    index.expect(['a']);
    index.add('a', html);
    expect(texts).toEqual([text]);
  });
});
