/**
 * Full text over every occupation, for `WHERE words @@ to_tsquery('simple', 'nurs:*')`. A word of the title (A) weighs more
 * in `ts_rank` than one of the other names (B), the summary (C) and the duties (D).
 */
export const CREATE_SEARCH = [
  `CREATE TABLE occupation_search AS
  SELECT id, scheme, title, names, summary, duties,
    ${weighed("title", "A")} || ${weighed("names", "B")} || ${weighed("summary", "C")} || ${weighed("duties", "D")} AS words
  FROM (SELECT id, scheme, title, summary,
    ${wordsOf("occupation_name", "name", "kind, name")} AS names,
    ${wordsOf("duty", "text", "position")} AS duties
    FROM occupation ORDER BY id) AS occupation`,
  "ALTER TABLE occupation_search ADD PRIMARY KEY (id)",
  "CREATE INDEX occupation_search_words ON occupation_search USING gin (words)",
  "COMMENT ON TABLE occupation_search IS 'Full text of each occupation: WHERE words @@ to_tsquery(''simple'', ''nurs:*'').'",
];

function weighed(column: string, weight: "A" | "B" | "C" | "D"): string {
  return `setweight(to_tsvector('simple', coalesce(${column}, '')), '${weight}')`;
}

function wordsOf(table: string, column: string, order: string): string {
  return `(SELECT string_agg(${column}, chr(10) ORDER BY ${order}) FROM ${table} WHERE occupation_id = occupation.id)`;
}
