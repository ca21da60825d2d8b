import { Pool } from "undici";

/** The least that asks: so many places over undici, each answer read and thrown away. */
const [origin = "", from = "0", count = "0", concurrency = "1"] = process.argv.slice(2);
const pool = new Pool(origin, { connections: Number(concurrency) });
let next = Number(from);
const end = next + Number(count);
await Promise.all(
  Array.from({ length: Number(concurrency) }, async () => {
    while (next < end) {
      const messages = [{ role: "user", content: `Please solve case-${next++}.` }];
      const { body } = await pool.request({
        ...{ method: "POST", path: "/v1/chat/completions" },
        body: JSON.stringify({ model: "bare", messages, stream: true }),
      });
      await body.text();
    }
  }),
);
await pool.close();
