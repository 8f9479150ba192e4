/** One direction: pages → components → guide → schemas; what runs in the reader's browser stands alone. docs/architecture.md tells why. */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'browser-code-stands-alone',
      comment: 'What readers download imports only from its own folder, or pure helpers in lib.',
      severity: 'error',
      from: {
        path: '^src/(browser-store|challenge-finder|copy-text|decision-record|explore|filter-list|glossary-term|grid-figure|kept-state|moved-page|nearest-pages|path-figure|quiz-form|self-check|share-link|site-search|slide-deck|spot-the-inference|voice-lens)/',
      },
      to: {
        pathNot: [
          '^src/(browser-store|challenge-finder|copy-text|decision-record|explore|filter-list|glossary-term|grid-figure|kept-state|moved-page|nearest-pages|path-figure|quiz-form|self-check|share-link|site-search|slide-deck|spot-the-inference|voice-lens)/',
          '^src/lib/',
          '^node_modules/(docx|fastest-levenshtein|fflate|ical.js|idb|minisearch|stemmer)/',
        ],
      },
    },
    {
      name: 'large-files-on-demand',
      comment:
        'What writes a Word file or a calendar entry is large: readers load it, by import(), when they ask for the file. What is made while building may use it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(decision-record/(docx-|record-docx|record-ics)|self-check/check-docx|exports/teaching/)' },
      to: {
        path: '^(src/(decision-record/(docx-|record-docx|record-ics)|self-check/check-docx)|node_modules/(docx|ical\\.js)/)',
        dynamic: false,
      },
    },
    {
      name: 'disk-on-demand',
      comment: 'What writes to IndexedDB is loaded, by import(), after the page.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/browser-store/idb-disk', dynamic: false },
    },
    {
      name: 'logic-knows-no-page',
      severity: 'error',
      from: { path: '^src/(guide|schemas|lib|charts|exports|og)/' },
      to: {
        path: ['^src/(components|layouts|pages|integrations|cli)/', '^node_modules/(astro|vite)/'],
        pathNot: '^node_modules/astro/dist/zod',
      },
    },
    {
      name: 'schemas-know-no-guide',
      severity: 'error',
      from: { path: '^src/(schemas|lib)/' },
      to: { path: '^src/(guide|exports|og|charts)/' },
    },
    {
      name: 'guide-knows-no-chart',
      comment: 'Rows come from the guide; the guide never from a figure.',
      severity: 'error',
      from: { path: '^src/guide/' },
      to: { path: '^src/(charts|exports)/' },
    },
    { name: 'charts-know-no-export', severity: 'error', from: { path: '^src/charts/' }, to: { path: '^src/exports/' } },
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
