// An HTTP/2 server that is not ours: Node's, on a free port of this machine. Says the port, and lives until its input ends.
import { readFileSync } from "node:fs";
import { constants, createSecureServer } from "node:http2";
import { gzipSync } from "node:zlib";

const [certificate, passphrase] = process.argv.slice(2);
const server = createSecureServer({
  pfx: readFileSync(certificate), passphrase, allowHTTP1: true, paddingStrategy: constants.PADDING_STRATEGY_MAX,
});

let sessions = 0;
server.on("session", session => { session.number = ++sessions; });
server.on("request", (request, response) => {
  const session = request.stream?.session;
  const headers = { "content-type": "text/html; charset=utf-8", "x-version": request.httpVersion, "x-session": session?.number ?? 0 };
  const page = text => response.writeHead(200, headers).end(`<title>${request.method} ${request.url}</title>${text}`);
  switch (request.url.split("?")[0]) {
    case "/packed": return response.writeHead(200, { ...headers, "content-encoding": "gzip" }).end(gzipSync("<p>Packed"));
    case "/moved": return response.writeHead(301, { location: "/new place/ü~\\^|" }).end();
    case "/long": return page("<p>Long. ".repeat(500_000));
    case "/film": return response.writeHead(200, { ...headers, "content-type": "video/mp4" }).end(Buffer.alloc(300_000));
    case "/hints": response.stream.additionalHeaders({ ":status": 103, link: "</a.css>" }); return page("<p>Hinted");
    case "/many": {
      for (let i = 0; i < 40; i++) headers["x-filler-" + i] = String(i).repeat(800);
      return page("<p>Many");
    }
    case "/trailers": {
      response.addTrailers({ "x-end": "yes" });
      return page("<p>Trailed");
    }
    case "/reset": return session ? response.stream.close(constants.NGHTTP2_INTERNAL_ERROR) : page("<p>By the old way");
    case "/old": return session ? response.stream.close(constants.NGHTTP2_HTTP_1_1_REQUIRED) : page("<p>By the old way");
    case "/last": page("<p>Last"); return session.close();
    case "/silent": return;
    case "/agent": return page(JSON.stringify(request.headers));
    default: return page("<p>Hello");
  }
});
server.on("sessionError", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
