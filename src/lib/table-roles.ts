/** What a part of a table is. */
type TableRole = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';

/** The role of a part of a table that is laid out row by row: to some browsers it would be no table otherwise. */
export const as = (role: TableRole) => ({ role });
