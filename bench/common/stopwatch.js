// Times commands in turn, so that whatever else the machine does meets all of them alike, and prints a table.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const GNU_TIME = "/usr/bin/time";
const figures = join(tmpdir(), `figures.${process.pid}`);

function once({ command, folder, environment, rate }) {
  // GNU time: seconds of processors, and the most memory in KB.
  const timed = existsSync(GNU_TIME) ? [GNU_TIME, "-o", figures, "-f", "%U %S %M", ...command] : command;
  const begin = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(timed[0], timed.slice(1), { cwd: folder, env: { ...process.env, ...environment }, encoding: "utf8" });
  const wall = Number(process.hrtime.bigint() - begin) / 1e6;
  if (status !== 0) {
    throw new Error(`${command.join(" ")} ended with ${status}: ${stderr.slice(0, 300)}`);
  }
  const [user, system, memory] = existsSync(figures) ? readFileSync(figures, "utf8").trim().split(" ").map(Number) : [NaN, NaN, NaN];
  return { wall, cpu: (user + system) * 1000, memory: memory / 1024, rate: rate?.(stdout) ?? NaN };
}

const median = numbers => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Medians of each contestant: {name, prepare?, command, folder?, environment?, rate?}; one round before is not counted. */
export function race(contestants, rounds) {
  const runs = new Map(contestants.map(one => [one.name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const one of contestants) {
      one.prepare?.();
      const run = once(one);
      if (round > 0) {
        runs.get(one.name).push(run);
      }
    }
  }
  rmSync(figures, { force: true });
  return contestants.map(({ name }) => {
    const of = key => runs.get(name).map(run => run[key]);
    const walls = of("wall");
    return { name, wall: median(walls), least: Math.min(...walls), most: Math.max(...walls), cpu: median(of("cpu")), memory: Math.max(...of("memory")), rate: median(of("rate")) };
  });
}

/** A table; the ratio is to the one that is named. */
export function print(results, measure) {
  const base = results.find(one => one.name === measure) ?? results[0];
  const rows = results.map(one => [
    one.name, one.wall.toFixed(0), `${one.least.toFixed(0)}–${one.most.toFixed(0)}`, one.cpu.toFixed(0), one.memory.toFixed(0), (one.wall / base.wall).toFixed(2),
  ]);
  const head = ["", "ms, median", "range", "CPU ms", "MB at most", `÷ ${base.name}`];
  console.log([head, ["---", ...Array(5).fill("--:")], ...rows].map(row => `| ${row.join(" | ")} |`).join("\n"));
}
