// How long the same requests take without any computing: as many at once as may be, each for as long as the server lets it wait.
import { LATENCY } from "./servers.js";

const CONNECTIONS = 64;
const PER_HOST = 4;
const BREATH = 1000; // between a failure in passing and the last round
const LIMITED = 1000; // what a host that limits asks for

/** The time in ms, given how often each link was asked. */
export function ideal(links, asked) {
  const chains = links.map(link => ({ host: link.host, kind: link.kind, left: asked(link) }));
  // Of the links that limit only the first does: the host limits for a second, once.
  chains.filter(chain => chain.kind === "limit" && chain.left === 1).forEach(chain => { chain.kind = "good"; });
  const again = chains.filter(chain => chain.kind === "twice");
  again.forEach(chain => chain.left--);
  const first = run(chains, 0);
  return run(again.map(chain => ({ ...chain, kind: "good", left: 1, opens: chain.ended + BREATH })), first);
}

function run(chains, begin) {
  const queues = new Map();
  for (const chain of chains) {
    if (!queues.has(chain.host)) queues.set(chain.host, { waiting: [], busy: 0, opens: begin });
    const queue = queues.get(chain.host);
    queue.waiting.push(chain);
    queue.opens = Math.max(queue.opens, chain.opens ?? begin);
  }
  const running = [];
  let now = begin;
  while (true) {
    for (let started = true; started;) {
      started = false;
      for (const queue of queues.values()) {
        if (running.length < CONNECTIONS && queue.busy < PER_HOST && queue.waiting.length > 0 && queue.opens <= now) {
          running.push({ end: now + LATENCY, chain: queue.waiting.shift(), queue });
          queue.busy++;
          started = true;
        }
      }
    }
    const opening = [...queues.values()].filter(queue => queue.waiting.length > 0 && queue.opens > now).map(queue => queue.opens);
    if (running.length === 0 && opening.length === 0) return now;
    running.sort((one, other) => one.end - other.end);
    now = Math.min(running[0]?.end ?? Infinity, ...opening);
    while (running.length > 0 && running[0].end <= now) {
      const { chain, queue } = running.shift();
      queue.busy--;
      if (chain.kind === "limit") {
        queue.opens = now + LIMITED;
        chain.kind = "good";
      }
      if (--chain.left > 0) queue.waiting.unshift(chain);
      else chain.ended = now;
    }
  }
}
