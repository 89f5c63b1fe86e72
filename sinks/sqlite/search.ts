/**
 * Full text over every occupation. `ORDER BY rank` weighs a word in the title most, then in the other names, the summary
 * and the duties; words are found by their beginnings too (`nurs*`), with or without accents. A row
 * has the rowid of its occupation: what is not full text is faster to read there.
 */
export const CREATE_SEARCH = [
  `CREATE VIRTUAL TABLE occupation_search USING fts5(
  id UNINDEXED, scheme UNINDEXED, title, names, summary, duties,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`,
  `INSERT INTO occupation_search (rowid, id, scheme, title, names, summary, duties)
  SELECT rowid, id, scheme, title, ${wordsOf("occupation_name", "name", "kind, name")}, summary, ${wordsOf("duty", "text", "position")}
  FROM occupation ORDER BY id`,
  "INSERT INTO occupation_search (occupation_search, rank) VALUES ('rank', 'bm25(0, 0, 20, 8, 2, 1)')",
  "INSERT INTO occupation_search (occupation_search) VALUES ('optimize')",
];

function wordsOf(table: string, column: string, order: string): string {
  return `(SELECT group_concat(${column}, char(10))
    FROM (SELECT ${column} FROM ${table} WHERE occupation_id = occupation.id ORDER BY ${order}))`;
}
