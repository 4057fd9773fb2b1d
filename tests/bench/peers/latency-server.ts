import { createServer } from 'node:http';

/**
 * A platform that answers after so many ms (`?ms=`), in a process of its own. `GET /worst` tells how many calls came in
 * the busiest second since the last time it was asked.
 */
let arrivals: number[] = [];
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const answer = (body: string): void => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(body);
  };
  if (url.pathname === '/worst') {
    answer(String(busiestSecond(arrivals)));
    arrivals = [];
    return;
  }
  arrivals.push(performance.now());
  request.resume();
  request.on('end', () => {
    const ms = Number(url.searchParams.get('ms') ?? 0);
    if (ms === 0) answer(BODY);
    else setTimeout(() => answer(BODY), ms);
  });
});
const BODY = JSON.stringify({ errcode: 0, errmsg: 'ok', data: { order_id: '3704612345678901233' } });
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' ? address?.port : '');
});
process.stdin.resume().on('end', () => process.exit(0));

function busiestSecond(times: readonly number[]): number {
  let worst = 0;
  let first = 0;
  times.forEach((at, index) => {
    while (at - (times[first] ?? 0) >= 1_000) first += 1;
    worst = Math.max(worst, index - first + 1);
  });
  return worst;
}
