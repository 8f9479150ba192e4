/** One direction: each wing of src imports from those below it, as tests/may-import.json has it. docs/architecture.md tells why. */
const MAY_IMPORT = require('./tests/may-import.json');

const WINGS = Object.entries(MAY_IMPORT).map(([wing, below]) => ({
  name: `${wing}-looks-down`,
  comment: below.length > 0 ? `src/${wing} imports from ${below.join(', ')} only.` : `src/${wing} imports from no other part of src.`,
  severity: 'error',
  from: { path: `^src/${wing}/` },
  to: { path: '^src/', pathNot: `^src/(${[wing, ...below].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...WINGS,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'few-packages-for-readers',
      comment: 'What readers download takes these packages and no other.',
      severity: 'error',
      from: { path: '^src/(documents|elements)/' },
      to: { path: '^node_modules/', pathNot: '^node_modules/(docx|fflate|ical.js|idb|stemmer)/' },
    },
    {
      name: 'large-files-on-demand',
      comment:
        'What writes a Word file or a calendar entry is large: readers load it, by import(), when they ask for the file. What is made while building may use it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(documents/word/|documents/.*-(docx|ics)\\.ts$|exports/)' },
      to: { path: '^(src/documents/(word/|.*-(docx|ics)\\.ts$)|node_modules/(docx|ical\\.js)/)', dynamic: false },
    },
    {
      name: 'disk-on-demand',
      comment: 'What writes to IndexedDB is loaded, by import(), after the page.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/elements/keeping/store/idb-disk', dynamic: false },
    },
    {
      name: 'logic-knows-no-frame',
      comment: 'What is computed knows neither Astro nor Vite; the schema language comes with Astro.',
      severity: 'error',
      from: { path: '^src/(guide|schemas|lib|documents|charts|exports)/' },
      to: { path: '^node_modules/(astro|vite)/', pathNot: '^node_modules/astro/dist/zod' },
    },
    {
      name: 'only-charts-draw',
      comment: 'D3 computes at build; readers get what it drew.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/charts/' },
      to: { path: '^node_modules/d3' },
    },
    { name: 'src-knows-no-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^tests/' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(astro:|~/)' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|\\.astro)/' },
  },
};
