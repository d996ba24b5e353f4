// Twenty hosts of this machine, 127.0.1.1 to 127.0.1.20, each of whose answers takes 50 ms. A link's path says how it behaves.
import { createServer } from "node:http";

export const HOSTS = 20;
export const LATENCY = 50;

// Of every 2,000 links: as issue trackers of link checkers tell of them.
const SHARES = { good: 1800, gone: 50, moved: 50, twice: 40, nohead: 40, limit: 20 };

const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
const words = "<p>" + "All that is told of it. ".repeat(80);

export async function start() {
  const state = { requests: [], seen: new Map(), limitedUntil: new Map() };
  const servers = [];
  let port = 0;
  for (let host = 1; host <= HOSTS; host++) {
    const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => answer(state, request, response));
    await new Promise(resolve => server.listen(port, "127.0.1." + host, 1024, resolve));
    port = server.address().port;
    servers.push(server);
  }
  const forget = () => {
    state.requests = [];
    state.seen.clear();
    state.limitedUntil.clear();
  };
  const close = () => servers.forEach(server => { server.closeAllConnections(); server.close(); });
  return { port, state, forget, close };
}

/** The addresses, each kind spread over all hosts. */
export function links(port, count) {
  const all = [];
  for (const [kind, share] of Object.entries(SHARES)) {
    for (let i = 0; i < share * count / 2000; i++) {
      all.push({ kind, host: i % HOSTS + 1, address: `http://127.0.1.${i % HOSTS + 1}:${port}/${kind}/page-${i}` });
    }
  }
  // In an order that has nothing to do with the kinds, and is the same at every run.
  return all.map((link, i) => [(i * 7919) % all.length, link]).sort((one, other) => one[0] - other[0]).map(pair => pair[1]);
}

async function answer(state, request, response) {
  const key = request.headers.host + request.url;
  const kind = request.url.split("/")[1];
  const nth = (state.seen.get(key) ?? 0) + 1;
  state.seen.set(key, nth);
  state.requests.push({ key, method: request.method });
  await wait(LATENCY);
  const [status, headers] = said(kind, nth, request, state);
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers });
  response.end(request.method === "HEAD" ? undefined : `<title>${request.url}</title>${words}`);
}

function said(kind, nth, request, state) {
  switch (kind) {
    case "gone": return [404, {}];
    case "moved": return [301, { location: request.url.replace("moved", "target") }];
    case "twice": return nth <= 2 ? [503, {}] : [200, {}];
    case "nohead": return request.method === "HEAD" ? [405, {}] : [200, {}];
    case "limit": {
      const host = request.headers.host;
      if (!state.limitedUntil.has(host)) state.limitedUntil.set(host, Date.now() + 1000);
      return Date.now() < state.limitedUntil.get(host) ? [429, { "retry-after": "1" }] : [200, {}];
    }
    default: return [200, {}];
  }
}
