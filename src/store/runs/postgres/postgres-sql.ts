/** The server's clock: workers on several hosts hold leases against each other. */
export const now = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

export const createRun =
  "INSERT INTO run (id, created_at, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
export const updateRun = "UPDATE run SET body = $2 WHERE id = $1";
export const deleteRun = "DELETE FROM run WHERE id = $1";
/** What belongs to a run, payloads that another run holds left out. */
export const deleteOfRun = [
  `WITH gone AS (DELETE FROM run_payload WHERE run = $1 RETURNING hash)
   DELETE FROM payload USING gone
   WHERE payload.hash = gone.hash AND NOT EXISTS (
     SELECT 1 FROM run_payload other WHERE other.hash = payload.hash AND other.run <> $1)`,
  "DELETE FROM evidence WHERE run = $1",
  "DELETE FROM run_end WHERE run = $1",
  "DELETE FROM used WHERE run = $1",
  "DELETE FROM result WHERE run = $1",
  "DELETE FROM attempt WHERE run = $1",
  "DELETE FROM cell WHERE run = $1",
];

/** One adds cells at a time, so that no two get the same place; finishing goes on meanwhile. */
export const lockRun = "SELECT 1 FROM run WHERE id = $1 FOR NO KEY UPDATE";
export const addCells = `INSERT INTO cell (run, key, place, prompt, endpoint, repetition)
  SELECT $1, key,
    (SELECT coalesce(max(place), -1) FROM cell WHERE run = $1) + row_number() OVER (ORDER BY n),
    prompt, endpoint, repetition
  FROM (
    SELECT DISTINCT ON (key) * FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[])
      WITH ORDINALITY AS given (key, prompt, endpoint, repetition, n)
    ORDER BY key, n) fresh
  WHERE NOT EXISTS (SELECT 1 FROM cell WHERE cell.run = $1 AND cell.key = fresh.key)`;

export const lease = `WITH picked AS MATERIALIZED (
    SELECT run, key FROM cell
    WHERE run = $1 AND state = 'open' AND leased_until <= ${now}
      AND ($5::text[] IS NULL OR endpoint = ANY ($5::text[]))
      AND NOT EXISTS (SELECT 1 FROM run_end WHERE run_end.run = $1)
    ORDER BY place LIMIT $3 FOR UPDATE SKIP LOCKED)
  UPDATE cell SET worker = $2, leased_until = ${now} + $4
  FROM picked WHERE cell.run = picked.run AND cell.key = picked.key
  RETURNING cell.place, cell.key, cell.prompt, cell.endpoint, cell.repetition,
    (SELECT count(*) FROM attempt a WHERE a.run = cell.run AND a.cell = cell.key)`;
export const heartbeat = `UPDATE cell SET leased_until = ${now} + $4
  WHERE run = $1 AND worker = $2 AND state = 'open' AND key = ANY ($3::text[])
  RETURNING key`;
export const release = `UPDATE cell SET worker = NULL, leased_until = 0
  WHERE run = $1 AND worker = $2 AND state = 'open' AND key = ANY ($3::text[])`;

/** A run that is taken away meanwhile is waited for; nothing is written into one that is gone. */
const alive =
  "alive AS MATERIALIZED (SELECT id FROM run WHERE id = ANY ($1::text[]) FOR KEY SHARE)";

/** Runs that were ended: of them nothing is begun. */
export const beginAttempts = `WITH ${alive},
  ended AS MATERIALIZED (SELECT run FROM run_end WHERE run = ANY ($1::text[])),
  begun AS (
    INSERT INTO attempt (run, cell, number, worker, begun_at)
    SELECT given.run, given.cell, given.number, given.worker, given.begun_at
    FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bigint[])
      AS given (run, cell, number, worker, begun_at)
    JOIN alive ON alive.id = given.run
    JOIN cell ON cell.run = given.run AND cell.key = given.cell
    WHERE given.run NOT IN (SELECT run FROM ended)
    ON CONFLICT DO NOTHING)
  SELECT run FROM ended`;

