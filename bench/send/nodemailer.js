// Sends messages as people do with nodemailer: node nodemailer.js PORT MESSAGES PAGE TEXT. A pool of 16 connections, and each
// message with a name of its own in it. Prints how many a second.
import { readFileSync } from "node:fs";
import nodemailer from "nodemailer";

const [port, messages, page, text] = process.argv.slice(2);
const html = readFileSync(page, "utf8");
const plain = readFileSync(text, "utf8");
const pool = nodemailer.createTransport({ host: "127.0.0.1", port: Number(port), pool: true, maxConnections: 16, maxMessages: Infinity, ignoreTLS: true });
const begin = process.hrtime.bigint();
let next = 0;
async function send() {
  while (next < messages) {
    const number = next++;
    const reader = name => name.replace("READER", "Reader " + number);
    await pool.sendMail({
      from: "Weekly <news@example.org>", to: `r${number}@example.net`, subject: "Week", html: reader(html), text: reader(plain),
      list: { id: { url: "readers.example.org", comment: "Weekly" }, unsubscribe: { url: `https://example.org/leave?token=${number}`, comment: "leave" } },
    });
  }
}
await Promise.all(Array.from({ length: 32 }, send));
console.log((Number(messages) / (Number(process.hrtime.bigint() - begin) / 1e9)).toFixed(1));
pool.close();
