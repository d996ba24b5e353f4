// Times parts of the tool in a warm JVM, with JMH: bench/run jmh [NAME] [OPTION OF JMH...]. On the oldest Java that is found, with
// the jar that the launcher has built. What is allocated holds on a busy machine too, so JMH always tells it.
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { javas, launcher, root } from "../common/tool.js";

const { home } = javas()[0];
const env = { ...process.env, JAVA_HOME: home, NEWSLETTER_CACHE: "off" };
execFileSync(launcher, ["--version"], { env, stdio: ["ignore", "ignore", "inherit"] });
// All anew: Maven does not see that the jar is another.
execFileSync("mvn", ["-q", "-B", "-f", import.meta.dirname, "clean", "process-classes"], { env, stdio: "inherit" });
const target = join(import.meta.dirname, "target");
const classes = [join(target, "classes"), join(target, "lib/*"), join(root, "target/newsletter.jar")].join(":");
const command = ["-cp", classes, "org.openjdk.jmh.Main", "-prof", "gc", ...process.argv.slice(2)];
const { status } = spawnSync(join(home, "bin/java"), command, { cwd: root, stdio: "inherit" });
process.exitCode = status ?? 1;