/** Attempts, results and completion in one statement, which is one transaction. */
export const finish = `WITH ${alive},
  known AS MATERIALIZED (
    SELECT given.*
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[],
        $7::text[], $8::bigint[], $9::bigint[], $10::text[])
      AS given (run, cell, token, state, failure, answer_number, answer_worker, picousd,
        picousd_rest, body)
    JOIN alive ON alive.id = given.run
    JOIN cell ON cell.run = given.run AND cell.key = given.cell
    ORDER BY given.run, given.cell),
  tried AS (
    INSERT INTO attempt (run, cell, number, worker, begun_at, is_heard, input_tokens,
      output_tokens, body)
    SELECT given.run, given.cell, given.number, given.worker, given.begun_at, 1,
      given.input_tokens, given.output_tokens, given.body
    FROM unnest($11::text[], $12::text[], $13::bigint[], $14::text[], $15::bigint[],
        $16::bigint[], $17::bigint[], $18::text[])
      AS given (run, cell, number, worker, begun_at, input_tokens, output_tokens, body)
    JOIN known ON known.run = given.run AND known.cell = given.cell
    ON CONFLICT (run, cell, number, worker) DO UPDATE SET
      is_heard = 1, input_tokens = excluded.input_tokens,
      output_tokens = excluded.output_tokens, body = excluded.body
    WHERE attempt.is_heard = 0),
  kept AS (
    INSERT INTO result (run, cell, token, answer_number, answer_worker, picousd,
      picousd_rest, body)
    SELECT run, cell, token, answer_number, answer_worker, picousd, picousd_rest, body FROM known
    ON CONFLICT (run, cell) DO NOTHING
    RETURNING run, cell),
  done AS (
    UPDATE cell SET state = known.state, failure = known.failure, worker = NULL, leased_until = 0
    FROM known JOIN kept ON kept.run = known.run AND kept.cell = known.cell
    WHERE cell.run = known.run AND cell.key = known.cell)
  SELECT known.token, CASE WHEN kept.cell IS NULL THEN 'there' ELSE 'kept' END
  FROM known LEFT JOIN kept ON kept.run = known.run AND kept.cell = known.cell`;
/** Of results that were there already: those that an earlier try of ours put there. */
export const ownTokens = `SELECT result.token FROM result
  JOIN unnest($1::text[], $2::text[], $3::text[]) AS given (run, cell, token)
    ON given.run = result.run AND given.cell = result.cell AND given.token = result.token`;

export const replaceResults = `UPDATE result SET body = given.body
  FROM unnest($2::text[], $3::text[]) AS given (cell, body)
  WHERE result.run = $1 AND result.cell = given.cell`;
export const replaceRun = "UPDATE run SET body = $2 WHERE id = $1";
export const endRun = `WITH alive AS MATERIALIZED (SELECT id FROM run WHERE id = $1 FOR KEY SHARE)
  INSERT INTO run_end (run, body) SELECT id, $2 FROM alive ON CONFLICT DO NOTHING`;
export const reopenRun = "DELETE FROM run_end WHERE run = $1";
export const use = `INSERT INTO used (run, what, amount)
  SELECT id, $2, $4::double precision + $3::double precision FROM run
  WHERE id = $1 AND $4::double precision + $3::double precision <= $5::double precision
  ON CONFLICT (run, what) DO UPDATE
  SET amount = greatest(used.amount, $4::double precision) + $3::double precision
  WHERE greatest(used.amount, $4::double precision) + $3::double precision <= $5::double precision`;

export const keepEvidence = `WITH alive AS MATERIALIZED (SELECT id FROM run WHERE id = $1 FOR KEY SHARE)
  INSERT INTO evidence (run, body) SELECT id, $2 FROM alive
  ON CONFLICT (run) DO UPDATE SET body = excluded.body`;

export const putPayload = `WITH kept AS (
    INSERT INTO payload (hash, encoding, bytes) VALUES ($2, $3, $4) ON CONFLICT DO NOTHING)
  INSERT INTO run_payload (run, hash) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

/** Many at once, in the order of their hashes, so that no two who write the same wait for each other. */
export const putPayloads = `WITH given AS MATERIALIZED (
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
      AS given (run, hash, encoding, bytes)),
  kept AS (
    INSERT INTO payload (hash, encoding, bytes)
    SELECT DISTINCT ON (hash) hash, encoding, bytes FROM given ORDER BY hash
    ON CONFLICT DO NOTHING)
  INSERT INTO run_payload (run, hash) SELECT DISTINCT run, hash FROM given ORDER BY hash
  ON CONFLICT DO NOTHING`;

/** A token bucket as the moment at which it will be full again: one number, one statement. */
export const reserve = `INSERT INTO rate (bucket, due_at)
  VALUES ($1, ${now} + $2::double precision)
  ON CONFLICT (bucket) DO UPDATE SET due_at = greatest(rate.due_at, ${now}) + $2::double precision
  RETURNING greatest(due_at - $3::double precision, paused_until) - ${now}`;
export const pause = `INSERT INTO rate (bucket, paused_until)
  VALUES ($1, ${now} + $2::double precision)
  ON CONFLICT (bucket) DO UPDATE
  SET paused_until = greatest(rate.paused_until, ${now} + $2::double precision)`;
