export const now = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

export const createRun =
  "INSERT INTO run (id, created_at, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
export const updateRun = "UPDATE run SET body = ?2 WHERE id = ?1";
export const deleteRun = "DELETE FROM run WHERE id = ?1";
/** What belongs to a run, payloads that another run holds left out. */
export const deleteOfRun = [
  `DELETE FROM payload WHERE hash IN (SELECT hash FROM run_payload WHERE run = ?1)
   AND NOT EXISTS (
     SELECT 1 FROM run_payload other WHERE other.hash = payload.hash AND other.run <> ?1)`,
  "DELETE FROM run_payload WHERE run = ?1",
  "DELETE FROM evidence WHERE run = ?1",
  "DELETE FROM run_end WHERE run = ?1",
  "DELETE FROM used WHERE run = ?1",
  "DELETE FROM result WHERE run = ?1",
  "DELETE FROM attempt WHERE run = ?1",
  "DELETE FROM cell WHERE run = ?1",
];

export const nextPlace = "SELECT coalesce(max(place), -1) + 1 FROM cell WHERE run = ?1";
export const addCell = `INSERT INTO cell (run, key, place, prompt, endpoint, repetition)
  SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM run WHERE id = ?1)
  ON CONFLICT (run, key) DO NOTHING`;
export const findCell = "SELECT 1 FROM cell WHERE run = ?1 AND key = ?2";

export const lease = `UPDATE cell SET worker = ?2, leased_until = ${now} + ?4
  WHERE run = ?1 AND key IN (
    SELECT key FROM cell
    WHERE run = ?1 AND state = 'open' AND leased_until <= ${now}
      AND (?5 IS NULL OR endpoint IN (SELECT value FROM json_each(?5)))
      AND NOT EXISTS (SELECT 1 FROM run_end WHERE run_end.run = ?1)
    ORDER BY place LIMIT ?3)
  RETURNING place, key, prompt, endpoint, repetition,
    (SELECT count(*) FROM attempt a WHERE a.run = cell.run AND a.cell = cell.key)`;
export const heartbeat = `UPDATE cell SET leased_until = ${now} + ?4
  WHERE run = ?1 AND worker = ?2 AND state = 'open'
    AND key IN (SELECT value FROM json_each(?3))
  RETURNING key`;
export const release = `UPDATE cell SET worker = NULL, leased_until = 0
  WHERE run = ?1 AND worker = ?2 AND state = 'open'
    AND key IN (SELECT value FROM json_each(?3))`;
/** The process that held them is gone: there is one writer, and it has just begun. */
export const endAllLeases =
  "UPDATE cell SET worker = NULL, leased_until = 0 WHERE state = 'open' AND leased_until > 0";

export const findEnd = "SELECT 1 FROM run_end WHERE run = ?1";
export const endRun = `INSERT INTO run_end (run, body)
  SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM run WHERE id = ?1)
  ON CONFLICT DO NOTHING`;
export const reopenRun = "DELETE FROM run_end WHERE run = ?1";
export const use = `INSERT INTO used (run, what, amount)
  SELECT id, ?2, ?4 + ?3 FROM run WHERE id = ?1 AND ?4 + ?3 <= ?5
  ON CONFLICT (run, what) DO UPDATE SET amount = max(used.amount, ?4) + ?3
  WHERE max(used.amount, ?4) + ?3 <= ?5`;

export const beginAttempt = `INSERT INTO attempt (run, cell, number, worker, begun_at)
  SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM cell WHERE run = ?1 AND key = ?2)
  ON CONFLICT DO NOTHING`;
export const endAttempt = `INSERT INTO attempt
    (run, cell, number, worker, begun_at, is_heard, input_tokens, output_tokens, body)
  VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8)
  ON CONFLICT (run, cell, number, worker) DO UPDATE SET
    is_heard = 1, input_tokens = excluded.input_tokens,
    output_tokens = excluded.output_tokens, body = excluded.body
  WHERE is_heard = 0`;
export const completeCell = `UPDATE cell
  SET state = ?3, failure = ?4, worker = NULL, leased_until = 0
  WHERE run = ?1 AND key = ?2 AND state = 'open'`;
export const addResult = `INSERT INTO result
    (run, cell, token, answer_number, answer_worker, picousd, picousd_rest, body)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`;

export const replaceResult = "UPDATE result SET body = ?3 WHERE run = ?1 AND cell = ?2";
export const replaceRun = "UPDATE run SET body = ?2 WHERE id = ?1";

export const keepEvidence = `INSERT INTO evidence (run, body)
  SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM run WHERE id = ?1)
  ON CONFLICT (run) DO UPDATE SET body = excluded.body`;

export const addPayload =
  "INSERT INTO payload (hash, encoding, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
export const linkPayload =
  "INSERT INTO run_payload (run, hash) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

/** A token bucket as the moment at which it will be full again: one number, one statement. */
export const reserve = `INSERT INTO rate (bucket, due_at) VALUES (?1, ${now} + ?2)
  ON CONFLICT (bucket) DO UPDATE SET due_at = max(due_at, ${now}) + ?2
  RETURNING max(due_at - ?3, paused_until) - ${now}`;
export const pause = `INSERT INTO rate (bucket, paused_until) VALUES (?1, ${now} + ?2)
  ON CONFLICT (bucket) DO UPDATE SET paused_until = max(paused_until, ${now} + ?2)`;
