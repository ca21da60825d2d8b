/**
 * `node chat-server.mjs DELAY_MS`: a server of chat completions on loopback, as fast as Node answers.
 * "case N" is answered with "ANSWER-N"; models whose name ends with -b are wrong on every tenth case.
 * `GET /counts` says how many were asked.
 */
import http from "node:http";

const delayMs = Number(process.argv[2] ?? 0);
const rest = Array.from({ length: 15 }, (_, at) => ` word${at}`);
const counts = { requests: 0, underWay: 0, underWayAtMost: 0 };

const server = http.createServer((request, response) => {
  if (request.method === "GET") {
    response.end(JSON.stringify(counts));
    return;
  }
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    counts.requests += 1;
    counts.underWay += 1;
    counts.underWayAtMost = Math.max(counts.underWayAtMost, counts.underWay);
    const asked = JSON.parse(Buffer.concat(chunks).toString());
    const say = () => {
      counts.underWay -= 1;
      if (asked.stream) sayInPieces(response, asked);
      else sayAtOnce(response, asked);
    };
    if (delayMs > 0) setTimeout(say, delayMs);
    else say();
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});

function wordsFor({ model, messages }) {
  const [, number = "0"] = /case (\d+)/.exec(messages.at(-1).content) ?? [];
  const isWrong = model.endsWith("-b") && Number(number) % 10 === 0;
  return [isWrong ? "UNSURE" : `ANSWER-${number}`, ...rest];
}

const usage = { prompt_tokens: 50, completion_tokens: 16, total_tokens: 66 };
const headOf = (object, { model }) => ({ id: "chatcmpl-1", object, created: 1_760_000_000, model });

function sayAtOnce(response, asked) {
  const message = { role: "assistant", content: wordsFor(asked).join("") };
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  const text = JSON.stringify({ ...headOf("chat.completion", asked), choices, usage });
  response.writeHead(200, { "content-type": "application/json", "content-length": text.length });
  response.end(text);
}

function sayInPieces(response, asked) {
  const head = headOf("chat.completion.chunk", asked);
  const event = (delta, finish_reason = null) =>
    `data: ${JSON.stringify({ ...head, choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const content of wordsFor(asked)) response.write(event({ content }));
  response.write(event({}, "stop"));
  response.write(`data: ${JSON.stringify({ ...head, choices: [], usage })}\n\n`);
  response.end("data: [DONE]\n\n");
}
