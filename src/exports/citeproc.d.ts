declare module 'citeproc' {
  /** A node of a style or of its words in one language. */
  export interface StyleNode {
    name: string;
    attrs: Record<string, string>;
    children: (StyleNode | string)[];
  }
  /** Formats items by a CSL style (https://citeproc-js.readthedocs.io). */
  class Engine {
    constructor(
      system: { retrieveLocale(language: string): StyleNode; retrieveItem(id: string): object },
      style: StyleNode,
      language?: string,
      force?: boolean,
    );
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [meta: { entry_ids: string[][] }, entries: string[]];
  }
  const CSL: { Engine: typeof Engine; parseXml(text: string): StyleNode };
  export default CSL;
}
