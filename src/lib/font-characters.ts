/** The characters the fonts are cut to: printable ASCII, the letters of names, and the marks of good typography. */
export const FONT_CHARACTERS = `${String.fromCharCode(
  ...Array.from({ length: 95 }, (_, i) => i + 32),
)}\u00A0£©§·×«»¿¡°±½¼¾ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ‘’“”–—…•†€→←−`;
